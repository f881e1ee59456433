package dev.ecswizard.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.ProgressIndicator;
import javax.imageio.ImageIO;

/// The pictures that are kept of the app, one a state and theme, and what differs from them. Made in fonts that come
/// with the tests, so that every machine makes the same. Whatever is pictured is audited, too.
///
/// A change of look is a change of picture in the same commit: `-Dpictures.accept` keeps what is shown in the place of
/// what was.
public final class Kept {
    static final Path FOLDER = Path.of("src", "test", "resources", "pictures");

    /// By how much a pixel's red, green or blue may differ, of 255.
    private static final int SHADE = 24;

    /// The same within an area of one colour, which is kept as it was; a subtle ground is not far from none.
    private static final int GROUND = 4;

    /// How many of a million pixels may differ by more, such as a caret.
    static final int MOST = 400;

    private static final Path MADE = Path.of("target", "pictures");

    private Kept() {}

    /// Holds what a scene shows in each theme against what is kept. To be called on the window's thread.
    ///
    /// @return what differs, or that nothing is kept, and how to keep it; empty if all is as it should be
    public static String found(Scene scene, String name) throws IOException {
        return found(scene, name, 1);
    }

    /// The same as it is on a screen where everything is so many times as large.
    public static String found(Scene scene, String name, double scale) throws IOException {
        var before = Theme.inUse();
        var sheets = List.copyOf(scene.getStylesheets());
        var found = new ArrayList<String>();
        for (var theme : Theme.values()) {
            theme.use();
            if (!scene.getStylesheets().isEmpty()) {
                // one that is in no window, too
                Theme.dress(scene);
            }
            TestFonts.putOn(scene);
            var made = still(scene, scale);
            Audit.all(scene.getRoot()).forEach(each -> found.add(name + ", " + theme + ": " + each));
            found.addAll(compare(made, name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
        }
        before.use();
        scene.getStylesheets().setAll(sheets);
        lay(scene);
        return found.isEmpty()
                ? ""
                : String.join("\n", found)
                        + "\nA look that is as it should be: run the same test with -Dpictures.accept, and commit the pictures.";
    }

    private static BufferedImage still(Scene scene, double scale) {
        var root = scene.getRoot();
        // what turns looks different each time
        var turning = root.lookupAll("*").stream()
                .filter(node -> node instanceof ProgressIndicator progress && progress.isIndeterminate())
                .toList();
        turning.forEach(node -> node.setOpacity(0));
        lay(scene);
        var made = scale == 1 ? Picture.of(scene) : Picture.of(scene, scale);
        turning.forEach(node -> node.setOpacity(1));
        return made;
    }

    private static void lay(Scene scene) {
        // what is worked out from a width in one pass has its effect in the next
        for (var pass = 0; pass < 3; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    private static List<String> compare(BufferedImage made, String name) throws IOException {
        var file = FOLDER.resolve(name);
        if (Boolean.getBoolean("pictures.accept")
                && (!Files.exists(file) || differing(ImageIO.read(file.toFile()), made) > MOST)) {
            Picture.writeSmall(made, file);
        }
        if (!Files.exists(file)) {
            Picture.write(made, MADE.resolve(name));
            return List.of("No picture is kept of what is in " + MADE.resolve(name));
        }
        var kept = ImageIO.read(file.toFile());
        var share = differing(kept, made);
        if (share <= MOST) {
            return List.of();
        }
        Picture.write(made, MADE.resolve(name));
        var difference = MADE.resolve(name.replace(".png", "-difference.png"));
        Picture.write(difference(kept, made), difference);
        return List.of("%s is not as in %s: %.2f %% of it is red in %s"
                .formatted(MADE.resolve(name), file, share / 10_000.0, difference));
    }

    /// In a million.
    static long differing(BufferedImage kept, BufferedImage made) {
        if (kept.getWidth() != made.getWidth() || kept.getHeight() != made.getHeight()) {
            return 1_000_000;
        }
        var count = 0L;
        for (var y = 0; y < kept.getHeight(); y++) {
            for (var x = 0; x < kept.getWidth(); x++) {
                if (differs(kept, made, x, y)) {
                    count++;
                }
            }
        }
        return Math.ceilDiv(count * 1_000_000, (long) kept.getWidth() * kept.getHeight());
    }

    private static boolean differs(BufferedImage kept, BufferedImage made, int x, int y) {
        var apart = Picture.apart(kept.getRGB(x, y), made.getRGB(x, y));
        return apart > SHADE || apart > GROUND && isOfArea(made, x, y);
    }

    /// Whether all around it is the same, which is so of no letter's edge.
    private static boolean isOfArea(BufferedImage image, int x, int y) {
        for (var otherY = Math.max(0, y - 1); otherY <= Math.min(image.getHeight() - 1, y + 1); otherY++) {
            for (var otherX = Math.max(0, x - 1); otherX <= Math.min(image.getWidth() - 1, x + 1); otherX++) {
                if (image.getRGB(otherX, otherY) != image.getRGB(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// What is shown, pale, and in red what differs.
    private static BufferedImage difference(BufferedImage kept, BufferedImage made) {
        var image = new BufferedImage(made.getWidth(), made.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < made.getHeight(); y++) {
            for (var x = 0; x < made.getWidth(); x++) {
                var isThere = x < kept.getWidth() && y < kept.getHeight();
                var shown = made.getRGB(x, y);
                image.setRGB(
                        x, y, isThere && !differs(kept, made, x, y) ? (shown >> 2 & 0x3f3f3f) + 0xc0c0c0 : 0xff0000);
            }
        }
        return image;
    }
}
