package dev.ecswizard.wizard.compute;

import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.spec.Rule;
import dev.ecswizard.ui.Load;
import java.util.Optional;

/// What keeps a person from going on, in words.
record Obstacles(ComputeModel model, ComputeWords words) {
    /// The first one.
    ///
    /// @param architecture that of the chosen type, once it is known
    Optional<String> first(Optional<Architecture> architecture) {
        return type().or(this::fleet).or(this::key).or(() -> architecture.flatMap(this::image));
    }

    private Optional<String> type() {
        if (model.type().isUnknown()) {
            return model.instanceType().getValue().map(words::typeUnknown);
        }
        if (model.type().isFromFile()) {
            return Optional.empty();
        }
        return switch (model.browser().load().state().get()) {
            case Load.Idle<?> _ -> Optional.of(words.text("compute.zones.missing"));
            case Load.Loading<?> _ -> Optional.of(words.text("compute.instanceType.waiting"));
            case Load.Failed<?> _, Load.Cancelled<?> _ -> Optional.of(words.text("compute.instanceType.absent"));
            case Load.Ready<?> _ ->
                model.instanceType().getValue().isPresent()
                        ? Optional.empty()
                        : Optional.of(words.text("compute.instanceType.missing"));
        };
    }

    private Optional<String> fleet() {
        return model.fleets().isManaged() ? managed() : sizes();
    }

    private Optional<String> managed() {
        return model.managed()
                .wrong()
                .map(key -> words.text("compute.mend." + key))
                .or(() -> model.managed().alternates().chosen().get().stream()
                        .flatMap(type -> model.misfit(type).stream())
                        .findFirst()
                        .map(_ -> words.text("compute.mend.alternateInstanceTypes")));
    }

    private Optional<String> sizes() {
        if (model.sizes().sizeProblem().getValue().isPresent()) {
            return Optional.of(words.text("compute.clusterSize.missing"));
        }
        return model.sizes().maxSizeProblem().getValue().map(_ -> words.text("compute.clusterMaxSize.missing"));
    }

    private Optional<String> key() {
        var name = model.keys().name().name().get();
        if (model.keys().isUnknown()) {
            return name.map(words::keyUnknown);
        }
        if (!model.keys().isSettled()) {
            return Optional.of(words.text(
                    model.keys().there().state().get() instanceof Load.Loading
                            ? "compute.keyName.waiting"
                            : "compute.keyName.absent"));
        }
        return name.flatMap(Rule.KEY_NAME::check).map(words::keyRefused);
    }

    private Optional<String> image(Architecture architecture) {
        var picker = model.picker();
        if (picker.arePinned() || model.fleets().imageSource() == ImageSource.SSM) {
            return Optional.empty();
        }
        return switch (picker.here().state().get()) {
            case Load.Idle<?> _, Load.Loading<?> _ -> Optional.of(words.text("compute.image.waiting"));
            case Load.Failed<?> _, Load.Cancelled<?> _ -> Optional.of(words.text("compute.image.absent"));
            case Load.Ready<?> _ -> {
                if (picker.newest(architecture).isEmpty()) {
                    yield Optional.of(
                            words.imageMissing(architecture, model.region().orElse("")));
                }
                var progress = picker.elsewhere().progress().get();
                yield progress.isRunning() ? Optional.of(words.lookingElsewhere(progress)) : Optional.empty();
            }
        };
    }
}
