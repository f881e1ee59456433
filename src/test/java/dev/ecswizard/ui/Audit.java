package dev.ecswizard.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Dimension2D;
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
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// Looks through what a window shows for what a person could not use. All of it is to be called on the window's thread.
public final class Audit {
    /// In pixels.
    private static final double TOLERANCE = 1;

    /// Usual ones, and what a screen of 1920 by 1080 pixels leaves at 200 %.
    private static final List<Dimension2D> SIZES =
            List.of(new Dimension2D(1000, 700), new Dimension2D(1440, 900), new Dimension2D(960, 500));

    private Audit() {}

    /// Whatever is wrong with what is shown just now.
    static List<String> all(Parent root) {
        var found = new ArrayList<String>();
        faint(root).forEach(each -> found.add("too faint: " + each));
        unnamed(root).forEach(each -> found.add("no name: " + each));
        doubleLetters(root).forEach(each -> found.add("one letter for several: " + each));
        clipped(root).forEach(each -> found.add("cut: " + each));
        unreachable(root).forEach(each -> found.add("out of reach: " + each));
        return found;
    }

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
    /// tell the whole in a tooltip; so may be names that others gave, which have to tell a screen reader, too.
    public static List<String> clipped(Parent root) {
        var found = new ArrayList<String>();
        var width = root.getLayoutBounds().getWidth();
        each(root, node -> {
            if (node instanceof Labeled labeled && !isInCell(node) && isCut(labeled) && !isToldWhole(labeled)) {
                found.add(path(node) + ": " + labeled.getText());
            } else if (node instanceof Control
                    && !isInCell(node)
                    && node.localToScene(node.getLayoutBounds()).getMaxX() > width + TOLERANCE) {
                found.add(path(node) + " goes beyond the edge");
            }
        });
        return found;
    }

    /// Whether what is pointed at tells all of a text, to the eye and to the ear.
    private static boolean isToldWhole(Labeled labeled) {
        var lines = List.of(labeled.getText().split("\n"));
        for (Node each = labeled; each != null; each = each.getParent()) {
            if (each instanceof Control control && control.getTooltip() != null) {
                var heard = Optional.ofNullable(control.getAccessibleText()).orElse("");
                return lines.stream().allMatch(control.getTooltip().getText()::contains)
                        && lines.stream().allMatch(heard::contains);
            }
        }
        return false;
    }

    /// What lies where no scrolling leads to.
    public static List<String> unreachable(Parent root) {
        var found = new ArrayList<String>();
        var window = root.getLayoutBounds();
        each(root, node -> {
            if (node instanceof Control
                    && !isInCell(node)
                    && node.getLayoutBounds().getWidth() > 0) {
                var seen = outermostScrolling(node);
                var place = seen.localToScene(seen.getLayoutBounds());
                if (place.getMinX() < -TOLERANCE
                        || place.getMinY() < -TOLERANCE
                        || place.getMaxX() > window.getWidth() + TOLERANCE
                        || place.getMaxY() > window.getHeight() + TOLERANCE) {
                    found.add(path(node) + " at " + (int) place.getMaxX() + ", " + (int) place.getMaxY());
                }
            }
        });
        return found;
    }

    /// What scrolls a node into sight, or the node.
    private static Node outermostScrolling(Node node) {
        var outermost = node;
        for (var each = node; each != null; each = each.getParent()) {
            if (each instanceof ScrollPane) {
                outermost = each;
            }
        }
        return outermost;
    }

    /// Texts and icons that are too like what they stand on.
    public static List<String> faint(Parent root) {
        var found = new ArrayList<String>();
        root.lookupAll("*").forEach(node -> {
            if (node instanceof Text text) {
                Contrast.faint(text).ifPresent(why -> found.add(path(text) + ": " + text.getText() + ": " + why));
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

    /// What is cut or out of reach in each size that a window may well have, with where it was found.
    public static List<String> clippedInEverySize(Parent root) {
        var width = ((Region) root).getWidth();
        var height = ((Region) root).getHeight();
        var found = new ArrayList<String>();
        for (var size : SIZES) {
            lay(root, size.getWidth(), size.getHeight());
            Stream.concat(clipped(root).stream(), unreachable(root).stream())
                    .forEach(each -> found.add((int) size.getWidth() + "x" + (int) size.getHeight() + ": " + each));
        }
        lay(root, width, height);
        return found;
    }

    private static void lay(Parent root, double width, double height) {
        root.resize(width, height);
        // what is worked out from a width in one pass has its effect in the next
        for (var pass = 0; pass < 3; pass++) {
            root.applyCss();
            root.requestLayout();
            root.layout();
        }
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
