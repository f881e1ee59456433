package dev.ecswizard;

import dev.ecswizard.cloud.Connection;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.Theme;
import dev.ecswizard.ui.VirtualThreads;
import dev.ecswizard.wizard.Dropped;
import dev.ecswizard.wizard.Page;
import dev.ecswizard.wizard.Wizard;
import dev.ecswizard.wizard.WizardModel;
import dev.ecswizard.wizard.account.AccountModel;
import dev.ecswizard.wizard.account.AccountPage;
import dev.ecswizard.wizard.account.MfaModel;
import dev.ecswizard.wizard.account.MfaPane;
import dev.ecswizard.wizard.cluster.ClusterModel;
import dev.ecswizard.wizard.cluster.ClusterPage;
import dev.ecswizard.wizard.network.NetworkModel;
import dev.ecswizard.wizard.network.NetworkPage;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Builds connections, models and pages, and shows the window.
public final class App extends Application {
    private static Start start;

    private final Background background = VirtualThreads.forWindow();
    private final Dropped dropped = new Dropped();

    /// Opens the window and blocks until it is closed.
    static void open(Start start) {
        App.start = start;
        launch(App.class);
    }

    @Override
    public void start(Stage stage) {
        var mfa = new MfaModel(background);
        var account = new AccountModel(background, this::offer, mfa, start.region(), dropped);
        var cluster = new ClusterModel(background, account.chosen(), account.place());
        var network = new NetworkModel(background, account.place(), dropped);

        var copy = Copy.toClipboard();
        List<Page> pages =
                List.of(new AccountPage(account, copy), new ClusterPage(cluster), new NetworkPage(network, copy));
        var order = new WizardModel(pages.stream().map(Page::model).toList());
        var notice = account.profile().map(now -> now.flatMap(Connection::notice));
        var wizard = new Wizard(order, pages, notice, dropped, new MfaPane(mfa).root());

        var scene = new Scene(wizard.root(), 1000, 700);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.setTitle("ECS Cluster Wizard");
        stage.setMinWidth(880);
        stage.setMinHeight(600);
        stage.setOnCloseRequest(event -> {
            if (!wizard.mayClose()) {
                event.consume();
            }
        });
        stage.show();
        wizard.focus();
    }

    private AccountModel.Offer offer() {
        return new AccountModel.Offer(List.of(), Optional.empty());
    }
}
