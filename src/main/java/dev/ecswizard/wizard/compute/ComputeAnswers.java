package dev.ecswizard.wizard.compute;

import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Hosts;
import dev.ecswizard.spec.Rule;
import dev.ecswizard.spec.Violation;
import dev.ecswizard.template.Question;
import dev.ecswizard.wizard.FileHold;
import dev.ecswizard.wizard.Refusals;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Answers the compute page's questions from elsewhere, and remembers what its answers were.
final class ComputeAnswers {
    private final ComputeWords words = new ComputeWords();
    private final ComputeModel model;
    private final FileHold hold;
    private final Refusals refusals = new Refusals();
    private final FleetAnswers fleet;
    private int losses;

    ComputeAnswers(ComputeModel model, FileHold hold) {
        this.model = model;
        this.hold = hold;
        fleet = new FleetAnswers(model, refusals);
    }

    Refusals refusals() {
        return refusals;
    }

    /// Lets a refusal end when the person answers. To be called once the model has its parts.
    void follow() {
        refusals.follow(Question.INSTANCE_TYPE, model.instanceType());
        refusals.follow(Question.ARCHITECTURE, model.instanceType());
        refusals.follow(Question.KEY_NAME, model.keys().name().name());
        refusals.follow(Question.IMAGES, model.image());
        fleet.follow();
    }

    /// Notes that what an opened file says was given up without anybody having answered anew.
    void lost() {
        losses++;
    }

    /// See [dev.ecswizard.wizard.PageModel#keep].
    Runnable keep() {
        var type = model.type().answer().keepUnlessAnswered();
        var key = model.keys().name().keepUnlessAnswered();
        var images = model.picker().keep();
        var holding = hold.keep();
        var before = losses;
        return () -> {
            if (losses > before) {
                holding.run();
                images.run();
            }
            type.run();
            key.run();
            model.update();
        };
    }

    /// See [dev.ecswizard.wizard.PageModel#answer].
    Optional<Runnable> take(Question question, List<String> values) {
        var undo = switch (question) {
            case INSTANCE_TYPE -> type(values);
            case ALTERNATE_INSTANCE_TYPES -> alternates(values);
            case ARCHITECTURE -> architecture(values);
            case KEY_NAME -> key(values);
            case IMAGES -> images(values);
            default -> fleet.take(question, String.join(" ", values));
        };
        undo.ifPresent(_ -> refusals.clear(question));
        return undo;
    }

    private Optional<Runnable> type(List<String> values) {
        var name = String.join(" ", values);
        var broken = Rule.INSTANCE_TYPE.check(name);
        if (broken.isPresent()) {
            return refusals.refuse(Question.INSTANCE_TYPE, values, broken.get());
        }
        if (isNotHere(name)) {
            return refusals.refuseUnlisted(Question.INSTANCE_TYPE, values);
        }
        var type = model.type().answer().keep();
        var images = model.picker().keep();
        model.chooseInstanceType(name);
        // a file vouches for no other type than its own: AWS has to tell of this one
        model.reached();
        return Optional.of(() -> {
            images.run();
            type.run();
            model.update();
        });
    }

    private boolean isNotHere(String type) {
        return model.types().filter(known -> known.find(type).isEmpty()).isPresent();
    }

    private Optional<Runnable> alternates(List<String> values) {
        var first = model.instanceType().getValue().orElse("");
        var broken = values.stream()
                .flatMap(type -> Rule.ALTERNATE_INSTANCE_TYPE
                        .check(type)
                        .or(() -> model.architecture().flatMap(one -> Hosts.checkAlternate(type, first, one)))
                        .stream())
                .findFirst()
                .or(() -> Hosts.checkAlternates(values));
        if (broken.isPresent()) {
            return refusals.refuse(Question.ALTERNATE_INSTANCE_TYPES, values, broken.get());
        }
        if (values.stream().anyMatch(this::isNotHere)) {
            return refusals.refuseUnlisted(Question.ALTERNATE_INSTANCE_TYPES, values);
        }
        var before = model.managed().alternates().chosen().get();
        model.managed().alternates().open(values);
        return Optional.of(() -> model.managed().alternates().open(before));
    }

    private Optional<Runnable> architecture(List<String> values) {
        var key = String.join(" ", values);
        if (Architecture.ofKey(key).isEmpty()) {
            return refusals.refuse(Question.ARCHITECTURE, values, Rule.ARCHITECTURE.brokenBy(key));
        }
        return model.architecture().equals(Architecture.ofKey(key))
                ? Optional.of(() -> {})
                : refusals.refuse(Question.ARCHITECTURE, values, words.text("compute.architecture.follows"));
    }

    private Optional<Runnable> key(List<String> values) {
        var name = String.join(" ", values);
        var broken = name.isEmpty() ? Optional.<Violation>empty() : Rule.KEY_NAME.check(name);
        if (broken.isPresent()) {
            return refusals.refuse(Question.KEY_NAME, values, broken.get());
        }
        var there = model.keys().there().value().getValue();
        if (!name.isEmpty() && there.filter(known -> !known.contains(name)).isPresent()) {
            return refusals.refuseUnlisted(Question.KEY_NAME, values);
        }
        var back = model.keys().name().keep();
        model.keys().choose(name);
        model.reached();
        return Optional.of(back);
    }

    /// None for the newest ones.
    private Optional<Runnable> images(List<String> values) {
        var images = new TreeMap<String, String>();
        for (var at = 0; at < values.size(); at += 2) {
            images.put(values.get(at), at + 1 < values.size() ? values.get(at + 1) : "");
        }
        var broken = check(images);
        if (broken.isPresent()) {
            return refusals.refuse(Question.IMAGES, values, broken.get());
        }
        var back = model.picker().keep();
        if (images.isEmpty()) {
            model.takeNewestImages();
        } else if (model.architecture().isPresent()) {
            model.picker().pin(model.architecture().get(), images);
            model.update();
        } else {
            return refusals.refuse(Question.IMAGES, values, words.text("compute.image.early"));
        }
        return Optional.of(() -> {
            back.run();
            model.update();
        });
    }

    private Optional<Violation> check(TreeMap<String, String> images) {
        return images.entrySet().stream()
                .flatMap(image ->
                        Rule.REGION.check(image.getKey()).or(() -> Rule.IMAGE_ID.check(image.getValue())).stream())
                .findFirst()
                .or(() -> model.region()
                        .filter(where -> !images.isEmpty() && !images.containsKey(where))
                        .map(where -> Rule.IMAGES_LACK_REGION.brokenBy(images, where)));
    }
}
