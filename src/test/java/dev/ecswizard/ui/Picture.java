package dev.ecswizard.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;

/// Writes what a scene shows to a file, to be looked at: in `target/pictures`, or in the folder of `-Dpictures=FOLDER`.
public final class Picture {
    private Picture() {}

    /// Writes `NAME.png`. To be called on the window's thread.
    public static void take(Scene scene, String name) throws IOException {
        var file = Path.of(System.getProperty("pictures", "target/pictures"), name + ".png");
        Files.createDirectories(file.getParent());
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        ImageIO.write(image(scene.snapshot(null)), "png", file.toFile());
    }

    private static BufferedImage image(Image shown) {
        var width = (int) shown.getWidth();
        var height = (int) shown.getHeight();
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                image.setRGB(x, y, shown.getPixelReader().getArgb(x, y));
            }
        }
        return image;
    }
}
