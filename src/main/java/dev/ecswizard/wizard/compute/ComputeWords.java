package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.Image;
import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.ContainerInsights;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.spec.Violation;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Problem;
import dev.ecswizard.wizard.Choice;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/// How the page says things.
final class ComputeWords {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).withZone(ZoneOffset.UTC);

    private final Messages messages = Messages.of(ComputeWords.class);

    String text(String key) {
        return messages.text(key);
    }

    String memory(InstanceType type) {
        return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.UK))
                .format(Quantity.MEMORY.of(type));
    }

    /// The architecture of the images that boot on a type.
    String architecture(InstanceType type) {
        return type.architecture().map(Architecture::key).orElse("");
    }

    String type(InstanceType type) {
        return messages.text(
                "compute.instanceType.chosen",
                type.name(),
                type.vcpus(),
                memory(type),
                architecture(type),
                type.networkPerformance());
    }

    String typeUnknown(String name) {
        return messages.text("compute.instanceType.unknown", name);
    }

    String typeNotFound(String name) {
        return messages.text("compute.instanceType.notFound", name);
    }

    String typeDropped(String name, Optional<LeftOut> why) {
        return messages.text(
                "compute.instanceType.dropped",
                name,
                why.map(left -> reason(left.reason())).orElse(text("compute.leftOut.nowhere")));
    }

    /// @param range from how many to how many hosts
    String summary(String type, Optional<List<String>> range) {
        return range.map(ends -> messages.text("compute.step.summary", type, ends.getFirst(), ends.getLast()))
                .orElseGet(() -> messages.text("compute.step.summaryUnsound", type));
    }

    /// Why a type is left out, as half a sentence.
    String reason(LeftOut.Reason reason) {
        return switch (reason) {
            case LeftOut.NotForUs(var why) -> text("compute.leftOut." + why.name());
            case LeftOut.NoImage(var architecture) -> messages.text("compute.leftOut.noImage", architecture.key());
            case LeftOut.NotOffered(var zones) -> messages.text("compute.leftOut.notOffered", String.join(", ", zones));
        };
    }

    /// Why an alternate can not stand.
    String misfit(Alternates.Misfit misfit) {
        return switch (misfit) {
            case Alternates.OtherArchitecture(var type, var first) ->
                messages.text(
                        "compute.alternateInstanceTypes.architecture",
                        type.name(),
                        architecture(type),
                        first.name(),
                        architecture(first));
            case Alternates.NotHere(var type, var why) ->
                messages.text(
                        "compute.alternateInstanceTypes.notHere",
                        type,
                        why.map(left -> reason(left.reason())).orElse(text("compute.leftOut.nowhere")));
        };
    }

    String sizeProblem(Violation violation) {
        return messages.text("compute.clusterSize.problem", violation.sentence());
    }

    String minSizeProblem(Violation violation) {
        return messages.text("compute.clusterMinSize.problem", violation.sentence());
    }

    String maxSizeProblem(Violation violation) {
        return messages.text("compute.clusterMaxSize.problem", violation.sentence());
    }

    /// How a key pair reads, or the lack of one.
    String key(Choice<String> key) {
        if (key.id().equals(KeyPicker.NONE)) {
            return text("compute.keyName.none");
        }
        return key.isUnknown() ? messages.text("compute.keyName.notFound", key.id()) : key.id();
    }

    String keyDropped(String name) {
        return messages.text("compute.keyName.dropped", name);
    }

    String keyUnknown(String name) {
        return messages.text("compute.keyName.unknown", name);
    }

    String keyRefused(Violation violation) {
        return messages.text("compute.keyName.refused", violation.sentence());
    }

    String imagesDropped(String region) {
        return messages.text("compute.image.droppedRegion", region);
    }

    String imagesDropped(Architecture needed) {
        return messages.text("compute.image.droppedArchitecture", needed.key());
    }

    String imageMissing(Architecture architecture, String region) {
        return messages.text("compute.image.none", architecture.key(), region);
    }

    String image(Choice<Image> image) {
        return image.facts()
                .map(facts ->
                        messages.text("compute.image.facts", facts.name(), facts.id(), DAY.format(facts.created())))
                .orElseGet(() -> messages.text("compute.image.fromFile", image.id()));
    }

    String imageNewer(Image image) {
        return messages.text("compute.image.newer", image.name(), image.id(), DAY.format(image.created()));
    }

    String lookingElsewhere(Elsewhere.Progress progress) {
        return messages.text("compute.elsewhere.running", progress.answered(), progress.total());
    }

    /// How the other regions stand.
    String elsewhere(Elsewhere.Progress progress) {
        if (progress.isRunning()) {
            return lookingElsewhere(progress);
        }
        var parts = new ArrayList<String>();
        if (progress.images().isEmpty()) {
            parts.add(text(progress.total() == 0 ? "compute.elsewhere.noOther" : "compute.elsewhere.noneFound"));
        } else {
            parts.add(messages.text("compute.elsewhere.found", progress.images().size(), progress.total()));
        }
        if (progress.isStopped()) {
            parts.add(messages.text("compute.elsewhere.stopped", progress.total() - progress.answered()));
        }
        if (!progress.without().isEmpty()) {
            parts.add(messages.text("compute.elsewhere.without", String.join(", ", progress.without())));
        }
        var failed = new TreeMap<String, List<String>>();
        new TreeMap<>(progress.problems())
                .forEach((region, problem) -> failed.computeIfAbsent(
                                Problem.of(problem).what(), _ -> new ArrayList<>())
                        .add(region));
        failed.forEach((why, regions) ->
                parts.add(messages.text("compute.elsewhere.failed", String.join(", ", regions), why)));
        return String.join(" ", parts);
    }

    String addAlternate(InstanceType type) {
        return messages.text("compute.alternateInstanceTypes.take", type(type));
    }

    String removeAlternate(String type) {
        return messages.text("compute.alternateInstanceTypes.remove", type);
    }

    /// What is wrong with an answer, as a sentence beside it.
    String problem(Violation violation) {
        return messages.text("compute.number.problem", violation.sentence());
    }

    String insights(ContainerInsights level) {
        return text("compute.containerInsights." + level.key());
    }

    String imageSource(ImageSource source) {
        return text("compute.imageSource." + source.key());
    }

    String days(int days) {
        return messages.text("compute.logRetentionDays.days", days);
    }

    /// How long a host lives, in days.
    String lifetime(Optional<Integer> seconds) {
        return seconds.filter(given -> given > 0)
                .map(given -> messages.text("compute.maxInstanceLifetime.days", given / 86_400.0))
                .orElseGet(() -> text("compute.maxInstanceLifetime.never"));
    }

    /// The heading of what is usually left as it is, with the answers of which one wants to know.
    String more(ManagedFleet fleet) {
        return messages.text(
                "compute.more.text",
                fleet.onDemandPercentage().text().get(),
                fleet.rootVolumeSize().text().get());
    }
}
