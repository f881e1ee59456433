package dev.ecswizard.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXMLLoader;

/// Loads the layout that bears its controller's name.
public final class Fxml {
    private Fxml() {}

    /// The root of `X.fxml` beside the class `X` of the controller, whose fields it fills. `%keys` are those of the
    /// package's [Messages].
    public static <N> N load(Object controller) {
        var type = controller.getClass();
        var loader = new FXMLLoader(type.getResource(type.getSimpleName() + ".fxml"));
        loader.setResources(Messages.of(type).bundle());
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
