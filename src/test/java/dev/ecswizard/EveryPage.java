package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.ui.AboutWindow;
import dev.ecswizard.ui.ErrorDialog;
import dev.ecswizard.ui.ShortcutsWindow;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/// A walk through every page, on which each can be looked at.
final class EveryPage {
    private EveryPage() {}

    private static Start onSandbox() {
        return new Start(Optional.empty(), true, Optional.empty(), Optional.of("eu-west-1"), Optional.empty());
    }

    /// Opens the app on the sandbox, where the account page has all it asks for.
    static void openAccount(Walker walker, Path folder) throws TimeoutException {
        openAccount(walker, onSandbox(), folder);
    }

    private static void openAccount(Walker walker, Start start, Path folder) throws TimeoutException {
        walker.open(start, 150, folder.resolve("web.yaml"));
        walker.waitFor("the account", () -> walker.shows("123456789012"));
        walker.waitFor("the regions", () -> walker.find("#region").isPresent());
    }

    static void answerNetwork(Walker walker) {
        walker.choose("#vpcId", each -> each.contains("name=main,"));
        walker.tick("#subnets", each -> each.contains("main-private"));
        walker.choose("#sourceSecurityGroup", each -> each.contains("name=web-alb"));
    }

    static void awaitCompute(Walker walker) {
        walker.waitFor("instance types", () -> walker.rows("#instanceType") > 400);
        walker.waitUntilComplete();
    }

    static void awaitChecks(Walker walker) {
        walker.waitFor(
                "the end of the checks", () -> walker.text("#checksCount").startsWith("All checks passed"));
    }

    /// @param look told which page is shown
    static void walk(Walker walker, Path folder, Consumer<String> look) throws TimeoutException {
        walk(walker, onSandbox(), folder, look);
    }

    /// The same for another start than with the sandbox.
    static void walk(Walker walker, Start start, Path folder, Consumer<String> look) throws TimeoutException {
        openAccount(walker, start, folder);
        look.accept("account");
        walker.next();
        look.accept("cluster, empty");
        walker.write("#stackName", "web");
        look.accept("cluster");
        walker.next();
        answerNetwork(walker);
        look.accept("network");
        walker.next();
        awaitCompute(walker);
        look.accept("compute");
        walker.next();
        awaitChecks(walker);
        look.accept("preview");
        walker.press("#showChecks");
        look.accept("checks");
        walker.press("#showTemplate");
        walker.next();
        walker.press("#capabilities");
        look.accept("deploy");
        walker.press("#reviewFirst");
        walker.waitFor("the review", () -> walker.find("#execute").isPresent());
        look.accept("review");
        walker.press("#execute");
        walker.waitFor("the end", () -> walker.find("#deleteStack").isPresent());
        walker.waitFor("the outputs", () -> walker.shows("ClusterName"));
        look.accept("complete");
        walker.press("#showTimeline");
        look.accept("timeline");
        walker.press("#deleteStack");
        walker.waitFor("the question", () -> walker.find("#confirmName").isPresent());
        look.accept("delete");
    }

    /// Opens what stands beside the pages, one after the other: the menu with what is in it, the windows that it leads
    /// to, and the dialog for what went wrong.
    ///
    /// @param look told which it is, and what is in it, on the window's thread
    static void besides(Walker walker, BiConsumer<String, Parent> look) {
        var owner = walker.stage();
        var menu = (MenuButton) owner.getScene().lookup("#menu");
        beside(walker, "menu", menu::show, look);
        for (var item : List.copyOf(menu.getItems())) {
            if (item instanceof Menu && !item.isDisable()) {
                beside(
                        walker,
                        "menu, " + item.getText(),
                        () -> {
                            menu.show();
                            ((Menu) item).show();
                        },
                        look);
            }
        }
        beside(walker, "shortcuts", () -> ShortcutsWindow.show(owner), look);
        beside(walker, "about", () -> AboutWindow.show(owner, "1.0"), look);
        beside(
                walker,
                "error",
                () -> new ErrorDialog(owner, _ -> {}).unforeseen(new IllegalStateException("It is so"), "log"),
                look);
    }

    private static void beside(Walker walker, String name, Runnable open, BiConsumer<String, Parent> look) {
        walker.robot().interact(open);
        WaitForAsyncUtils.waitForFxEvents();
        walker.robot().interact(() -> {
            var others = Window.getWindows().stream()
                    .filter(window -> window != walker.stage() && window.isShowing())
                    .toList();
            assertThat(others).as(name).isNotEmpty();
            for (var window : others) {
                window.getScene().getRoot().applyCss();
                window.getScene().getRoot().layout();
                look.accept(name, window.getScene().getRoot());
            }
            others.forEach(Window::hide);
        });
    }
}
