package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementTest {
    private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1920, 1080);
    private static final Rectangle2D LEFT = new Rectangle2D(-1280, 0, 1280, 1024);

    @Test
    void whatIsWrittenIsRead() {
        var one = new Placement(-3, 40, 1000, 700, false);
        var other = new Placement(0, 0, 1440, 900, true);
        assertThat(Placement.of(one.text())).contains(one);
        assertThat(Placement.of(other.text())).contains(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 2 3", "1 2 3 x", "1 2 -3 4", "1 2 3 4 maximised", "1 2 3 99999999"})
    void whatMakesNoSenseIsNone(String text) {
        assertThat(Placement.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // as it was
        "100, 50, 1000, 700, 100 50 1000 700",
        // partly out of sight, but to be moved
        "1700, 900, 1000, 700, 1700 900 1000 700",
        // on a screen that is there beside the first
        "-1200, 100, 1000, 700, -1200 100 1000 700",
        // on one that is no longer there: in the middle of the first
        "2000, 100, 1000, 700, 460 190 1000 700",
        // above all, so that it could not be taken by its title
        "100, -60, 1000, 700, 460 190 1000 700",
        "100, 1070, 1000, 700, 460 190 1000 700",
        // larger than any
        "0, 0, 4000, 3000, 0 0 1920 1080",
        "5000, 0, 4000, 3000, 0 0 1920 1080"
    })
    void aWindowIsWhereItCanBeSeenAndMoved(int x, int y, int width, int height, String there) {
        assertThat(new Placement(x, y, width, height, false)
                        .within(List.of(SCREEN, LEFT))
                        .text())
                .isEqualTo(there);
    }

    @ParameterizedTest
    @CsvSource({
        // room enough, also on the narrowest of several
        "1920, 1080, 880 640",
        "1280, 720, 880 640",
        // 1920 by 1080 at 200 %, below a bar of the system's
        "960, 508, 880 508",
        "800, 600, 800 600"
    })
    void noWindowHasToBeLargerThanAScreen(int width, int height, String least) {
        var small = new Rectangle2D(1920, 0, width, height);
        var now = Placement.least(new Dimension2D(880, 640), List.of(SCREEN, small));
        assertThat((int) now.getWidth() + " " + (int) now.getHeight()).isEqualTo(least);
    }

    @Test
    void forTheFirstTimeAWindowIsInTheMiddleAndAllOfItInSight() {
        assertThat(Placement.amid(SCREEN, 1000, 740).text()).isEqualTo("460 170 1000 740");
        assertThat(Placement.amid(new Rectangle2D(0, 27, 960, 513), 1000, 748).text())
                .isEqualTo("0 27 960 513");
        assertThat(Placement.amid(new Rectangle2D(0, 27, 1100, 513), 1000, 748).text())
                .isEqualTo("50 27 1000 513");
    }

    @Test
    void whatFilledItsScreenDoesSoAgain() {
        assertThat(new Placement(9000, 0, 1000, 700, true)
                        .within(List.of(SCREEN))
                        .isMaximized())
                .isTrue();
    }
}
