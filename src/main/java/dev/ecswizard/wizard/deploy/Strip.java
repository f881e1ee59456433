package dev.ecswizard.wizard.deploy;

import dev.ecswizard.deploy.Timeline.Bar;
import dev.ecswizard.deploy.Timeline.Kind;
import dev.ecswizard.deploy.Timeline.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/// The bar of one resource, on the marks of the axis.
final class Strip extends Region {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    /// In pixels; what takes no time is still to be seen.
    private static final double LEAST_WIDTH = 3;
    private static final double HEIGHT = 10;
    private static final double HEIGHT_OF_WAITING = 4;

    private final TimelineModel model;
    private Optional<Bar> bar = Optional.empty();
    private Axis axis;

    Strip(TimelineModel model) {
        this.model = model;
        getStyleClass().add("strip");
        setMinWidth(0);
    }

    /// Shows how it stands now.
    void show(Optional<Bar> now) {
        var marks = model.axis().get().marks().size();
        var kinds = now.map(Strip::kinds).orElse(List.of());
        if (axis != model.axis().get() || !kinds.equals(bar.map(Strip::kinds).orElse(List.of()))) {
            axis = model.axis().get();
            getChildren()
                    .setAll(Stream.concat(
                                    Stream.generate(() -> part("mark")).limit(marks),
                                    kinds.stream()
                                            .map(kind ->
                                                    part("span-" + kind.name().toLowerCase(Locale.ROOT))))
                            .toList());
        }
        bar = now;
        pseudoClassStateChanged(FAILED, now.filter(Bar::hasFailed).isPresent());
        requestLayout();
    }

    private static List<Kind> kinds(Bar bar) {
        return bar.spans().stream().map(Span::kind).toList();
    }

    private static Region part(String style) {
        var part = new Region();
        part.getStyleClass().add(style);
        part.setManaged(false);
        return part;
    }

    @Override
    protected void layoutChildren() {
        if (axis == null) {
            return;
        }
        var marks = axis.marks();
        for (var number = 0; number < marks.size(); number++) {
            var x = Math.min(getWidth() - 1, Math.floor(axis.place(marks.get(number)) * getWidth()));
            getChildren().get(number).resizeRelocate(x, 0, 1, getHeight());
        }
        var spans = bar.map(Bar::spans).orElse(List.of());
        for (var number = 0; number < spans.size(); number++) {
            place((Region) getChildren().get(marks.size() + number), spans.get(number));
        }
    }

    private void place(Region part, Span span) {
        var from = snapPositionX(axis.place(model.since(span.from())) * getWidth());
        var to = snapPositionX(
                axis.place(model.since(span.to().orElse(model.until().get()))) * getWidth());
        var height = span.kind() == Kind.OTHERS ? HEIGHT_OF_WAITING : HEIGHT;
        var width = Math.max(LEAST_WIDTH, to - from);
        part.resizeRelocate(Math.min(from, getWidth() - width), Math.floor((getHeight() - height) / 2), width, height);
    }
}
