package dev.ecswizard.ui;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;

/// Where a window was and how large, in the screen's units.
///
/// @param isMaximized whether it filled its screen; the rest is what it was before
public record Placement(int x, int y, int width, int height, boolean isMaximized) {
    private static final Pattern TEXT = Pattern.compile("(-?\\d{1,6}) (-?\\d{1,6}) (\\d{1,6}) (\\d{1,6})( maximized)?");
    /// The part of a window that it can be taken by, and how much of it has to be in sight for that.
    private static final int TITLE_HEIGHT = 24;

    private static final int LEAST_OF_TITLE = 120;

    /// How it is written down.
    public String text() {
        return "%d %d %d %d%s".formatted(x, y, width, height, isMaximized ? " maximized" : "");
    }

    /// Reads what [#text] wrote; nothing if it is something else.
    public static Optional<Placement> of(String text) {
        var match = TEXT.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var numbers = IntStream.rangeClosed(1, 4)
                .map(group -> Integer.parseInt(match.group(group)))
                .toArray();
        return Optional.of(new Placement(numbers[0], numbers[1], numbers[2], numbers[3], match.group(5) != null));
    }

    /// The same, or the nearest to it that can be seen and moved: no larger than its screen, and in the middle of the
    /// first one where it lies on none that is there now.
    ///
    /// @param screens what can be used of each, the first one first
    public Placement within(List<Rectangle2D> screens) {
        return screens.stream()
                .filter(this::canBeTakenOn)
                .findFirst()
                .map(screen -> fitting(screen, x, y))
                .orElseGet(() -> {
                    var there = amid(screens.getFirst(), width, height);
                    return new Placement(there.x, there.y, there.width, there.height, isMaximized);
                });
    }

    /// The middle of a screen, as large as is wished or as the screen allows.
    static Placement amid(Rectangle2D screen, int width, int height) {
        var fits = new Placement(0, 0, width, height, false).fitting(screen, 0, 0);
        return fits.fitting(screen, (int) (screen.getMinX() + (screen.getWidth() - fits.width) / 2), (int)
                (screen.getMinY() + (screen.getHeight() - fits.height) / 2));
    }

    /// How small a window may become: no less than is wished, unless there is a screen that has no room for that, such
    /// as one of 1920 by 1080 pixels at 200 %.
    static Dimension2D least(Dimension2D wished, List<Rectangle2D> screens) {
        return new Dimension2D(
                screens.stream().mapToDouble(Rectangle2D::getWidth).reduce(wished.getWidth(), Math::min),
                screens.stream().mapToDouble(Rectangle2D::getHeight).reduce(wished.getHeight(), Math::min));
    }

    private boolean canBeTakenOn(Rectangle2D screen) {
        var seen = Math.min(x + width, screen.getMaxX()) - Math.max(x, screen.getMinX());
        return seen >= LEAST_OF_TITLE && y >= screen.getMinY() && y + TITLE_HEIGHT <= screen.getMaxY();
    }

    private Placement fitting(Rectangle2D screen, int left, int top) {
        return new Placement(
                left,
                top,
                (int) Math.min(width, screen.getWidth()),
                (int) Math.min(height, screen.getHeight()),
                isMaximized);
    }
}
