package dev.ecswizard.ui;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ServiceLoader;
import javafx.fxml.FXMLLoader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.kordamp.ikonli.IkonHandler;

/// Loads the layout that bears its controller's name.
public final class Fxml {
    private static final String READERS = "javax.xml.stream.XMLInputFactory";

    static {
        // without a name, the JDK looks for others in every library, and each time anew
        if (System.getProperty(READERS) == null) {
            System.setProperty(READERS, "com.sun.xml.internal.stream.XMLInputFactoryImpl");
        }
    }

    private Fxml() {}

    /// Reads a first layout of nothing and finds the sets of icons that layouts name, for which every library is
    /// opened,
    /// so that the next is read sooner. On any thread, and JavaFX need not run.
    public static void ready() {
        ServiceLoader.load(IkonHandler.class).forEach(_ -> {});
        try {
            var nothing =
                    XMLInputFactory.newInstance().createXMLStreamReader(new StringReader("<?import a?><a b=''/>"));
            while (nothing.hasNext()) {
                nothing.next();
            }
        } catch (XMLStreamException problem) {
            throw new IllegalStateException(problem);
        }
    }

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
