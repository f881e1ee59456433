import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Draws the app's icon from its SVG source: PNGs of all sizes, `icon.ico` and `icon.icns`.
///
///     java packaging/Icons.java assets/icon.svg FOLDER [SIZE...]
///
/// With sizes, only PNGs of these. Knows of SVG what the icon is made of, a square view box, rectangles, polygons and
/// paths of absolute M, L, C and Z with plain colours, and refuses everything else rather than draw it wrongly.
final class Icons {
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512, 1024);

    /// What Windows shows in lists, title bars and tiles.
    private static final List<Integer> ICO = List.of(16, 24, 32, 48, 64, 256);

    /// By the types of Apple's icon format that hold PNGs; the even ones of a pair are for displays of double density.
    private static final Map<String, Integer> ICNS = new LinkedHashMap<>();

    static {
        ICNS.put("icp4", 16);
        ICNS.put("icp5", 32);
        ICNS.put("ic11", 32);
        ICNS.put("ic12", 64);
        ICNS.put("ic07", 128);
        ICNS.put("ic13", 256);
        ICNS.put("ic08", 256);
        ICNS.put("ic14", 512);
        ICNS.put("ic09", 512);
        ICNS.put("ic10", 1024);
    }

    private final Element svg;
    private final double side;

    private Icons(Element svg) {
        this.svg = svg;
        var box = svg.getAttribute("viewBox").split(" ");
        if (box.length != 4 || !box[0].equals("0") || !box[1].equals("0") || !box[2].equals(box[3])) {
            throw new IllegalArgumentException("The view box is no square from 0 0");
        }
        side = Double.parseDouble(box[2]);
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("java.awt.headless", "true");
        var sizes = List.of(arguments).subList(2, arguments.length).stream().map(Integer::valueOf).toList();
        write(Path.of(arguments[0]), Path.of(arguments[1]), sizes);
    }

    /// @param sizes of PNGs, in pixels; none for all of them and the icons of Windows and macOS
    static void write(Path source, Path folder, List<Integer> sizes) throws Exception {
        var icons = new Icons(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(source.toFile())
                .getDocumentElement());
        Files.createDirectories(folder);
        for (var size : sizes.isEmpty() ? SIZES : sizes) {
            Files.write(folder.resolve("icon-" + size + ".png"), icons.png(size));
        }
        if (sizes.isEmpty()) {
            Files.write(folder.resolve("icon.ico"), icons.ico());
            Files.write(folder.resolve("icon.icns"), icons.icns());
        }
    }

    private byte[] png(int size) throws IOException {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(size / side, size / side);
        draw(graphics, svg);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private byte[] ico() throws IOException {
        var directory = ByteBuffer.allocate(6 + 16 * ICO.size()).order(ByteOrder.LITTLE_ENDIAN);
        directory.putShort((short) 0).putShort((short) 1).putShort((short) ICO.size());
        var images = new ByteArrayOutputStream();
        for (var size : ICO) {
            var png = png(size);
            // 256 is written as 0
            directory.put((byte) (int) size).put((byte) (int) size).putShort((short) 0);
            directory.putShort((short) 1).putShort((short) 32);
            directory.putInt(png.length).putInt(directory.capacity() + images.size());
            images.writeBytes(png);
        }
        var all = new ByteArrayOutputStream();
        all.writeBytes(directory.array());
        images.writeTo(all);
        return all.toByteArray();
    }

    private byte[] icns() throws IOException {
        var images = new ByteArrayOutputStream();
        var out = new DataOutputStream(images);
        for (var entry : ICNS.entrySet()) {
            var png = png(entry.getValue());
            out.write(entry.getKey().getBytes(StandardCharsets.US_ASCII));
            out.writeInt(8 + png.length);
            out.write(png);
        }
        var all = new ByteArrayOutputStream();
        var head = new DataOutputStream(all);
        head.write("icns".getBytes(StandardCharsets.US_ASCII));
        head.writeInt(8 + images.size());
        images.writeTo(head);
        return all.toByteArray();
    }

    private static void draw(Graphics2D graphics, Element parent) {
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                switch (element.getTagName()) {
                    case "title" -> {}
                    case "g" -> draw(graphics, element);
                    default -> paint(graphics, shape(element), element);
                }
            }
        }
    }

    private static Shape shape(Element element) {
        return switch (element.getTagName()) {
            case "rect" -> {
                var round = 2 * number(element, "rx");
                yield new RoundRectangle2D.Double(
                        number(element, "x"),
                        number(element, "y"),
                        number(element, "width"),
                        number(element, "height"),
                        round,
                        round);
            }
            case "polygon" -> path("M " + element.getAttribute("points").replace(',', ' ') + " Z");
            case "path" -> path(element.getAttribute("d"));
            default -> throw new IllegalArgumentException("The icon has a <" + element.getTagName() + ">");
        };
    }

    private static Path2D path(String data) {
        var path = new Path2D.Double();
        try (var words = new Scanner(data)) {
            var command = "";
            while (words.hasNext()) {
                if (words.hasNext(Pattern.compile("[A-Za-z]"))) {
                    command = words.next();
                }
                switch (command) {
                    case "M" -> {
                        path.moveTo(next(words), next(words));
                        command = "L";
                    }
                    case "L" -> path.lineTo(next(words), next(words));
                    case "C" ->
                        path.curveTo(
                                next(words), next(words), next(words), next(words), next(words), next(words));
                    case "Z" -> path.closePath();
                    default -> throw new IllegalArgumentException("The icon has a path with " + command);
                }
            }
        }
        return path;
    }

    private static double next(Scanner words) {
        return Double.parseDouble(words.next());
    }

    private static void paint(Graphics2D graphics, Shape shape, Element element) {
        graphics.setColor(Color.decode(inherited(element, "fill")));
        graphics.fill(shape);
        var stroke = inherited(element, "stroke");
        if (!stroke.isEmpty()) {
            if (!inherited(element, "stroke-linejoin").equals("round")) {
                throw new IllegalArgumentException("The icon has a line whose corners are not round");
            }
            graphics.setColor(Color.decode(stroke));
            graphics.setStroke(new BasicStroke(
                    Float.parseFloat(inherited(element, "stroke-width")),
                    BasicStroke.CAP_BUTT,
                    BasicStroke.JOIN_ROUND));
            graphics.draw(shape);
        }
    }

    private static String inherited(Node node, String attribute) {
        return node instanceof Element element
                ? element.hasAttribute(attribute)
                        ? element.getAttribute(attribute)
                        : inherited(element.getParentNode(), attribute)
                : "";
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
