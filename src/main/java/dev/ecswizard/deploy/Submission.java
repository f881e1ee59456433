package dev.ecswizard.deploy;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.ChangeRequest;
import dev.ecswizard.cloud.ChangeSet;
import dev.ecswizard.cloud.ChangeSets.Proposed;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.ResourceChange;
import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.template.Template;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// What CloudFormation is asked for, once: however often it is sent, it bears the same token and makes one change set.
///
/// @param known the stack that is changed; nothing where one is made
/// @param resources how many the template has, or 0 where that can not be told
public record Submission(ChangeRequest request, Optional<Known> known, int resources) {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(300);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    /// A new stack of a template.
    ///
    /// @param tags of the stack, the app's own included
    public static Submission of(Template template, String stackName, Map<String, String> tags) {
        var values = new LinkedHashMap<String, Optional<String>>();
        template.parameters().forEach((name, value) -> values.put(name, Optional.of(value)));
        var token = token();
        var request = new ChangeRequest(
                stackName,
                true,
                token,
                Optional.of(template.yaml()),
                values,
                Optional.of(tags),
                template.capabilities(),
                token);
        return new Submission(
                request, Optional.empty(), TemplateResource.in(template).size());
    }

    /// Another template for a stack. Blocks where the template asks how many hosts there are.
    ///
    /// @param tags all that it is to have
    /// @throws CloudProblem if that can not be read
    public static Submission change(Stacks stacks, Known known, Template template, Map<String, String> tags) {
        var values = new LinkedHashMap<String, Optional<String>>();
        template.parameters().forEach((name, value) -> values.put(name, Optional.of(value)));
        var kept = KeptHosts.kept(stacks, known.id(), template.yaml(), template.parameters());
        kept.forEach((name, value) -> values.put(name, Optional.of(value)));
        // the same tags in another order are no change
        var others = Optional.of(tags).filter(wanted -> !wanted.equals(known.tags()));
        var request = of(known, Optional.of(template.yaml()), values, others, template.capabilities());
        return new Submission(
                request, Optional.of(known), TemplateResource.in(template).size());
    }

    /// Other values for a stack; its template and every other value stay what they are. Blocks as a change does.
    public static Submission values(Stacks stacks, Known known, Map<String, String> changed) {
        return keeping(stacks, known, Optional.empty(), changed);
    }

    /// A template that differs from the stack's own in a detail, with the stack's values. Blocks as a change does.
    public static Submission edited(Stacks stacks, Known known, String template) {
        return keeping(stacks, known, Optional.of(template), Map.of());
    }

    private static Submission keeping(
            Stacks stacks, Known known, Optional<String> template, Map<String, String> wanted) {
        var after = new LinkedHashMap<>(known.parameters());
        after.putAll(wanted);
        var changed = new LinkedHashMap<>(wanted);
        changed.putAll(KeptHosts.kept(stacks, known.id(), known.template(), after));
        var values = new LinkedHashMap<String, Optional<String>>();
        known.parameters().keySet().stream().sorted().forEach(name -> values.put(name, Optional.empty()));
        changed.forEach((name, value) -> values.put(name, Optional.of(value)));
        // the template that is there was allowed to make what it made
        var capabilities = Set.of("CAPABILITY_IAM", "CAPABILITY_NAMED_IAM");
        return new Submission(
                of(known, template, values, Optional.empty(), capabilities),
                Optional.of(known),
                TemplateResource.in(known.template()).size());
    }

    private static ChangeRequest of(
            Known known,
            Optional<String> template,
            Map<String, Optional<String>> values,
            Optional<Map<String, String>> tags,
            Set<String> capabilities) {
        var token = token();
        return new ChangeRequest(known.id(), false, token, template, values, tags, capabilities, token);
    }

    private static String token() {
        return "ecs-cluster-wizard-" + UUID.randomUUID();
    }

    /// The name of the stack that is made or changed.
    public String stackName() {
        return known.map(Known::name).orElse(request.stack());
    }

    /// The template that the stack will have.
    public String template() {
        return request.template().orElseGet(() -> known.orElseThrow().template());
    }

    /// Sends it, again when no answer comes, and waits until CloudFormation has worked it out. Blocks, for seconds as
    /// a rule; an interrupt leaves the change set where it is, see [Withdrawal].
    ///
    /// @param told hears what was begun, as soon as it is known
    /// @throws CloudProblem if AWS says no, when nothing is left of it; or if it stays silent: asking again is safe
    public Proposal propose(Stacks stacks, Pace pace, Consumer<Proposed> told) {
        var insistence = new Insistence(pace);
        var sets = stacks.changeSets();
        var proposed = insistence.ask(() -> sets.propose(request));
        told.accept(proposed);
        var pause = FIRST_PAUSE;
        while (true) {
            var page = insistence.ask(() -> sets.read(proposed.changeSet(), Optional.empty()));
            if (page.isReady()) {
                var changes = changes(page, stacks, insistence);
                var group = KeptHosts.size(stacks, known.map(Known::id));
                return new Proposal.Ready(this, proposed, changes, Turnover.of(this, group));
            }
            if (page.isWorkedOut()) {
                var reason = page.isNothing() ? "" : reason(page, stacks, insistence);
                new Withdrawal(stacks, pace).withdraw(this, Optional.of(proposed));
                if (page.isNothing()) {
                    return new Proposal.Nothing(this);
                }
                throw new CloudProblem(
                        CloudProblem.Kind.REFUSED, "cloudformation:CreateChangeSet", "", reason, "", null);
            }
            insistence.pause(pause);
            pause = pause.multipliedBy(3).dividedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        }
    }

    /// What is wrong with single resources, where that is known; the change set only says that something is.
    private static String reason(ChangeSet failed, Stacks stacks, Insistence insistence) {
        var objections = Asked.of(() -> insistence.ask(() -> stacks.changeSets().objections(failed.id())));
        return objections instanceof Asked.Answered(var sentences) && !sentences.isEmpty()
                ? String.join(" ", sentences)
                : failed.reason();
    }

    private static List<ResourceChange> changes(ChangeSet first, Stacks stacks, Insistence insistence) {
        var changes = new ArrayList<>(first.changes());
        var next = first.next();
        while (next.isPresent()) {
            var key = next;
            var page = insistence.ask(() -> stacks.changeSets().read(first.id(), key));
            changes.addAll(page.changes());
            next = page.next();
        }
        return changes;
    }
}
