package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class RowsTest {
    private final Rows<String> rows = new Rows<>();
    private final List<String> told = new ArrayList<>();

    @Test
    void whatIsAddedAtTheEndOrBetweenIsToldAsAdded() {
        rows.become(List.of("a", "c"));
        rows.addListener((ListChangeListener<String>) this::tell);
        rows.become(List.of("a", "c", "d", "e"));
        rows.become(List.of("a", "b", "c", "d", "e"));
        rows.become(List.of("a", "b", "c", "d", "e"));
        assertThat(told).containsExactly("2..4 for 0", "1..2 for 0");
    }

    @Test
    void whatGoesAndWhatComesInItsPlaceIsToldAsOneChange() {
        rows.become(List.of("a", "b", "c", "d"));
        rows.addListener((ListChangeListener<String>) this::tell);
        rows.become(List.of("a", "d"));
        rows.become(List.of("x", "y", "d"));
        rows.become(List.of());
        assertThat(told).containsExactly("1..1 for 2", "0..2 for 1", "0..0 for 3");
    }

    /// A mirror that is kept by what is told is the same as the rows themselves.
    @Test
    void aMirrorStaysEqual() {
        var mirror = FXCollections.<Integer>observableArrayList();
        var numbers = new Rows<Integer>();
        numbers.addListener((ListChangeListener<Integer>) change -> {
            while (change.next()) {
                var there = mirror.subList(change.getFrom(), change.getFrom() + change.getRemovedSize());
                assertThat(there).isEqualTo(change.getRemoved());
                there.clear();
                mirror.addAll(change.getFrom(), change.getAddedSubList());
            }
        });
        var random = new Random(6);
        for (var i = 0; i < 500; i++) {
            numbers.become(IntStream.range(0, 12)
                    .filter(_ -> random.nextInt(3) > 0)
                    .boxed()
                    .toList());
            assertThat(mirror).isEqualTo(numbers);
        }
    }

    private void tell(ListChangeListener.Change<? extends String> change) {
        while (change.next()) {
            told.add(change.getFrom() + ".." + change.getTo() + " for " + change.getRemovedSize());
        }
    }
}
