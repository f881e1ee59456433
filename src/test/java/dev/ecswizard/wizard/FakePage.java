package dev.ecswizard.wizard;

import dev.ecswizard.template.Question;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// A page with one text field.
final class FakePage implements Page {
    final FakeAnswer model;
    final TextField field = new TextField();
    /// A second field, which its questions are about.
    final TextField asking = new TextField();

    boolean mayClose = true;
    Set<Question> questions = Set.of();
    private final Parent root = new VBox(field, asking);

    FakePage(FakeAnswer model) {
        this.model = model;
        field.setId("field-" + model.title);
    }

    @Override
    public String title() {
        return model.title;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public FakeAnswer model() {
        return model;
    }

    @Override
    public void focus() {
        field.requestFocus();
    }

    @Override
    public Set<Question> questions() {
        return questions;
    }

    @Override
    public void focus(Question question) {
        asking.requestFocus();
    }

    @Override
    public boolean mayClose() {
        return mayClose;
    }
}
