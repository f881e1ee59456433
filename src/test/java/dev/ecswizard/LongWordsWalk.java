package dev.ecswizard;

import dev.ecswizard.ui.Audit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import org.testfx.util.WaitForAsyncUtils;

/// A process that walks through every page in the language of its virtual machine and prints which texts are cut.
final class LongWordsWalk {
    private final Walker walker = new Walker();
    private final List<String> found = new ArrayList<>();
    private int pages;

    private LongWordsWalk() {}

    /// @param arguments a folder for what is saved
    public static void main(String[] arguments) {
        try {
            var walk = new LongWordsWalk();
            EveryPage.walk(walk.walker, Path.of(arguments[0]), walk::look);
            EveryPage.besides(walk.walker, walk::look);
            walk.found.forEach(System.out::println);
            System.out.println("pages: " + walk.pages + ", " + walk.walker.text("#back"));
            System.exit(0);
        } catch (Exception | AssertionError problem) {
            problem.printStackTrace();
            System.exit(1);
        }
    }

    private void look(String page) {
        WaitForAsyncUtils.waitForFxEvents();
        pages++;
        walker.robot().interact(() -> {
            var root = walker.stage().getScene().getRoot();
            Audit.clippedInEverySize(root).forEach(each -> found.add("cut: " + page + ", " + each));
        });
    }

    private void look(String beside, Parent root) {
        pages++;
        Audit.clipped(root).forEach(each -> found.add("cut: " + beside + ", " + each));
        Audit.unreachable(root).forEach(each -> found.add("cut: " + beside + ", out of reach: " + each));
    }
}
