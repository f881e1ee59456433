package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.deploy.Journals;
import dev.ecswizard.deploy.Logbook;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Template;
import dev.ecswizard.wizard.ChecksFor;
import dev.ecswizard.wizard.FakeAnswers;
import dev.ecswizard.wizard.FakeStacks;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.Specs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written down while a change set is worked out.
class ProposingTest {
    @TempDir
    private Path folder;

    private final ByHand background = new ByHand();
    private final FakeStacks stacks = new FakeStacks();
    private Logbook logbook;
    private DeployModel model;

    @BeforeEach
    void aWindow() {
        ObjectProperty<Optional<ClusterSpec>> spec = new SimpleObjectProperty<>(Optional.of(Specs.standard("web")));
        ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.of(stacks.place()));
        ObjectProperty<Optional<Template>> template =
                new SimpleObjectProperty<>(spec.get().map(Template::of));
        ObjectProperty<Optional<String>> obstacle = new SimpleObjectProperty<>(Optional.empty());
        var offered = new OfferModel(background, spec, place, template, obstacle, new GateModel(ChecksFor.none()));
        logbook = new Logbook(Optional.of(new Journals(folder, InstantSource.fixed(FakeStacks.START))));
        var notes = new Notes(logbook, new FakeEntrance(stacks));
        model = new DeployModel(background, new StepPace(), ZoneOffset.UTC, offered, new FakeAnswers(), notes);
        offered.capabilities().set(true);
        model.review().keepsWhatFails().set(true);
    }

    @AfterEach
    void letGo() {
        logbook.close();
    }

    private String written() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .map(ProposingTest::text)
                    .collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Test
    void onePressSaysBeforehandWhatItIsToBeCarriedOutWith() throws IOException {
        model.deploy();
        assertThat(written()).containsOnlyOnce("\"step\":\"meant\",\"keepsWhatFails\":true,\"protects\":false");
        assertThat(stacks.changeSets.executed).isEmpty();
    }

    @Test
    void aReviewSaysNothingBeforehand() throws IOException {
        model.deployReviewed();
        assertThat(written()).contains("\"step\":\"proposed\"").doesNotContain("\"step\":\"meant\"");
    }
}
