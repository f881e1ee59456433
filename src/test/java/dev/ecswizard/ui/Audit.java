package dev.ecswizard.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

/// Looks through what a window shows for what a person could not use. All of it is to be called on the window's thread.
public final class Audit {
    /// In pixels.
    private static final double TOLERANCE = 1;

    /// Styles of what is no text of the app, and of what works its width out from a text of its own.
    private static final List<String> NAMES =
            List.of("mono", "resource-id", "resource-type", "timeline-name", "timeline-took", "copy");

    private Audit() {}

    /// What the keyboard can come to and no screen reader could name.
    public static List<String> unnamed(Parent root) {
        var found = new ArrayList<String>();
        each(root, node -> {
            var isUsed = node.isFocusTraversable() && !node.isDisabled();
            if (isUsed && (name(node).isBlank() || hasNoRole(node))) {
                found.add(path(node));
            }
        });
        return found;
    }

    private static boolean hasNoRole(Node node) {
        return node.getAccessibleRole() == AccessibleRole.NODE || node.getAccessibleRole() == AccessibleRole.PARENT;
    }

    private static String name(Node node) {
        var own = Optional.ofNullable(node.getAccessibleText()).orElse("");
        if (!own.isBlank()) {
            return own;
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank()) {
            return labeled.getText();
        }
        // of a text of its own, which is what it says first
        if (node.getAccessibleRoleDescription() != null) {
            return node.getAccessibleRoleDescription();
        }
        return node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Labeled label
                ? label.getText()
                : "";
    }

    /// Letters that lead to more than one place, each with those places.
    public static List<String> doubleLetters(Parent root) {
        var places = new HashMap<String, List<String>>();
        each(root, node -> {
            if (node instanceof Labeled labeled && labeled.isMnemonicParsing() && !labeled.isDisabled()) {
                var text = Optional.ofNullable(labeled.getText()).orElse("");
                var mark = text.indexOf('_');
                if (mark >= 0 && mark + 1 < text.length()) {
                    places.computeIfAbsent(
                                    text.substring(mark + 1, mark + 2).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                            .add(text);
                }
            }
        });
        return places.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::toString)
                .toList();
    }

    /// Texts of which a part is left out, and what lies beyond the right edge. Cells of lists are to be elided, and
    /// tell
    /// the whole in a tooltip.
    public static List<String> clipped(Parent root) {
        var found = new ArrayList<String>();
        var width = root.getLayoutBounds().getWidth();
        each(root, node -> {
            if (node instanceof Labeled labeled && !isInCell(node) && isCut(labeled)) {
                found.add(path(node) + ": " + labeled.getText());
            } else if (node instanceof Control
                    && !isInCell(node)
                    && node.localToScene(node.getLayoutBounds()).getMaxX() > width + TOLERANCE) {
                found.add(path(node) + " goes beyond the edge");
            }
        });
        return found;
    }

    private static boolean isCut(Labeled labeled) {
        var text = Optional.ofNullable(labeled.getText()).orElse("");
        if (labeled.isMnemonicParsing()) {
            text = text.replaceFirst("_", "");
        }
        return labeled.getChildrenUnmodifiable().stream()
                        .filter(Text.class::isInstance)
                        .map(shown -> ((Text) shown).getText())
                        .anyMatch(shown -> shown.contains("...") || shown.contains("\u2026"))
                && !(text.contains("\u2026") || text.contains("..."));
    }

    /// Makes every text that the app itself has chosen half as long again, as other languages do.
    ///
    /// @return gives back what was there
    public static Runnable stretch(Parent root) {
        var before = new HashMap<Labeled, String>();
        each(root, node -> {
            if (node instanceof Labeled labeled
                    && !labeled.textProperty().isBound()
                    && labeled.getText() != null
                    && !labeled.getText().isBlank()
                    && !isInCell(node)
                    && NAMES.stream().noneMatch(node.getStyleClass()::contains)) {
                before.put(labeled, labeled.getText());
            }
        });
        before.forEach((labeled, text) -> labeled.setText(text + longer(text)));
        return () -> before.forEach(Labeled::setText);
    }

    /// Half as many letters, in words of the usual length.
    private static String longer(String text) {
        var more = new StringBuilder();
        for (var number = 0; number < (text.length() + 1) / 2; number++) {
            more.append(number % 7 == 0 && text.length() > 12 ? ' ' : 'o');
        }
        return more.toString();
    }

    private static boolean isInCell(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (each instanceof IndexedCell<?> || each.getStyleClass().contains("column-header")) {
                return true;
            }
        }
        return false;
    }

    /// All that is shown and not the inside of a control.
    private static void each(Node node, Consumer<Node> look) {
        if (!node.isVisible() || node instanceof ScrollBar) {
            return;
        }
        look.accept(node);
        var isWhole = node instanceof ComboBoxBase<?>
                || node instanceof Spinner<?>
                || node instanceof MenuButton
                || node instanceof TextInputControl;
        if (node instanceof Parent parent && !isWhole) {
            List.copyOf(parent.getChildrenUnmodifiable()).forEach(child -> each(child, look));
        }
    }

    private static String path(Node node) {
        var names = new ArrayList<String>();
        for (var each = node; each != null && names.size() < 4; each = each.getParent()) {
            names.addFirst(
                    each.getId() != null ? "#" + each.getId() : each.getClass().getSimpleName() + each.getStyleClass());
        }
        return String.join(" > ", names);
    }
}
