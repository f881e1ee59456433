package dev.ecswizard.wizard;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The model of a page whose answer a test gives by hand.
final class FakeAnswer implements PageModel<String> {
    final ObjectProperty<Optional<String>> chosen = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<String>> missing = new SimpleObjectProperty<>(Optional.of("Say something"));
    final StringProperty summary = new SimpleStringProperty("");
    final String title;
    Set<Question> questions = Set.of();
    /// What was done to it and to the others that share the list, in order.
    final List<String> story;

    private FakeAnswer(String title, List<String> story) {
        this.title = title;
        this.story = story;
    }

    static List<FakeAnswer> three() {
        var story = new ArrayList<String>();
        return List.of(new FakeAnswer("one", story), new FakeAnswer("two", story), new FakeAnswer("three", story));
    }

    void answer(String words) {
        chosen.set(Optional.of(words));
        missing.set(Optional.empty());
        summary.set(words);
    }

    void forget() {
        chosen.set(Optional.empty());
        missing.set(Optional.of("Say something"));
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Set<Question> questions() {
        return questions;
    }

    @Override
    public ObjectProperty<Optional<String>> chosen() {
        return chosen;
    }

    @Override
    public ObjectProperty<Optional<String>> missing() {
        return missing;
    }

    @Override
    public StringProperty summary() {
        return summary;
    }

    @Override
    public void open(ClusterSpec spec) {
        story.add(title + " opened");
        answer(spec.cluster().stackName());
    }

    /// Takes one value; the empty one is no answer.
    @Override
    public Optional<Runnable> answer(Question question, List<String> values) {
        if (values.contains("")) {
            return Optional.empty();
        }
        var back = keep();
        answer(values.getFirst());
        return Optional.of(back);
    }

    @Override
    public Runnable keep() {
        var words = chosen.get();
        return () -> words.ifPresentOrElse(this::answer, this::forget);
    }

    @Override
    public void reached() {
        story.add(title + " reached");
    }

    @Override
    public void left() {
        story.add(title + " left");
    }
}
