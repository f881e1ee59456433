package dev.ecswizard.wizard.preview;

import dev.ecswizard.preflight.Finding;
import dev.ecswizard.preflight.Verdict;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.Focus;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Note;
import dev.ecswizard.ui.Problem;
import dev.ecswizard.wizard.Checks;
import dev.ecswizard.wizard.ChecksModel;
import dev.ecswizard.wizard.VerdictIcon;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Everything that the checks found, the gravest first; what passed is one line that opens.
final class ChecksPane {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM);
    private static final List<Verdict> GRAVEST_FIRST = List.of(Verdict.FAILED, Verdict.WARNING, Verdict.UNCHECKED);

    private final Messages messages = Messages.of(ChecksPane.class);
    private final FindingWords words = new FindingWords();
    private final ChecksModel model;
    private final InsteadModel instead;
    private final Copy copy;

    @FXML
    private StackPane mark;

    @FXML
    private Label summary;

    @FXML
    private Label readAt;

    @FXML
    private Button checkAgain;

    @FXML
    private Note checksProblem;

    @FXML
    private HBox used;

    @FXML
    private Label usedText;

    @FXML
    private Button undo;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox findings;

    private final Parent root = Fxml.load(this);
    private Optional<Checks.Done> listed = Optional.empty();

    ChecksPane(ChecksModel model, InsteadModel instead, Copy copy) {
        this.model = model;
        this.instead = instead;
        this.copy = copy;
        checkAgain.setOnAction(_ -> {
            if (model.state().get() instanceof Checks.Running) {
                model.cancel();
            } else {
                model.again();
            }
        });
        undo.setOnAction(_ -> {
            instead.undo();
            focus();
        });
        instead.last().subscribe(last -> {
            show(used, last.isPresent());
            last.ifPresent(now -> {
                usedText.setText(words.used(now.instead()));
                // the button that was pressed is gone with its finding
                undo.requestFocus();
            });
        });
        model.state().subscribe(_ -> update());
        model.listed().subscribe(_ -> update());
    }

    Parent root() {
        return root;
    }

    /// Puts the keyboard on what is to be done first.
    void focus() {
        var goTo = findings.isDisabled() ? null : findings.lookup(".finding .go-to");
        if (used.isVisible()) {
            undo.requestFocus();
        } else if (goTo != null) {
            // what scrolls is shown a little later than the rest
            Focus.on(root, firstButton(goTo));
        } else {
            checkAgain.requestFocus();
        }
    }

    private static Node firstButton(Node goTo) {
        return goTo.getParent().getChildrenUnmodifiable().getFirst();
    }

    /// What nobody sees is not brought up to date.
    private void update() {
        if (model.listed().get()) {
            show(model.state().get());
        }
    }

    private void show(Checks state) {
        var isRunning = state instanceof Checks.Running;
        checkAgain.setText(messages.text(isRunning ? "checks.cancel.text" : "checks.again.text"));
        show(checkAgain, !(state instanceof Checks.Incomplete) && !(state instanceof Checks.Deployed));
        checksProblem.setText("");
        switch (state) {
            case Checks.Incomplete(var missing) -> say(messages.text("checks.incomplete.text", missing));
            case Checks.Deployed _ -> say(messages.text("checks.deployed.text"));
            case Checks.Running _ -> {
                var spinner = new ProgressIndicator();
                spinner.getStyleClass().add("load-spinner");
                say(messages.text("checks.running.text"), spinner);
            }
            case Checks.Done done -> say(messages.text("checks.readAt.now", time(done.time())));
            case Checks.Failed(var problem, var _) -> {
                var said = Problem.of(problem);
                say(messages.text("checks.failed.text"));
                checksProblem.setText(messages.text("checks.problem.text", said.what(), said.why()));
            }
            case Checks.Cancelled _ -> say(messages.text("checks.cancelled.text"));
        }
        var isNow = state instanceof Checks.Done;
        readAt.setText(state.last()
                .filter(_ -> !isNow)
                .map(done -> messages.text("checks.readAt.before", time(done.time())))
                .orElse(""));
        list(state.last());
        findings.setDisable(!isNow);
    }

    private void say(String sentence, Node... marks) {
        summary.setText(sentence);
        mark.getChildren().setAll(marks);
        show(mark, marks.length > 0);
    }

    private static String time(Instant time) {
        return TIME.format(time.atZone(ZoneId.systemDefault()));
    }

    private void list(Optional<Checks.Done> done) {
        if (done.equals(listed)) {
            return;
        }
        listed = done;
        var cards = new ArrayList<Node>();
        done.ifPresent(now -> {
            for (var verdict : GRAVEST_FIRST) {
                of(now, verdict)
                        .forEach(alike ->
                                cards.add(new FindingCard(alike, now.subject().spec(), instead, copy)));
            }
            var passed = of(now, Verdict.PASSED).stream().flatMap(List::stream).toList();
            if (!passed.isEmpty()) {
                cards.add(passed(passed));
            }
        });
        findings.getChildren().setAll(cards);
        scroll.setVvalue(0);
    }

    /// The findings of a verdict; together what can not be read for the same reason.
    private static List<List<Finding>> of(Checks.Done done, Verdict verdict) {
        var alike = new LinkedHashMap<Object, List<Finding>>();
        for (var finding : done.findings()) {
            if (finding.verdict() == verdict) {
                var key = finding.problem().isPresent() ? List.of(finding.what(), finding.fix()) : finding;
                alike.computeIfAbsent(key, _ -> new ArrayList<>()).add(finding);
            }
        }
        return List.copyOf(alike.values());
    }

    private TitledPane passed(List<Finding> passed) {
        var lines = new VBox();
        lines.getStyleClass().add("passed");
        for (var finding : passed) {
            var title = new Label(finding.check().title());
            title.getStyleClass().add("finding-title");
            title.setMinWidth(Label.USE_PREF_SIZE);
            var what = new Label(finding.what());
            what.setWrapText(true);
            what.setMinHeight(Label.USE_PREF_SIZE);
            var line = new HBox(new VerdictIcon(Verdict.PASSED), new VBox(title, what));
            line.getStyleClass().add("passed-line");
            lines.getChildren().add(line);
        }
        var pane = new TitledPane(messages.text("checks.passed.text", passed.size()), lines);
        pane.setId("passed");
        pane.setAnimated(false);
        pane.setExpanded(false);
        pane.getStyleClass().add("dense");
        return pane;
    }

    private static void show(Node node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }
}
