package dev.ecswizard.wizard.account;

import dev.ecswizard.deploy.Known;
import dev.ecswizard.deploy.StackAction;
import dev.ecswizard.spec.ClusterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes down what it is handed.
final class FakeHand implements StacksModel.Hand {
    record Opened(ClusterSpec spec, boolean isChange, boolean isRetry) {}

    final List<Opened> opened = new ArrayList<>();
    final List<String> taken = new ArrayList<>();

    @Override
    public void open(String name, ClusterSpec spec, Optional<Known> known, Optional<StacksModel.Taken> retried) {
        opened.add(new Opened(spec, known.isPresent(), retried.isPresent()));
    }

    @Override
    public void take(StacksModel.Taken stack, StackAction action) {
        taken.add(stack.line().name() + " " + action);
    }
}
