package dev.ecswizard.ui;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.DefaultProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/// Shows its content once a [Load] is there, and until then how far it has come: waiting, loading with a way to cancel,
/// cancelled or failed with a way to retry, or there but empty.
@DefaultProperty("content")
public final class LoadPane extends StackPane {
    private static final Messages MESSAGES = Messages.of(LoadPane.class);

    private Node content = new Pane();
    private String idle = "";
    private String loading = MESSAGES.text("load.loading.text");
    private String empty = "";
    private Copy copy = Copy.toClipboard();
    private Optional<Runnable> again = Optional.empty();

    public LoadPane() {
        getStyleClass().add("load");
        setAlignment(Pos.TOP_LEFT);
    }

    /// Follows a load that can not be empty.
    public <T> void follow(Load<T> load) {
        follow(load, _ -> false);
    }

    /// Follows a load.
    ///
    /// @param isEmpty whether to say that there is nothing instead of showing the content
    public <T> void follow(Load<T> load, Predicate<? super T> isEmpty) {
        load.state().subscribe(state -> show(load, state, isEmpty));
    }

    private <T> void show(Load<T> load, Load.State<T> state, Predicate<? super T> isEmpty) {
        Spoken.tell(this, words(state, isEmpty));
        var start = again.orElse(load::retry);
        getChildren()
                .setAll(
                        switch (state) {
                            case Load.Idle<T> _ -> line(idle);
                            case Load.Loading<T> _ ->
                                line(loading, spinner(), button(MESSAGES.text("load.cancel.text"), load::cancel));
                            case Load.Ready<T>(var value) -> isEmpty.test(value) ? line(empty, retry(start)) : content;
                            case Load.Failed<T>(var problem) -> new ErrorPane(Problem.of(problem), start, copy).root();
                            case Load.Cancelled<T> _ -> line(MESSAGES.text("load.cancelled.text"), retry(start));
                        });
    }

    private <T> String words(Load.State<T> state, Predicate<? super T> isEmpty) {
        return switch (state) {
            case Load.Idle<T> _ -> "";
            case Load.Loading<T> _ -> loading;
            case Load.Ready<T>(var value) -> isEmpty.test(value) ? empty : MESSAGES.text("load.ready.spoken");
            case Load.Failed<T>(var failure) -> {
                var problem = Problem.of(failure);
                yield problem.what() + " " + problem.why();
            }
            case Load.Cancelled<T> _ -> MESSAGES.text("load.cancelled.text");
        };
    }

    private static HBox line(String words, Node... others) {
        var label = new Label(words);
        label.setWrapText(true);
        var line = new HBox(label);
        line.getStyleClass().add("load-line");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMaxHeight(USE_PREF_SIZE);
        for (var other : others) {
            if (other instanceof ProgressIndicator) {
                line.getChildren().addFirst(other);
            } else {
                line.getChildren().add(other);
            }
        }
        return line;
    }

    private static ProgressIndicator spinner() {
        var spinner = new ProgressIndicator();
        spinner.getStyleClass().add("load-spinner");
        return spinner;
    }

    private static Button retry(Runnable start) {
        var retry = button(MESSAGES.text("load.retry.text"), start);
        retry.setId("retry");
        return retry;
    }

    private static Button button(String words, Runnable action) {
        var button = new Button(words);
        button.getStyleClass().addAll("small", "flat", "accent");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// What Retry does, where it is more than to start the load once more. To be set before a load is followed.
    public void setAgain(Runnable start) {
        again = Optional.of(start);
    }

    public Node getContent() {
        return content;
    }

    public void setContent(Node node) {
        content = node;
    }

    public String getIdle() {
        return idle;
    }

    /// What to say while there is nothing to fetch.
    public void setIdle(String words) {
        idle = words;
    }

    public String getLoading() {
        return loading;
    }

    public void setLoading(String words) {
        loading = words;
    }

    public String getEmpty() {
        return empty;
    }

    public void setEmpty(String words) {
        empty = words;
    }

    /// Where a remedy goes when it is copied; the clipboard unless told otherwise.
    public void setCopy(Copy target) {
        copy = target;
    }
}
