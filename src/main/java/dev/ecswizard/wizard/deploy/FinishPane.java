package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.deploy.Crossing;
import dev.ecswizard.deploy.HostConsole;
import dev.ecswizard.deploy.HostsSeen;
import dev.ecswizard.deploy.Proof;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.CopyButton;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Note;
import dev.ecswizard.ui.Problem;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Says whether hosts have joined the cluster, and shows what those that did not wrote last. Takes no room while there
/// is nothing to say.
final class FinishPane {
    private final Messages messages = Messages.of(FinishPane.class);
    private final FinishModel model;

    /// What is said, and how seriously.
    private record Line(Note.Kind kind, String words) {}

    @FXML
    private ProgressIndicator spinner;

    @FXML
    private Note joining;

    @FXML
    private Button stopWaiting;

    @FXML
    private Button waitAgain;

    @FXML
    private Button prove;

    @FXML
    private Label complaint;

    @FXML
    private VBox console;

    @FXML
    private HBox consoleBar;

    @FXML
    private ComboBox<String> consoleHost;

    @FXML
    private TextArea consoleText;

    private final Parent root = Fxml.load(this);

    FinishPane(FinishModel model, Copy copy) {
        this.model = model;
        stopWaiting.setOnAction(_ -> model.stop());
        waitAgain.setOnAction(_ -> model.again());
        prove.setOnAction(_ -> model.prove());
        var copyConsole = new CopyButton(consoleText::getText, copy);
        copyConsole.setId("copyConsole");
        consoleBar.getChildren().add(copyConsole);
        consoleHost.valueProperty().subscribe(_ -> showConsole());
        model.finish().subscribe(_ -> show());
        model.seen().subscribe(_ -> show());
    }

    Parent root() {
        return root;
    }

    private void show() {
        var finish = model.finish().get();
        var seen = model.seen().get();
        var line = line(finish, seen);
        joining.setKind(line.map(Line::kind).orElse(Note.Kind.INFO));
        joining.setText(line.map(Line::words).orElse(""));
        var isBusy = finish instanceof Finish.Waiting || finish.holdsHost();
        show(spinner, isBusy);
        show(stopWaiting, finish instanceof Finish.Waiting || finish instanceof Finish.Proving);
        stopWaiting.setText(
                messages.text(finish instanceof Finish.Proving ? "deploy.finish.release" : "deploy.finish.stop"));
        show(waitAgain, finish instanceof Finish.Stopped || isUnfinished(finish));
        show(prove, mayBeProved(finish));
        var why = isJoined(finish) ? Optional.<String>empty() : seen.flatMap(HostsSeen::complaint);
        complaint.setText(why.orElse(""));
        show(complaint, why.isPresent());
        showConsoles(seen.map(HostsSeen::consoles).orElse(List.of()));
        show(root, line.isPresent() || why.isPresent() || console.isVisible());
    }

    private static boolean isJoined(Finish finish) {
        return finish instanceof Finish.Crossed(Crossing.Joined _)
                || finish instanceof Finish.Proved(var result, var _)
                        && result.filter(each -> each instanceof Crossing.Joined)
                                .isPresent();
    }

    private static boolean isUnfinished(Finish finish) {
        return finish instanceof Finish.Crossed(Crossing.Missing _)
                || finish instanceof Finish.Crossed(Crossing.Unknown _);
    }

    private static boolean mayBeProved(Finish finish) {
        return finish instanceof Finish.Crossed(Crossing.Empty _)
                || finish instanceof Finish.Unproved
                || finish instanceof Finish.Proved && !isJoined(finish);
    }

    private Optional<Line> line(Finish finish, Optional<HostsSeen> seen) {
        var cluster = seen.map(now -> now.target().cluster()).orElse("");
        return switch (finish) {
            case Finish.None _ -> Optional.empty();
            case Finish.Waiting _
            when finish.trouble(seen).isPresent() ->
                said(Note.Kind.WARNING, messages.text("deploy.finish.unseen", words(finish.trouble(seen))));
            case Finish.Waiting _ ->
                said(
                        Note.Kind.INFO,
                        seen.filter(now -> now.wanted() > 0).isPresent()
                                ? messages.text(
                                        "deploy.finish.waiting",
                                        seen.get().joined().size(),
                                        seen.get().wanted(),
                                        cluster)
                                : messages.text("deploy.finish.looking"));
            case Finish.Stopped _ -> said(Note.Kind.INFO, messages.text("deploy.finish.stopped"));
            case Finish.Crossed(Crossing.Joined(var hosts)) ->
                said(Note.Kind.SUCCESS, messages.text("deploy.finish.joined", hosts, cluster));
            case Finish.Crossed(Crossing.Empty _) -> said(Note.Kind.WARNING, messages.text("deploy.finish.empty"));
            case Finish.Crossed(Crossing.Missing(var joined, var wanted, var _)) ->
                said(Note.Kind.ERROR, messages.text("deploy.finish.missing", joined, wanted, cluster));
            case Finish.Crossed(Crossing.Unknown(var problem)) ->
                said(Note.Kind.WARNING, messages.text("deploy.finish.unknown", words(problem)));
            case Finish.Proving _, Finish.Releasing _
            when finish.trouble(seen).isPresent() ->
                said(Note.Kind.WARNING, messages.text("deploy.finish.unproving", words(finish.trouble(seen))));
            case Finish.Proving _ -> said(Note.Kind.INFO, messages.text("deploy.finish.proving"));
            case Finish.Releasing _ -> said(Note.Kind.INFO, messages.text("deploy.finish.releasing"));
            case Finish.Proved(var result, var released) -> Optional.of(proved(result, released, cluster));
            case Finish.Unproved(var problem) ->
                said(Note.Kind.ERROR, messages.text("deploy.finish.unproved", words(Optional.of(problem))));
        };
    }

    private Line proved(Optional<Crossing> result, Optional<Proof.Release> released, String cluster) {
        var stays = released.filter(Proof.Release.RELEASED::equals).isEmpty();
        var end = messages.text(
                released.filter(Proof.Release.BUSY::equals).isPresent()
                        ? "deploy.finish.busy"
                        : stays ? "deploy.finish.leftAlone" : "deploy.finish.released");
        if (result.isEmpty()) {
            return new Line(Note.Kind.WARNING, messages.text("deploy.finish.brokenOff", end));
        }
        return result.get() instanceof Crossing.Joined
                ? new Line(Note.Kind.SUCCESS, messages.text("deploy.finish.proved", cluster, end))
                : new Line(Note.Kind.ERROR, messages.text("deploy.finish.notProved", cluster, end));
    }

    private static Optional<Line> said(Note.Kind kind, String words) {
        return Optional.of(new Line(kind, words));
    }

    private String words(Optional<CloudProblem> problem) {
        return problem.map(Problem::of)
                .map(said -> messages.text("deploy.refused.reason", said.what(), said.why()))
                .orElse("");
    }

    private void showConsoles(List<HostConsole> consoles) {
        var hosts = consoles.stream().map(HostConsole::instanceId).toList();
        if (!consoleHost.getItems().equals(hosts)) {
            var chosen = consoleHost.getValue();
            consoleHost.getItems().setAll(hosts);
            consoleHost.setValue(hosts.contains(chosen) ? chosen : hosts.isEmpty() ? null : hosts.getFirst());
        }
        show(console, !hosts.isEmpty());
        showConsole();
    }

    private void showConsole() {
        var text = model.seen().get().stream()
                .flatMap(seen -> seen.consoles().stream())
                .filter(each -> each.instanceId().equals(consoleHost.getValue()))
                .map(each -> String.join("\n", each.lines()))
                .findFirst()
                .orElse("");
        if (!text.equals(consoleText.getText())) {
            consoleText.setText(text);
            // the end tells
            consoleText.positionCaret(text.length());
        }
    }

    private static void show(Node node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }
}
