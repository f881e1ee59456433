import dev.ecswizard.template.ClusterFile;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the template of every cluster file of a folder into another one: what --print-template prints of each.
void main(String[] folders) throws Exception {
    try (var files = Files.newDirectoryStream(Path.of(folders[0]), "*.ecscluster")) {
        for (var file : files) {
            var name = file.getFileName().toString().replace(".ecscluster", ".yaml");
            Files.writeString(Path.of(folders[1], name), ClusterFile.template(file).yaml());
        }
    }
}
