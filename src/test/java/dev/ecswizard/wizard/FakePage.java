package dev.ecswizard.wizard;

import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// A page with one text field.
final class FakePage implements Page {
    final FakeAnswer model;
    final TextField field = new TextField();
    boolean mayClose = true;
    private final Parent root = new VBox(field);

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
    public boolean mayClose() {
        return mayClose;
    }
}
