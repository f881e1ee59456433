package dev.ecswizard;

import dev.ecswizard.deploy.Known;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.deploy.StackAction;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.wizard.OpenModel;
import dev.ecswizard.wizard.account.StacksModel;
import dev.ecswizard.wizard.deploy.DeployModel;
import dev.ecswizard.wizard.deploy.Run;
import java.util.Optional;

/// Brings a stack from the list of those that are there to the pages that fill themselves from it, watch it, mend it or
/// delete it.
///
/// @param show goes to the page that shows a stack
record StackHand(OpenModel opening, DeployModel deploy, Pace pace, Runnable show) implements StacksModel.Hand {
    @Override
    public void open(String name, ClusterSpec spec, Optional<Known> known, Optional<StacksModel.Taken> retried) {
        opening.open(name, spec, () -> {
            deploy.change(known);
            retried.ifPresent(remains -> take(remains, StackAction.RETRY));
        });
    }

    @Override
    public void take(StacksModel.Taken stack, StackAction action) {
        deploy.ways().take(Run.of(stack.place(), stack.line().standing().stack(), pace.now()), action);
        show.run();
    }
}
