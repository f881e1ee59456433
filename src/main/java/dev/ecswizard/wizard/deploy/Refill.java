package dev.ecswizard.wizard.deploy;

import dev.ecswizard.deploy.Known;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Fleet;
import dev.ecswizard.template.Question;
import dev.ecswizard.template.ReadBack;
import dev.ecswizard.wizard.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Has the pages hold what a short path has made of a stack: its new sizes, or its new image. Every other answer stays
/// what the person has made it.
final class Refill {
    private static final List<Question> SIZES =
            List.of(Question.CLUSTER_SIZE, Question.CLUSTER_MIN_SIZE, Question.CLUSTER_MAX_SIZE);

    /// What is read of the stack once it has come to its end.
    record Wanted(String stackId, String region, Architecture architecture, List<Question> questions) {
        /// What the stack is made of, as the pages would say it. Blocks no longer than reading a template takes.
        ReadBack read(Known stack) {
            var standing =
                    new ReadBack.Standing(region, stack.name(), stack.template(), stack.parameters(), stack.tags());
            return ReadBack.of(standing, _ -> Optional.of(architecture));
        }
    }

    private record Due(Wanted wanted, ClusterSpec standing) {}

    private final OfferModel offered;
    private final Answers answers;
    private Optional<Wanted> wanted = Optional.empty();
    private Optional<Due> due = Optional.empty();

    Refill(OfferModel offered, Answers answers) {
        this.offered = offered;
        this.answers = answers;
        offered.wanted().subscribe(_ -> fill());
    }

    void expectSizes(Offer offer) {
        expect(offer, SIZES);
    }

    void expectImages(Offer offer) {
        expect(offer, List.of(Question.IMAGES));
    }

    private void expect(Offer offer, List<Question> questions) {
        due = Optional.empty();
        wanted = offer.known()
                .map(stack -> new Wanted(
                        stack.id(),
                        offer.region(),
                        offer.wanted().spec().compute().architecture(),
                        questions));
    }

    /// What is made is what the pages say.
    void expectNothing() {
        wanted = Optional.empty();
        due = Optional.empty();
    }

    /// What is to be read of that stack.
    Optional<Wanted> wanted(String stackId) {
        return wanted.filter(now -> now.stackId().equals(stackId));
    }

    /// Answers anew what the stack has become another in, at once or, where the pages are about something else or lack
    /// an answer just now, once they are about it.
    void take(Wanted read, ReadBack standing) {
        if (wanted.equals(Optional.of(read))) {
            wanted = Optional.empty();
            due = switch (standing) {
                case ReadBack.Same(var spec) -> Optional.of(new Due(read, spec));
                case ReadBack.Altered(var spec, var _) -> Optional.of(new Due(read, spec));
                case ReadBack.Foreign _ -> Optional.empty();
            };
            fill();
        }
    }

    private void fill() {
        var now = offered.wanted().getValue();
        due.filter(one -> now.flatMap(Offer.Wanted::known)
                        .filter(stack -> stack.id().equals(one.wanted().stackId()))
                        .isPresent())
                .ifPresent(one -> {
                    due = Optional.empty();
                    var before = now.orElseThrow().spec();
                    for (var question : inOrder(one, before)) {
                        var values = values(question, one.standing());
                        if (!values.isEmpty() && !values.equals(values(question, before))) {
                            answers.use(question, values);
                        }
                    }
                });
    }

    /// The maximum first where it grows, else last: neither may be refused for what the other one was.
    private static List<Question> inOrder(Due due, ClusterSpec before) {
        var questions = new ArrayList<>(due.wanted().questions());
        if (questions.remove(Question.CLUSTER_MAX_SIZE)) {
            var grows = most(due.standing()) > most(before);
            questions.add(grows ? 0 : questions.size(), Question.CLUSTER_MAX_SIZE);
        }
        return questions;
    }

    private static int most(ClusterSpec spec) {
        return switch (spec.compute().fleet()) {
            case Fleet.Fixed fleet -> fleet.clusterMaxSize();
            case Fleet.Managed fleet -> fleet.scaling().clusterMaxSize();
        };
    }

    private static List<String> values(Question question, ClusterSpec spec) {
        var fleet = spec.compute().fleet();
        return switch (question) {
            case CLUSTER_SIZE ->
                fleet instanceof Fleet.Fixed fixed ? List.of(String.valueOf(fixed.clusterSize())) : List.of();
            case CLUSTER_MIN_SIZE ->
                fleet instanceof Fleet.Managed managed
                        ? List.of(String.valueOf(managed.scaling().clusterMinSize()))
                        : List.of();
            case CLUSTER_MAX_SIZE -> List.of(String.valueOf(most(spec)));
            case IMAGES ->
                spec.compute().images().entrySet().stream()
                        .flatMap(image -> List.of(image.getKey(), image.getValue()).stream())
                        .toList();
            default -> List.of();
        };
    }
}
