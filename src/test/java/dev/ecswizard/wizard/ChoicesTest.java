package dev.ecswizard.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.Network;
import dev.ecswizard.spec.Recipe;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class ChoicesTest {
    private final ClusterSpec whole = Specs.standard("web");
    private final ObjectProperty<Optional<String>> region = property(whole.region());
    private final ObjectProperty<Optional<Cluster>> cluster = property(whole.cluster());
    private final ObjectProperty<Optional<Network>> network = property(whole.network());
    private final ObjectProperty<Optional<Compute>> compute = property(whole.compute());
    private final Choices choices = new Choices(region, cluster, network, compute);

    private static <T> ObjectProperty<Optional<T>> property(T value) {
        return new SimpleObjectProperty<>(Optional.of(value));
    }

    @Test
    void theSlicesMakeTheWhole() {
        assertThat(choices.spec().get()).contains(whole);
    }

    @Test
    void withoutOneSliceThereIsNothingAndWithItEverythingAgain() {
        for (ObjectProperty<?> each : List.of(region, cluster, network, compute)) {
            assertGoneAndBack(each);
        }
    }

    private <T> void assertGoneAndBack(ObjectProperty<T> slice) {
        var before = slice.get();
        @SuppressWarnings("unchecked")
        var nothing = (T) Optional.empty();

        slice.set(nothing);
        assertThat(choices.spec().get()).isEmpty();
        slice.set(before);
        assertThat(choices.spec().get()).contains(whole);
    }

    @Test
    void anotherSliceIsTakenUp() {
        var other = new Cluster("other", Recipe.CLASSIC, Map.of());

        cluster.set(Optional.of(other));

        assertThat(choices.spec().get())
                .contains(new ClusterSpec(whole.region(), other, whole.network(), whole.compute()));
    }

    @Test
    void slicesThatDoNotFitTogetherAreNoWhole() {
        // no image is known there
        region.set(Optional.of("ap-south-1"));
        assertThat(choices.spec().get()).isEmpty();

        region.set(Optional.of("us-east-1"));
        assertThat(choices.spec().get()).isPresent();
    }
}
