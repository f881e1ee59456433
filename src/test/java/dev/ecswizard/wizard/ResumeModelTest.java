package dev.ecswizard.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.Network;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.ui.InOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeModelTest {
    private static final ClusterSpec SPEC = Specs.standard("web");

    @TempDir
    private Path folder;

    private final InOrder background = new InOrder();
    private final ObjectProperty<Optional<String>> region = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Cluster>> cluster = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Network>> network = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Compute>> compute = new SimpleObjectProperty<>(Optional.empty());
    /// The numbers of the pages that were filled.
    private final List<Integer> filled = new ArrayList<>();

    private WalkFile file;
    private WizardModel pages;
    private ResumeModel model;

    private final class Asked implements PageModel<String> {
        private final int number;

        private Asked(int number) {
            this.number = number;
        }

        @Override
        public String title() {
            return String.valueOf(number);
        }

        @Override
        public ObservableValue<Optional<String>> chosen() {
            return new SimpleObjectProperty<>(Optional.empty());
        }

        @Override
        public ObservableValue<Optional<String>> missing() {
            return new SimpleObjectProperty<>(Optional.empty());
        }

        @Override
        public ObservableValue<String> summary() {
            return new SimpleObjectProperty<>("");
        }

        @Override
        public void open(ClusterSpec spec) {
            filled.add(number);
        }
    }

    @BeforeEach
    void start() {
        file = new WalkFile(folder.resolve("deep").resolve("unfinished.ecscluster"));
        pages = new WizardModel(IntStream.range(0, 6).mapToObj(Asked::new).toList());
        model = new ResumeModel(
                background, file, file.read(), new ResumeModel.Answers(pages, region, cluster, network, compute));
    }

    private void answer(int pages) {
        region.set(Optional.of(SPEC.region()));
        cluster.set(Optional.of(SPEC.cluster()));
        network.set(Optional.of(SPEC.network()).filter(_ -> pages > 2));
        compute.set(Optional.of(SPEC.compute()).filter(_ -> pages > 3));
    }

    @Test
    void withoutAStackNameNothingIsKept() {
        region.set(Optional.of(SPEC.region()));
        network.set(Optional.of(SPEC.network()));
        assertThat(file.read()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void theNextStartOffersWhatWasAnswered(int answered) {
        answer(answered);
        start();
        assertThat(model.offered().get()).map(Walk::answered).contains(answered);
        assertThat(model.offered().get()).map(walk -> walk.spec().cluster()).contains(SPEC.cluster());
        model.goOn();
        assertThat(filled)
                .containsExactlyElementsOf(
                        IntStream.range(0, answered).boxed().toList().reversed());
        assertThat(pages.current().get()).isEqualTo(answered);
        assertThat(model.offered().get()).isEmpty();
    }

    @Test
    void allAnswersComeBackAsTheyWere() {
        answer(4);
        assertThat(file.read()).contains(new Walk(SPEC, 4));
    }

    @ParameterizedTest
    @EnumSource(Recipe.class)
    void eachRecipeIsKeptBeforeItsHostsAreChosen(Recipe recipe) {
        region.set(Optional.of("eu-west-1"));
        cluster.set(Optional.of(new Cluster("web", recipe, Map.of("team", "blue"))));
        assertThat(file.read()).map(walk -> walk.spec().cluster()).isEqualTo(cluster.get());
    }

    @Test
    void theOfferGoesWhenThePersonAnswersOtherwise() {
        answer(3);
        region.set(Optional.empty());
        cluster.set(Optional.empty());
        start();
        region.set(Optional.of(SPEC.region()));
        assertThat(model.offered().get()).isPresent();
        cluster.set(Optional.of(new Cluster("other", Recipe.STANDARD, Map.of())));
        assertThat(model.offered().get()).isEmpty();
        assertThat(file.read()).map(walk -> walk.spec().cluster().stackName()).contains("other");
    }

    @Test
    void whatIsNotWantedIsForgotten() {
        answer(3);
        start();
        model.leave();
        assertThat(model.offered().get()).isEmpty();
        assertThat(file.read()).isEmpty();
    }

    @Test
    void onceAStackWasMadeNothingIsLeftUntilAnswersChange() {
        answer(4);
        model.done();
        assertThat(file.read()).isEmpty();
        compute.set(Optional.empty());
        assertThat(file.read()).map(Walk::answered).contains(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "stackName: web", "# pages answered: 9\nstackName: web", "# pages answered: 3\n\0", "\0\0"})
    void aDamagedFileIsNone(String content) throws IOException {
        Files.createDirectories(folder.resolve("deep"));
        Files.writeString(folder.resolve("deep").resolve("unfinished.ecscluster"), content);
        assertThat(file.read()).isEmpty();
    }

    @Test
    void whereNothingCanBeWrittenNothingBreaks() throws IOException {
        Files.writeString(folder.resolve("deep"), "in the way");
        answer(4);
        start();
        assertThat(model.offered().get()).isEmpty();
    }
}
