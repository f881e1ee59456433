package dev.ecswizard.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Recipe;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeployCommandTest {
    @Test
    void theCommandDeploysTheSavedTemplate() {
        var spec = Specs.of(Recipe.STANDARD, Architecture.X86_64, 2, 2, Optional.of("it's $HOME"));
        var command = new DeployCommand(
                Path.of("my web.yaml"), Optional.of("work sso"), Optional.of(URI.create("http://127.0.0.1:4566")));

        assertThat(command.text(spec, Template.of(spec))).isEqualTo("""
                aws cloudformation deploy \\
                  --template-file 'my web.yaml' \\
                  --stack-name web \\
                  --parameter-overrides Subnets=subnet-0a1b2c3d4e5f60710,subnet-0a1b2c3d4e5f60711 \
                SourceSecurityGroup=sg-0a1b2c3d4e5f60718 VpcId=vpc-0a1b2c3d4e5f60718 'KeyName=it'\\''s $HOME' \
                InstanceType=t3.large ClusterSize=2 ClusterMaxSize=4 \\
                  --capabilities CAPABILITY_NAMED_IAM \\
                  --tags team=ops ecs-cluster-wizard:recipe=standard \\
                  --region eu-west-1 \\
                  --profile 'work sso' \\
                  --endpoint-url http://127.0.0.1:4566""");
    }

    @Test
    void everyChoiceOfTheProductionRecipeIsNamedSinceAStackKeepsWhatIsNot() {
        var spec = Specs.example();
        var command = new DeployCommand(Path.of("web.yaml"), Optional.empty(), Optional.empty());

        assertThat(command.text(spec, Template.of(spec)))
                .contains("AlternateInstanceType2=m7i.large", "KeyName= ", "AssignPublicIp=false")
                .contains("EcsAmi=/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id")
                .contains("--capabilities CAPABILITY_IAM \\")
                .doesNotContain("HostsKeptDuringUpdate");
    }

    @Test
    void aTagKeyThatDeployWouldTakeForAnOptionStandsInAList() {
        var spec = Specs.tagged(Map.of("-a", "c d"));
        assertThat(in("web.yaml").text(spec, Template.of(spec)))
                .startsWith("aws cloudformation deploy")
                .contains("--tags '[\"-a=c d\",\"ecs-cluster-wizard:recipe=standard\"]'");
    }

    @Test
    void aTagKeyThatDeployWouldCutTravelsByAnotherCommand() {
        var spec = Specs.tagged(Map.of("a=b", "c d"));
        assertThat(in("web.yaml").text(spec, Template.of(spec)))
                .startsWith("aws cloudformation create-stack \\\n  --template-body file://web.yaml")
                .contains("--tags '[{\"Key\":\"a=b\",\"Value\":\"c d\"},"
                        + "{\"Key\":\"ecs-cluster-wizard:recipe\",\"Value\":\"standard\"}]'");
    }

    @Test
    void whatTheCliWouldReadOnceMoreInAFilesNameIsLeftToTheShell() {
        var spec = Specs.tagged(Map.of("a=b", "c"));
        assertThat(in("~/$HOME.yaml").text(spec, Template.of(spec)))
                .contains("--template-body \"$(cat -- '~/$HOME.yaml')\"");
    }

    @Test
    void aWordThatLooksLikeAnOptionIsHeldToItsOwn() {
        var spec = Specs.tagged(Map.of());
        var command = new DeployCommand(Path.of("-x.yaml"), Optional.of("-p"), Optional.empty());
        assertThat(command.text(spec, Template.of(spec))).contains("--template-file=-x.yaml", "--profile=-p");
    }

    private static DeployCommand in(String file) {
        return new DeployCommand(Path.of(file), Optional.empty(), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            value = {
                "plain-1.2/x,plain-1.2/x",
                "a b,'a b'",
                "a'b,'a'\\''b'",
                "$x,'$x'",
                "`x`,'`x`'",
                "~,'~'",
                "=x,'=x'",
                "x=,x=",
                "^^,''"
            })
    void whatAShellWouldReadIsQuoted(String word, String quoted) {
        assertThat(AwsWords.quoted(word)).isEqualTo(quoted);
    }
}
