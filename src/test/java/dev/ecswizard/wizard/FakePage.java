package dev.ecswizard.wizard;

import dev.ecswizard.template.Question;
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
    private final Parent root = new VBox(field, asking);

    FakePage(FakeAnswer model) {
        this.model = model;
        field.setId("field-" + model.title);
        field.setAccessibleText(model.title);
        asking.setAccessibleText("Question");
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
    public void focus(Question question) {
        asking.requestFocus();
    }

    @Override
    public boolean mayClose() {
        return mayClose;
    }
}
