package dev.ecswizard;

import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.Wizard;
import dev.ecswizard.wizard.account.AccountPage;
import dev.ecswizard.wizard.cluster.ClusterPage;
import dev.ecswizard.wizard.compute.ComputePage;
import dev.ecswizard.wizard.deploy.DeployPage;
import dev.ecswizard.wizard.network.NetworkPage;
import dev.ecswizard.wizard.preview.PreviewPage;
import java.util.List;

/// Gets ready what the making of the window would wait for, on another processor while JavaFX starts: what reads the
/// layouts, and the words. None of it needs JavaFX to run.
final class Ahead implements Runnable {
    private static final List<Class<?>> SPEAKERS = List.of(
            Wizard.class,
            AccountPage.class,
            ClusterPage.class,
            NetworkPage.class,
            ComputePage.class,
            PreviewPage.class,
            DeployPage.class);

    private Ahead() {}

    static void begin() {
        Thread.ofPlatform().daemon().name("ahead").start(new Ahead());
    }

    @Override
    public void run() {
        Fxml.ready();
        SPEAKERS.forEach(Messages::of);
    }
}
