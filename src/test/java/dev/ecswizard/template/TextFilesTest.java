package dev.ecswizard.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ecswizard.template.NotSaved.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFilesTest {
    @TempDir
    Path folder;

    private Path first;
    private Path second;
    private List<TextFile> both;

    @BeforeEach
    void name() {
        first = folder.resolve("web.yaml");
        second = folder.resolve("web.sh");
        both = List.of(new TextFile(first, "größe\n"), new TextFile(second, "two", true));
    }

    @Test
    void everyFileIsWrittenAndNothingElse() throws IOException {
        TextFiles.write(both, Set.of());
        assertThat(first).content().isEqualTo("größe\n");
        assertThat(second).content().isEqualTo("two");
        assertHolds("web.yaml", "web.sh");
    }

    @Test
    void onlyTheOwnerReadsThemAndRunsTheProgram() throws IOException {
        assumePosix();
        TextFiles.write(both, Set.of());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(second)))
                .isEqualTo("rwx------");
    }

    @Test
    void whatIsReplacedBecomesTheOwnersAlone() throws IOException {
        assumePosix();
        Files.writeString(first, "old");
        Files.setPosixFilePermissions(first, PosixFilePermissions.fromString("rw-rw-rw-"));
        TextFiles.write(both, Set.of(first));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first)))
                .isEqualTo("rw-------");
    }

    @Test
    void noFileIsReplacedUnasked() throws IOException {
        Files.writeString(second, "mine");
        assertThat(TextFiles.replaced(both)).containsExactly(second);
        refused(both, Set.of(first), Kind.EXISTS, second);
        assertThat(second).hasContent("mine");
        assertHolds("web.sh");
    }

    @Test
    void filesAreReplacedWhenAsked() throws IOException {
        Files.writeString(first, "old");
        Files.writeString(second, "old");
        TextFiles.write(both, Set.of(first, second));
        assertThat(first).content().isEqualTo("größe\n");
        assertThat(second).hasContent("two");
        assertHolds("web.yaml", "web.sh");
    }

    @Test
    void aFileThatHoldsItsTextIsNotAskedAboutAndLeftAlone() throws IOException {
        Files.writeString(first, "größe\n");
        var before = Files.getLastModifiedTime(first);
        var key = Files.readAttributes(first, "*").get("fileKey");
        assertThat(TextFiles.replaced(both)).isEmpty();
        TextFiles.write(both, Set.of());
        assertThat(Files.getLastModifiedTime(first)).isEqualTo(before);
        assertThat(Files.readAttributes(first, "*").get("fileKey")).isEqualTo(key);
        assertThat(second).hasContent("two");
    }

    @Test
    void aProgramThatCanNotBeRunIsAskedAbout() throws IOException {
        assumePosix();
        Files.writeString(second, "two");
        assertThat(TextFiles.replaced(both)).containsExactly(second);
    }

    @Test
    void aLinkStaysALink() throws IOException {
        assumePosix();
        var real = Files.writeString(folder.resolve("real.yaml"), "old");
        Files.createSymbolicLink(first, Path.of("real.yaml"));
        TextFiles.write(both, Set.of(first));
        assertThat(first).isSymbolicLink();
        assertThat(real).content().isEqualTo("größe\n");
    }

    @Test
    void aLinkToAFileThatIsNotThereMakesIt() throws IOException {
        assumePosix();
        Files.createSymbolicLink(first, Path.of("real.yaml"));
        TextFiles.write(both, Set.of());
        assertThat(first).isSymbolicLink();
        assertThat(folder.resolve("real.yaml")).exists();
    }

    @Test
    void aLinkIntoAFolderThatIsNotThereIsSaid() throws IOException {
        assumePosix();
        Files.createSymbolicLink(first, folder.resolve("gone").resolve("web.yaml"));
        refused(both, Set.of(first), Kind.NO_FOLDER, folder.resolve("gone"));
        assertThat(first).isSymbolicLink();
    }

    @Test
    void linksThatLeadInACircleAreSaid() throws IOException {
        assumePosix();
        Files.createSymbolicLink(first, second);
        Files.createSymbolicLink(second, first);
        refused(both, Set.of(first, second), Kind.NO_FILE, first);
    }

    @Test
    void aLinkToAnotherOfTheFilesIsSaid() throws IOException {
        assumePosix();
        Files.createSymbolicLink(second, Path.of("web.yaml"));
        refused(both, Set.of(first, second), Kind.SAME_FILE, second);
        assertHolds("web.sh");
    }

    @Test
    void aFolderInTheFilesPlaceIsSaid() throws IOException {
        Files.writeString(first, "old");
        Files.createDirectory(second);
        refused(both, Set.of(first, second), Kind.NO_FILE, second);
        assertThat(first).hasContent("old");
        assertHolds("web.yaml", "web.sh");
    }

    @Test
    void aDeviceIsNotReplaced() {
        assumeThat(Path.of("/dev/null")).exists();
        refused(List.of(new TextFile(Path.of("/dev/null"), "x")), Set.of(Path.of("/dev/null")), Kind.NO_FILE, null);
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        var gone = folder.resolve("gone");
        refused(List.of(new TextFile(gone.resolve("web.yaml"), "x")), Set.of(), Kind.NO_FOLDER, gone);
    }

    @Test
    void aFileInTheFoldersPlaceIsSaid() throws IOException {
        Files.writeString(first, "old");
        refused(List.of(new TextFile(first.resolve("web.yaml"), "x")), Set.of(), Kind.NO_FOLDER, first);
    }

    @Test
    void aNameThatIsTooLongIsSaidAndTheOthersAreTakenBack() throws IOException {
        Files.writeString(first, "old");
        var files = List.of(new TextFile(first, "new"), new TextFile(folder.resolve("x".repeat(256)), "y"));
        refused(files, Set.of(first), Kind.LONG_NAME, files.getLast().path());
        assertThat(first).hasContent("old");
        assertHolds("web.yaml");
    }

    @Test
    void whatFailsWhileItIsWrittenLeavesAllAsItWas() throws IOException {
        var full = new FileSystemException("x", null, "No space left on device");
        failing(FailingDisk.Step.WRITE, 2, full, Kind.FULL);
        failing(FailingDisk.Step.WRITE, 1, new FileSystemException("x", null, "Disk quota exceeded"), Kind.FULL);
        failing(FailingDisk.Step.CREATE, 1, new AccessDeniedException("x"), Kind.DENIED);
        failing(FailingDisk.Step.CREATE, 2, full, Kind.FULL);
        failing(FailingDisk.Step.CREATE, 3, new FileSystemException("x", null, "Odd"), Kind.OTHER);
    }

    @Test
    void whatFailsWhileItIsPutInItsPlaceIsTakenBack() throws IOException {
        failing(FailingDisk.Step.MOVE, 1, new FileSystemException("x", null, "Odd"), Kind.OTHER);
        failing(FailingDisk.Step.MOVE, 2, new AccessDeniedException("x"), Kind.DENIED);
    }

    @Test
    void aNewFileIsTakenBackByBeingDeleted() {
        var disk = new FailingDisk(FailingDisk.Step.MOVE, 2, new AccessDeniedException("x"));
        refused(on(disk), Set.of(), Kind.DENIED, null);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whereLinksAreNotToBeHadTheOldFileIsCopied() throws IOException {
        Files.writeString(first, "old");
        var disk = new FailingDisk(FailingDisk.Step.MOVE, 2, new AccessDeniedException("x")).withoutLinks();
        refused(on(disk), Set.of(disk.path(first)), Kind.DENIED, null);
        assertThat(first).hasContent("old");
        assertHolds("web.yaml");
    }

    @Test
    void whatCanNotBePutBackIsKeptBesideItsPlace() throws IOException {
        Files.writeString(first, "old");
        var disk = new FailingDisk(FailingDisk.Step.MOVE, 2, new AccessDeniedException("x")).fromThenOn();
        assertThatThrownBy(() -> TextFiles.write(on(disk), Set.of(disk.path(first))))
                .isInstanceOfSatisfying(NotSaved.class, why -> {
                    assertThat(why.kind()).isEqualTo(Kind.NOT_PUT_BACK);
                    assertThat(folder.resolve(why.place().getFileName().toString()))
                            .hasContent("old");
                    assertThat(why.getSuppressed()).hasSize(1);
                });
    }

    @Test
    void theReasonIsInTheSystemsWords() {
        var disk = new FailingDisk(FailingDisk.Step.MOVE, 1, new FileSystemException("x", null, "Odd thing"));
        assertThatThrownBy(() -> TextFiles.write(on(disk), Set.of()))
                .isInstanceOfSatisfying(
                        NotSaved.class,
                        why -> assertThat(why)
                                .hasMessage("Nothing was saved: %s: Odd thing", folder.resolve("web.yaml")));
    }

    private void failing(FailingDisk.Step step, int nth, IOException problem, Kind kind) throws IOException {
        Files.writeString(first, "old one");
        Files.writeString(second, "old two");
        var disk = new FailingDisk(step, nth, problem);
        refused(on(disk), Set.of(disk.path(first), disk.path(second)), kind, null);
        assertThat(first).hasContent("old one");
        assertThat(second).hasContent("old two");
        assertHolds("web.yaml", "web.sh");
    }

    private List<TextFile> on(FailingDisk disk) {
        return both.stream()
                .map(file -> new TextFile(disk.path(file.path()), file.text(), file.isProgram()))
                .toList();
    }

    private static void refused(List<TextFile> files, Set<Path> mayReplace, Kind kind, Path place) {
        assertThatThrownBy(() -> TextFiles.write(files, mayReplace)).isInstanceOfSatisfying(NotSaved.class, why -> {
            assertThat(why.kind()).isEqualTo(kind);
            if (place != null) {
                assertThat(why.place()).isEqualTo(place);
            }
        });
    }

    private void assertHolds(String... names) {
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder(names);
    }

    private void assumePosix() throws IOException {
        assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix"))
                .isTrue();
    }
}
