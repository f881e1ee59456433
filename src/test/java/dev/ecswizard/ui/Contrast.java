package dev.ecswizard.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// How well something can be told from what it stands on.
final class Contrast {
    /// WCAG 2.2, success criterion 1.4.3.
    static final double OF_TEXT = 4.5;

    /// WCAG 2.2, success criterion 1.4.11.
    static final double OF_SIGNS = 3;

    private static final PseudoClass DISABLED = PseudoClass.getPseudoClass("disabled");

    private Contrast() {}

    /// WCAG 2.2, contrast ratio.
    static double between(Color one, Color other) {
        var lighter = Math.max(luminance(one), luminance(other));
        var darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    /// WCAG 2.2, relative luminance.
    private static double luminance(Color colour) {
        var parts = new double[] {colour.getRed(), colour.getGreen(), colour.getBlue()};
        var weights = new double[] {0.2126, 0.7152, 0.0722};
        return IntStream.range(0, 3)
                .mapToDouble(i -> weights[i]
                        * (parts[i] <= 0.04045 ? parts[i] / 12.92 : Math.pow((parts[i] + 0.055) / 1.055, 2.4)))
                .sum();
    }

    /// Says so where a text or a sign is too like what is behind it. What is disabled is exempt.
    static Optional<String> faint(Text text) {
        var own = text.getFill();
        if (!(own instanceof Color ink) || text.getText().isBlank() || isDisabledOrUnseen(text)) {
            return Optional.empty();
        }
        var ground = ground(text);
        var ratio = between(over(faded(ink, opacity(text)), ground), ground);
        var least = text instanceof FontIcon ? OF_SIGNS : OF_TEXT;
        return ratio >= least
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%.2f:1, %s on %s", ratio, ink, ground));
    }

    private static boolean isDisabledOrUnseen(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            // the node of a menu's item only looks disabled
            if (each.isDisabled()
                    || each.getPseudoClassStates().contains(DISABLED)
                    || !each.isVisible()
                    || each.getOpacity() == 0) {
                return true;
            }
        }
        return false;
    }

    private static double opacity(Node node) {
        var opacity = 1.0;
        for (var each = node; each != null; each = each.getParent()) {
            opacity *= each.getOpacity();
        }
        return opacity;
    }

    /// What is painted behind a node, from the window's own white on.
    private static Color ground(Node node) {
        var layers = new ArrayList<Color>();
        for (Node each = node.getParent(); each != null; each = each.getParent()) {
            if (each instanceof Region region && region.getBackground() != null) {
                layers.addAll(fills(region.getBackground()).reversed());
            }
        }
        var ground = Color.WHITE;
        for (var layer : layers.reversed()) {
            ground = over(layer, ground);
        }
        return ground;
    }

    private static List<Color> fills(Background background) {
        return background.getFills().stream()
                .filter(fill -> fill.getFill() instanceof Color)
                .map(fill -> (Color) fill.getFill())
                .toList();
    }

    private static Color faded(Color colour, double opacity) {
        return colour.deriveColor(0, 1, 1, opacity);
    }

    private static Color over(Color top, Color ground) {
        return ground.interpolate(Color.color(top.getRed(), top.getGreen(), top.getBlue()), top.getOpacity());
    }
}
