package dev.ecswizard.wizard;

import dev.ecswizard.ui.Attention;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Shortcut;
import dev.ecswizard.ui.Spoken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The frame around the pages: the steps, the page, the way back and the way on.
public final class Wizard {
    private static final PseudoClass TAKES = PseudoClass.getPseudoClass("takes");

    private final Messages messages = Messages.of(Wizard.class);
    private final WizardModel model;
    private final List<? extends Page> pages;
    private final List<Step> shown = new ArrayList<>();
    /// Those whose root is in the window, seen or not.
    private final Set<Page> there = new HashSet<>();
    private final Set<Page> prepared = new HashSet<>();

    @FXML
    private VBox steps;

    @FXML
    private StackPane freshness;

    @FXML
    private StackPane menuPlace;

    @FXML
    private ScrollPane pageScroll;

    @FXML
    private StackPane page;

    @FXML
    private ScrollPane stepsScroll;

    @FXML
    private StackPane question;

    @FXML
    private HBox notice;

    @FXML
    private Label noticeText;

    @FXML
    private HBox dropped;

    @FXML
    private Label droppedText;

    @FXML
    private Button dismiss;

    @FXML
    private Button openFile;

    @FXML
    private VBox replacing;

    @FXML
    private Label replacingText;

    @FXML
    private Button replaceAnswers;

    @FXML
    private Button keepAnswers;

    @FXML
    private StackPane checks;

    @FXML
    private Label missing;

    @FXML
    private Button back;

    @FXML
    private Button next;

    private final Parent root = Fxml.load(this);

    /// @param notice what the connection in use wants kept in sight
    /// @param age how old the lists are; hides itself
    /// @param files what opens a saved cluster
    /// @param questions what is asked across pages, such as a one-time code; hides itself
    /// @param checks what is found about the choices
    /// @param menu what belongs to no page
    public Wizard(
            WizardModel model,
            List<? extends Page> pages,
            ObservableValue<Optional<String>> notice,
            Dropped answers,
            Parent age,
            OpenModel files,
            Parent questions,
            ChecksModel checks,
            Parent menu) {
        this.model = model;
        this.pages = List.copyOf(pages);
        for (var number = 0; number < pages.size(); number++) {
            var step = new Step(number, pages.get(number).model().title(), model);
            shown.add(step);
            steps.getChildren().add(step.root());
            // what a step says may make it taller, and those below it lie lower
            step.root().boundsInParentProperty().subscribe(_ -> revealStep());
        }
        stepsScroll.viewportBoundsProperty().subscribe(_ -> revealStep());
        freshness.getChildren().setAll(age);
        freshness.managedProperty().bind(age.visibleProperty());
        menuPlace.getChildren().setAll(menu);
        question.getChildren().setAll(questions);
        this.checks.getChildren().setAll(new ChecksCount(checks).root());
        question.managedProperty().bind(questions.visibleProperty());
        notice.subscribe(words -> {
            show(this.notice, words.isPresent());
            noticeText.setText(words.orElse(""));
        });
        List.of(noticeText, droppedText, replacingText, missing)
                .forEach(label -> Spoken.follow(label, label.textProperty()));
        InvalidationListener told = _ -> tellDropped(answers);
        answers.sentences().addListener(told);
        tellDropped(answers);
        dismiss.setOnAction(_ -> answers.dismiss());
        openFile.setOnAction(_ -> files.choose());
        openFile.setTooltip(new Tooltip(Shortcut.OPEN.shown()));
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.getAccelerators().put(Shortcut.OPEN.keys(), openFile::fire);
            }
        });
        takeDropped(files);
        replaceAnswers.setOnAction(_ -> files.replace());
        keepAnswers.setOnAction(_ -> files.leave());
        files.state().subscribe(this::ask);
        back.setOnAction(_ -> model.back());
        next.setOnAction(_ -> model.next());
        model.missing().subscribe(words -> {
            missing.setText(words.orElse(""));
            next.setDisable(words.isPresent());
        });
        model.current().subscribe(number -> showPage(number.intValue()));
    }

    /// What to put into the window.
    public Parent root() {
        return root;
    }

    /// Puts the keyboard into the page that is shown.
    public void focus() {
        pages.get(model.current().get()).focus();
    }

    /// Has a page that was never shown take on its look, as large as it will be, so that it is there at once when the
    /// person comes to it. That takes a moment of the window's thread, best while they still read another page.
    /// Nothing is to be seen of it. It stays in the window: whatever is put into one takes on its look anew.
    public void prepare(Page ahead) {
        if (!there.contains(ahead) && prepared.add(ahead)) {
            there.add(ahead);
            ahead.root().setVisible(false);
            page.getChildren().add(ahead.root());
            ahead.root().applyCss();
            page.layout();
            // takes no part in how much room the page in sight has
            ahead.root().setManaged(false);
        }
    }

    /// Whether every page lets the window close.
    public boolean mayClose() {
        return pages.stream().allMatch(Page::mayClose);
    }

    private void showPage(int number) {
        var now = pages.get(number);
        for (var each : List.copyOf(there)) {
            if (each != now) {
                show(each.root(), false);
                if (!prepared.contains(each)) {
                    there.remove(each);
                    page.getChildren().remove(each.root());
                }
            }
        }
        show(now.root(), true);
        pageScroll.setVvalue(0);
        if (there.add(now)) {
            page.getChildren().add(now.root());
        }
        back.setDisable(number == 0);
        show(next, !model.isLast());
        show(missing, !model.isLast());
        revealStep();
        now.focus();
    }

    /// Where the window is too low for all of the steps.
    private void revealStep() {
        var number = model.current().get();
        if (number < shown.size()) {
            Attention.reveal(stepsScroll, shown.get(number).root());
        }
    }

    private void takeDropped(OpenModel files) {
        root.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()
                    && files.takes(event.getDragboard().getFiles())) {
                event.acceptTransferModes(TransferMode.COPY);
                root.pseudoClassStateChanged(TAKES, true);
            }
            event.consume();
        });
        root.setOnDragExited(_ -> root.pseudoClassStateChanged(TAKES, false));
        root.setOnDragDropped(event -> {
            // a dialog must not hold up the one who drags
            var dropped = List.copyOf(event.getDragboard().getFiles());
            event.setDropCompleted(files.takes(dropped));
            event.consume();
            files.drop(dropped);
        });
    }

    private void ask(OpenModel.State state) {
        openFile.setDisable(state instanceof OpenModel.Reading);
        show(replacing, state instanceof OpenModel.Asking);
        if (state instanceof OpenModel.Asking(var name, var _, var _)) {
            replacingText.setText(messages.text("open.replace.text", name));
            keepAnswers.requestFocus();
        }
    }

    private void tellDropped(Dropped answers) {
        show(dropped, !answers.sentences().isEmpty());
        droppedText.setText(
                answers.sentences().isEmpty()
                        ? ""
                        : messages.text("wizard.dropped.text", String.join(" ", answers.sentences())));
    }

    private static void show(Node node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }
}
