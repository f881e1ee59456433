package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.Stack;
import dev.ecswizard.deploy.Blot;
import dev.ecswizard.deploy.HostsSeen;
import dev.ecswizard.deploy.Progress;
import dev.ecswizard.deploy.Proposal;
import dev.ecswizard.deploy.Report;
import dev.ecswizard.template.TextFile;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.FilePicker;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.SaveModel;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/// What can be kept of a deployment that is shown: its log as text or as JSON lines, and all of it as a web page.
public final class RecordModel {
    private final Messages messages = Messages.of(RecordModel.class);
    private final FilePicker picker;
    private final InstantSource clock;
    private final ObservableValue<State> state;
    private final Supplier<Optional<HostsSeen>> hosts;
    private final SaveModel saving;
    private final BooleanProperty blotted = new SimpleBooleanProperty();
    private Optional<Proposal.Ready> carriedOut = Optional.empty();

    /// @param hosts what was seen of them
    public RecordModel(
            Background background,
            FilePicker picker,
            InstantSource clock,
            ObservableValue<State> state,
            Supplier<Optional<HostsSeen>> hosts) {
        this.picker = picker;
        this.clock = clock;
        this.state = state;
        this.hosts = hosts;
        saving = new SaveModel(background);
        state.subscribe(now -> {
            if (now instanceof State.Executing(var _, var proposal, var _)) {
                carriedOut = Optional.of(proposal);
            }
        });
        state.map(now -> now.shown().map(Run::stackId)).subscribe(_ -> saving.forget());
    }

    /// Whether account ids are made unreadable in what is saved.
    public BooleanProperty blotted() {
        return blotted;
    }

    public SaveModel saving() {
        return saving;
    }

    /// Asks for a file name and writes the log, an event a line.
    public void text() {
        save("deploy.record.text.description", ".log", Report::text);
    }

    /// Asks for a file name and writes the log, a JSON object a line.
    public void jsonLines() {
        save("deploy.record.lines.description", ".jsonl", Report::jsonLines);
    }

    /// Asks for a file name and writes everything as a web page.
    public void webPage() {
        save("deploy.record.page.description", ".html", Report::webPage);
    }

    private void save(String description, String ending, BiFunction<Report, Blot, String> words) {
        var now = state.getValue();
        now.shown().ifPresent(run -> {
            var report = report(run, now);
            var blot = blotted.get() ? Blot.of(run.account()) : Blot.NONE;
            // a star is no letter of a file's name everywhere
            var suggested = blot.in(run.stackName()).replace('*', 'x') + ending;
            picker.toSave(messages.text(description), ending, suggested).ifPresent(named -> {
                var file = withEnding(named, ending);
                saving.save(
                        file.equals(named) ? Set.of(file) : Set.of(),
                        () -> List.of(new TextFile(file, words.apply(report, blot))),
                        _ -> {});
            });
        });
    }

    /// A name that the person gave without an ending gets one.
    private static Path withEnding(Path file, String ending) {
        var name = file.getFileName().toString();
        return name.contains(".") ? file : file.resolveSibling(name + ending);
    }

    private Report report(Run run, State now) {
        var seen = now.seen();
        var stack = seen.flatMap(Progress::stack);
        var wanted = run.offer().map(Offer::wanted);
        return new Report(
                run.stackName(),
                run.stackId(),
                run.account(),
                wanted.map(each -> each.place().caller().arn()),
                run.region(),
                Verdict.of(now).status(),
                seen.flatMap(Progress::cause),
                wanted.map(each -> each.template().yaml()),
                stack.map(Stack::parameters).orElse(Map.of()),
                carriedOut
                        .filter(each -> each.proposed().stackId().equals(run.stackId()))
                        .map(this::sentences)
                        .orElse(List.of()),
                run.offer().map(Offer::resources).orElse(List.of()),
                seen.map(Progress::events).orElse(List.of()),
                stack.map(Stack::outputs).orElse(List.of()),
                hosts.get().filter(each -> each.target().stackId().equals(run.stackId())),
                clock.instant());
    }

    private List<String> sentences(Proposal.Ready proposal) {
        return Stream.concat(
                        proposal.effects().stream(),
                        proposal.lines().stream()
                                .map(line -> messages.text(
                                        "deploy.record.change",
                                        messages.text("deploy.change.kind." + line.kind()),
                                        line.logicalId(),
                                        line.type())))
                .toList();
    }
}
