package dev.ecswizard.ui;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.transform.Transform;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// Writes what a scene shows to a file, to be looked at: in `target/pictures`, or in the folder of `-Dpictures=FOLDER`.
public final class Picture {
    private static final int MOST_COLOURS = 256;

    /// How many of the commonest stay as they are: those of areas, and of most letters.
    private static final int EXACT = 64;

    /// What is no further apart, of 255, may become one.
    private static final int NEAR = 6;

    private Picture() {}

    /// Writes `NAME.png`. To be called on the window's thread.
    public static void take(Scene scene, String name) throws IOException {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        write(of(scene), Path.of(System.getProperty("pictures", "target/pictures"), name + ".png"));
    }

    /// What it shows. To be called on the window's thread.
    static BufferedImage of(Scene scene) {
        return image(scene.snapshot(null));
    }

    /// The same on a screen where everything is so many times as large.
    static BufferedImage of(Scene scene, double scale) {
        var how = new SnapshotParameters();
        how.setTransform(Transform.scale(scale, scale));
        how.setFill(scene.getFill());
        return image(scene.getRoot().snapshot(how, null));
    }

    static void write(BufferedImage image, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    /// With no more colours than a byte can tell apart, the commonest, and as small as that gets.
    static void writeSmall(BufferedImage image, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        try (var out = ImageIO.createImageOutputStream(file.toFile())) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(0);
            writer.setOutput(out);
            writer.write(null, new IIOImage(inFewColours(image), null, null), how);
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage inFewColours(BufferedImage image) {
        var counts = new HashMap<Integer, Integer>();
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                counts.merge(image.getRGB(x, y), 1, Integer::sum);
            }
        }
        var colours = few(counts);
        var places = new HashMap<Integer, Integer>();
        var small = new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE));
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                var place =
                        places.computeIfAbsent(image.getRGB(x, y), colour -> nearest(colours, colours.length, colour));
                small.getRaster().setSample(x, y, 0, place);
            }
        }
        return small;
    }

    /// The commonest first, without those of the others that another one can stand for.
    private static int[] few(Map<Integer, Integer> counts) {
        var all = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .mapToInt(Map.Entry::getKey)
                .toArray();
        for (var apart = NEAR; ; apart++) {
            var few = new int[MOST_COLOURS];
            var count = 0;
            for (var place = 0; place < all.length && count <= MOST_COLOURS; place++) {
                if (place < EXACT || apart(few[nearest(few, count, all[place])], all[place]) > apart) {
                    if (count < MOST_COLOURS) {
                        few[count] = all[place];
                    }
                    count++;
                }
            }
            if (count <= MOST_COLOURS) {
                return Arrays.copyOf(few, count);
            }
        }
    }

    private static int nearest(int[] colours, int count, int wanted) {
        var nearest = 0;
        for (var place = 1; place < count; place++) {
            if (apart(colours[place], wanted) < apart(colours[nearest], wanted)) {
                nearest = place;
            }
        }
        return nearest;
    }

    /// By how much the part differs that differs most.
    static int apart(int one, int other) {
        var most = 0;
        for (var shift = 0; shift < 24; shift += 8) {
            most = Math.max(most, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
        }
        return most;
    }

    private static BufferedImage image(Image shown) {
        var width = (int) shown.getWidth();
        var height = (int) shown.getHeight();
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var line = new int[width];
        for (var y = 0; y < height; y++) {
            shown.getPixelReader()
                    .getPixels(0, y, width, 1, javafx.scene.image.PixelFormat.getIntArgbInstance(), line, 0, width);
            image.setRGB(0, y, width, 1, line, 0, width);
        }
        return image;
    }
}
