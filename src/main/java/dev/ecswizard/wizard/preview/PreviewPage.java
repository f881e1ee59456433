package dev.ecswizard.wizard.preview;

import dev.ecswizard.ui.Browser;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.LineMarks;
import dev.ecswizard.ui.Load;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Note;
import dev.ecswizard.ui.Shortcut;
import dev.ecswizard.ui.YamlView;
import dev.ecswizard.wizard.Answers;
import dev.ecswizard.wizard.Page;
import dev.ecswizard.wizard.preview.ExplanationModel.Explained;
import dev.ecswizard.wizard.preview.ExplanationModel.MadeLines;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Shows the template and what goes with it, and lets a person take both away.
public final class PreviewPage implements Page {

    private final Messages messages = Messages.of(PreviewPage.class);
    private final PreviewModel model;
    private final FactsPane facts;
    private final Copy copy;
    private Optional<ChecksPane> checks = Optional.empty();

    @FXML
    private StackPane views;

    @FXML
    private VBox templateView;

    @FXML
    private StackPane checksView;

    @FXML
    private Note refused;

    @FXML
    private VBox export;

    @FXML
    private HBox draft;

    @FXML
    private YamlView template;

    @FXML
    private VBox textSide;

    @FXML
    private VBox beside;

    @FXML
    private VBox more;

    private final Parent root = Fxml.load(this);

    /// @param answers leads to where an answer is changed
    /// @param browser opens AWS's pages on what the template consists of
    public PreviewPage(PreviewModel model, Answers answers, Browser browser, Copy copy) {
        this.model = model;
        this.copy = copy;
        facts = new FactsPane(model);
        // ahead of all that follow what is new, which goes by the lines of the new text
        model.changes().changes().subscribe(_ -> showDraft(model.draft().state().get()));
        export.getChildren().setAll(new ExportPane(model.exporting(), root.visibleProperty(), copy).root());
        textSide.getChildren().addFirst(new ChangesBar(model.changes(), template).root());
        views.getChildren().setAll(new ViewsBar(model.checks()).root());
        model.checks().listed().subscribe(this::showView);
        beside.getChildren().addFirst(new ExplanationPane(model.explanation(), answers, browser, copy).root());
        more.getChildren().setAll(new ChoicesPane(model.explanation(), answers).root(), facts.root());
        template.line().subscribe(model.explanation()::look);
        model.explanation().explained().subscribe(this::help);
        model.explanation().lit().subscribe((before, now) -> {
            mark();
            // the lines of a choice that was lit already are where the person left them, or has gone on from
            if (!before.map(MadeLines::question).equals(now.map(MadeLines::question))) {
                now.ifPresent(choice -> template.reveal(choice.lines().getFirst()));
            }
        });
        model.changes().changes().subscribe(_ -> mark());
        model.draft().state().subscribe(this::showDraft);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public PreviewModel model() {
        return model;
    }

    @Override
    public void focus() {
        checks.filter(_ -> model.checks().listed().get()).ifPresentOrElse(ChecksPane::focus, template::requestFocus);
    }

    /// The pane of the checks is made when somebody wants to see it.
    private void showView(boolean listed) {
        if (listed && checks.isEmpty()) {
            checks = Optional.of(new ChecksPane(model.checks(), model.instead(), copy));
            checksView.getChildren().setAll(checks.get().root());
        }
        show(checksView, listed);
        show(templateView, !listed);
    }

    private void press(KeyEvent event) {
        if (Shortcut.FIND.keys().match(event)) {
            model.checks().listed().set(false);
            template.search();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE
                && !model.changes().changes().get().isEmpty()) {
            model.changes().dismiss();
            template.requestFocus();
            event.consume();
        }
    }

    private void showDraft(Load.State<Draft> state) {
        var isMade = false;
        if (state instanceof Load.Ready<Draft>(var now)) {
            switch (now) {
                case Draft.Made made -> {
                    isMade = true;
                    showMade(made);
                }
                case Draft.Refused(var why) -> refused.setText(why);
            }
            show(draft, isMade);
        }
        if (isMade) {
            refused.setText("");
        }
    }

    private void showMade(Draft.Made made) {
        template.setText(made.template().yaml());
        facts.show(made);
    }

    private void mark() {
        template.setMarks(new LineMarks(
                model.changes().changes().get().marks(),
                model.explanation().lit().get().stream()
                        .flatMap(choice -> choice.lines().stream())
                        .collect(Collectors.toSet())));
    }

    /// For those who hear what others see beside the text.
    private void help(Optional<Explained> explained) {
        template.setHelp(explained
                .map(now -> messages.text(
                        "explanation.line.accessible",
                        now.line(),
                        now.choices().stream().map(MadeLines::name).collect(Collectors.joining(", ")),
                        now.why()))
                .orElse(""));
    }

    private static void show(Node node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }
}
