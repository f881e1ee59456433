package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.deploy.Aim;
import dev.ecswizard.deploy.Holdings;
import dev.ecswizard.deploy.Outcome;
import dev.ecswizard.deploy.Progress;
import dev.ecswizard.wizard.FakeStacks;
import dev.ecswizard.wizard.SaveModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordModelTest {
    @TempDir
    private Path folder;

    private final FakeStacks stacks = new FakeStacks();
    private final NamingPicker picker = new NamingPicker();
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(new State.Nothing());
    private final RecordModel model = new RecordModel(
            new ByHand(), picker, InstantSource.fixed(FakeStacks.START), state, java.util.Optional::empty);

    private void ended() {
        stacks.event("web", DeployModelTest.STACK, "CREATE_IN_PROGRESS", "User Initiated")
                .event("web", DeployModelTest.STACK, "CREATE_COMPLETE", "")
                .status("CREATE_COMPLETE");
        var stack = stacks.find(FakeStacks.ID).orElseThrow();
        var events = stacks.events(FakeStacks.ID, Optional.empty()).events().reversed();
        var run = new Run(
                FakeStacks.ID,
                "web",
                "123456789012",
                "eu-west-1",
                Holdings.in(stacks.place().cloud(), "eu-west-1"),
                Optional.empty(),
                0,
                Aim.COMPLETION,
                FakeStacks.START);
        var progress = new Progress(
                Optional.of(stack), events, List.of(), 0, 0, Optional.empty(), Optional.empty(), Optional.empty());
        state.set(new State.Ended(run, Optional.of(progress), new Outcome.Succeeded(stack), Duration.ofSeconds(3)));
    }

    private String saved(Path file) throws IOException {
        assertThat(model.saving().state().get()).isEqualTo(new SaveModel.Saved(List.of(file)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        return Files.readString(file);
    }

    @Test
    void whatIsSavedIsForItsOwnerOnlyAndNamedAfterTheStack() throws IOException {
        ended();
        picker.named = Optional.of(folder.resolve("log"));
        model.text();
        assertThat(saved(folder.resolve("log.log")).lines()).hasSize(2);
        model.jsonLines();
        assertThat(saved(folder.resolve("log.jsonl"))).contains("\"LogicalResourceId\":\"web\"");
        model.webPage();
        assertThat(saved(folder.resolve("log.html"))).contains("Stack web is complete", "123456789012");
        assertThat(picker.suggested).containsExactly("web.log", "web.jsonl", "web.html");
    }

    @Test
    void accountIdsAreBlottedOutOnDemand() throws IOException {
        ended();
        picker.named = Optional.of(folder.resolve("a.html"));
        model.blotted().set(true);
        model.webPage();
        assertThat(saved(folder.resolve("a.html"))).doesNotContain("123456789012");
    }

    @Test
    void aFileThatTheDialogDidNotNameIsNotReplacedUnasked() throws IOException {
        ended();
        Files.writeString(folder.resolve("log.log"), "old");
        picker.named = Optional.of(folder.resolve("log"));
        model.text();
        assertThat(model.saving().state().get()).isEqualTo(new SaveModel.Asking(List.of(folder.resolve("log.log"))));
        assertThat(folder.resolve("log.log")).content().isEqualTo("old");
        model.saving().replace();
        assertThat(Files.readString(folder.resolve("log.log"))).contains("CREATE_COMPLETE");
    }

    @Test
    void whatCanNotBeWrittenIsSaidInASentence() {
        ended();
        picker.named = Optional.of(folder.resolve("none").resolve("log.log"));
        model.text();
        assertThat(model.saving().state().get())
                .isInstanceOfSatisfying(
                        SaveModel.Failed.class,
                        failed -> assertThat(failed.why()).contains("none"));
    }

    @Test
    void withoutAStackNothingIsAsked() {
        model.text();
        assertThat(picker.suggested).isEmpty();
    }
}
