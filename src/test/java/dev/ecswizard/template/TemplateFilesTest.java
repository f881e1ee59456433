package dev.ecswizard.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Recipe;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateFilesTest {
    private final Template template =
            Template.of(Specs.of(Recipe.STANDARD, Architecture.X86_64, 2, 2, Optional.of("it's \"me\"")));

    @TempDir
    Path folder;

    @Test
    void theTemplateAndItsParametersStandBesideEachOther() throws IOException {
        TemplateFiles.save(template, folder.resolve("web.yaml"), false);

        assertThat(folder.resolve("web.yaml")).hasContent(template.yaml());
        assertThat(folder.resolve("web.parameters.json")).hasContent("""
                [
                  {
                    "ParameterKey" : "Subnets",
                    "ParameterValue" : "subnet-0a1b2c3d4e5f60710,subnet-0a1b2c3d4e5f60711"
                  },
                  {
                    "ParameterKey" : "SourceSecurityGroup",
                    "ParameterValue" : "sg-0a1b2c3d4e5f60718"
                  },
                  {
                    "ParameterKey" : "VpcId",
                    "ParameterValue" : "vpc-0a1b2c3d4e5f60718"
                  },
                  {
                    "ParameterKey" : "KeyName",
                    "ParameterValue" : "it's \\"me\\""
                  }
                ]
                """);
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aSavedClusterFileOpensAsTheSameChoices() throws IOException, InvalidClusterFile {
        var spec = Specs.small(Recipe.CLASSIC);
        TemplateFiles.save(spec, folder.resolve("web.ecscluster"), false);

        assertThat(ClusterFile.read(folder.resolve("web.ecscluster"))).isEqualTo(spec);
    }

    @Test
    void noFileIsReplacedUnasked() throws IOException {
        Files.writeString(folder.resolve("web.parameters.json"), "mine");

        assertThatThrownBy(() -> TemplateFiles.save(template, folder.resolve("web.yaml"), false))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("web.parameters.json");
        assertThat(folder).isDirectoryContaining("glob:**web.parameters.json");
        assertThat(folder.toFile().list()).containsExactly("web.parameters.json");
        assertThat(folder.resolve("web.parameters.json")).hasContent("mine");
    }

    @Test
    void filesAreReplacedWhenAsked() throws IOException {
        Files.writeString(folder.resolve("web.yaml"), "old");
        TemplateFiles.save(template, folder.resolve("web.yaml"), true);

        assertThat(folder.resolve("web.yaml")).hasContent(template.yaml());
    }

    @Test
    void aFailureLeavesTheOldFilesWhole() throws IOException {
        Files.writeString(folder.resolve("web.parameters.json"), "old");
        Files.createDirectory(folder.resolve("web.yaml"));

        assertThatIOException().isThrownBy(() -> TemplateFiles.save(template, folder.resolve("web.yaml"), true));
        assertThat(folder.resolve("web.parameters.json")).hasContent("old");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("web.parameters.json", "web.yaml");
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        assertThatIOException().isThrownBy(() -> TemplateFiles.save(template, folder.resolve("no/web.yaml"), true));
    }

    @Test
    void onlyTheOwnerReadsThem() throws IOException {
        assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix"))
                .isTrue();
        TemplateFiles.save(template, folder.resolve("web.yaml"), false);

        assertThat(Files.getPosixFilePermissions(folder.resolve("web.parameters.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aLinkStaysALink() throws IOException {
        assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix"))
                .isTrue();
        Files.writeString(folder.resolve("real.yaml"), "old");
        Files.createSymbolicLink(folder.resolve("web.yaml"), folder.resolve("real.yaml"));
        TemplateFiles.save(template, folder.resolve("web.yaml"), true);

        assertThat(folder.resolve("web.yaml")).isSymbolicLink();
        assertThat(folder.resolve("real.yaml")).hasContent(template.yaml());
    }

    @Test
    void theParameterFileTakesTheTemplatesName() {
        assertThat(TemplateFiles.parameterFile(Path.of("a.b", "web.yml")))
                .isEqualTo(Path.of("a.b/web.parameters.json"));
        assertThat(TemplateFiles.parameterFile(Path.of("web"))).isEqualTo(Path.of("web.parameters.json"));
        assertThat(TemplateFiles.parameterFile(Path.of(".web"))).isEqualTo(Path.of(".web.parameters.json"));
    }
}
