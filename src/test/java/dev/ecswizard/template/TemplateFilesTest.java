package dev.ecswizard.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Recipe;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateFilesTest {
    private final Template template = Template.of(Specs.small(Recipe.STANDARD));

    @Test
    void theParameterFileTakesTheTemplatesName() {
        assertThat(parametersOf(Path.of("a.b", "web.yml"))).isEqualTo(Path.of("a.b/web.parameters.json"));
        assertThat(parametersOf(Path.of("web"))).isEqualTo(Path.of("web.parameters.json"));
        assertThat(parametersOf(Path.of(".web"))).isEqualTo(Path.of(".web.parameters.json"));
    }

    @Test
    void theParameterFileIsWhatTheCliTakes() {
        var spec = Specs.of(Recipe.STANDARD, Architecture.X86_64, 2, 2, Optional.of("it's \"me\""));
        var file = TemplateFiles.parameters(Template.of(spec), Path.of("web.parameters.json"));
        assertThat(file.text()).isEqualTo("""
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
    }

    @Test
    void onlyTheScriptIsAProgram() {
        var script = new DeployScript(Optional.empty(), Optional.empty());
        assertThat(TemplateFiles.all(Specs.small(Recipe.STANDARD), template, script, Path.of("x")))
                .filteredOn(TextFile::isProgram)
                .extracting(TextFile::path)
                .containsExactly(Path.of("x", "web.sh"));
        assertThat(TemplateFiles.script(Specs.small(Recipe.STANDARD), template, script, Path.of("go")))
                .extracting(TextFile::path, TextFile::isProgram)
                .containsExactly(tuple(Path.of("go"), true), tuple(Path.of("go.yaml"), false));
    }

    private Path parametersOf(Path file) {
        return TemplateFiles.template(template, file).getLast().path();
    }
}
