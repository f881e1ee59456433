package dev.ecswizard;

import dev.ecswizard.ui.Appearance;
import dev.ecswizard.ui.Motion;
import dev.ecswizard.ui.Placement;
import dev.ecswizard.ui.Settings;
import dev.ecswizard.ui.Visit;
import dev.ecswizard.wizard.Walk;
import dev.ecswizard.wizard.WalkFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What earlier starts of the app have left, as far as it can be read.
///
/// @param last where to go on from the last time
/// @param recent the cluster files that were used last
/// @param walk answers of which no stack was made
record Memory(
        Start start,
        Appearance appearance,
        Motion motion,
        Optional<Placement> placement,
        Optional<Visit> last,
        List<Path> recent,
        Optional<Walk> walk) {
    /// Reads what is there. Blocks on the disk.
    static Memory in(Settings settings, WalkFile walks, Start start) {
        return new Memory(
                start,
                settings.appearance(),
                settings.motion(),
                settings.placement(),
                start.after(settings.visit(), System.getenv()),
                settings.recent(),
                // who opens a file has something else in mind
                start.file().isPresent() ? Optional.empty() : walks.read());
    }

    /// The region to begin with on a connection: the one that was asked for, or the one where the person was last.
    Optional<String> region(String connection) {
        return start.region()
                .or(() -> last.filter(visit -> visit.connection().equals(connection))
                        .map(Visit::region));
    }
}
