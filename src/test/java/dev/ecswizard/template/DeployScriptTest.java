package dev.ecswizard.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Recipe;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs scripts in the shells of this machine, with a program `aws` that writes down its words.
@DisabledOnOs(OS.WINDOWS)
class DeployScriptTest {
    private static final DeployScript PLAIN = new DeployScript(Optional.empty(), Optional.empty());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SH = List.of("/bin/sh");

    @TempDir
    Path folder;

    private Path aws;
    private Path answers;
    private String path;

    record Ended(int code, String out, String err) {}

    static Stream<List<String>> shells() {
        return Stream.of(
                        List.of("/bin/sh"),
                        List.of("/bin/dash"),
                        List.of("/bin/bash"),
                        List.of("/bin/bash", "--posix"),
                        List.of("/bin/busybox", "sh"),
                        List.of("/bin/ksh"))
                .filter(shell -> Files.isExecutable(Path.of(shell.getFirst())));
    }

    @BeforeEach
    void putAwsOnThePath() throws IOException {
        aws = Files.createDirectory(folder.resolve("bin"));
        path = aws + File.pathSeparator + System.getenv("PATH");
        answers = Files.createDirectory(folder.resolve("answers"));
        var program = Files.writeString(aws.resolve("aws"), """
                #!/bin/sh
                printf '%%s\\0' "$@" > %1$s/call.$(ls %1$s | grep -c '^call')
                if [ -e %1$s/"$2".fails ]; then cat %1$s/"$2".fails >&2; exit 254; fi
                if [ -e %1$s/"$2" ]; then cat %1$s/"$2"; fi
                """.formatted(answers));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void theTemplateBesideTheScriptIsDeployed(List<String> shell) throws Exception {
        var spec = Specs.of(Recipe.STANDARD, Architecture.X86_64, 2, 2, Optional.of("it's $HOME"));
        var script = saved(
                spec,
                new DeployScript(Optional.of("work sso"), Optional.of(URI.create("http://127.0.0.1:4566"))),
                "web.sh");

        assertThat(run(shell, folder, script.toString())).isEqualTo(new Ended(0, "", ""));
        assertThat(calls())
                .containsExactly(List.of(
                        "cloudformation",
                        "deploy",
                        "--template-file",
                        folder.resolve("web.yaml").toString(),
                        "--stack-name",
                        "web",
                        "--parameter-overrides",
                        "Subnets=subnet-0a1b2c3d4e5f60710,subnet-0a1b2c3d4e5f60711",
                        "SourceSecurityGroup=sg-0a1b2c3d4e5f60718",
                        "VpcId=vpc-0a1b2c3d4e5f60718",
                        "KeyName=it's $HOME",
                        "InstanceType=t3.large",
                        "ClusterSize=2",
                        "ClusterMaxSize=4",
                        "--capabilities",
                        "CAPABILITY_NAMED_IAM",
                        "--tags",
                        "team=ops",
                        "ecs-cluster-wizard:recipe=standard",
                        "--no-fail-on-empty-changeset",
                        "--region",
                        "eu-west-1",
                        "--profile",
                        "work sso",
                        "--endpoint-url",
                        "http://127.0.0.1:4566"));
    }

    static Stream<String> hostile() {
        return Stream.of(
                "a b",
                "it's",
                "\"$HOME\"",
                "`id`",
                "$(id)",
                "-n",
                "~",
                "a\nb",
                "ends\n",
                "#x",
                "*",
                "größe 名前",
                "\\",
                "%s%n",
                ";&|",
                "a\tb",
                "!!",
                "[x]",
                "=ls",
                "{a,b}");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aFileOfAnyNameInAFolderOfAnyNameIsFoundFromAnywhere(String name) throws Exception {
        var there = Files.createDirectory(folder.resolve(name));
        saved(Specs.tagged(Map.of()), PLAIN, name + "/" + name + ".sh");
        var template = name + ".yaml";
        for (var shell : shells().toList()) {
            assertThat(templateSent(run(shell, there, "./" + name + ".sh")))
                    .as("%s", shell)
                    .isEqualTo("./" + template);
            assertThat(templateSent(run(shell, folder, "./" + name + "/" + name + ".sh")))
                    .as("%s", shell)
                    .isEqualTo("./" + name + "/" + template);
            assertThat(templateSent(
                            run(shell, Path.of("/"), there.resolve(name + ".sh").toString())))
                    .as("%s", shell)
                    .isEqualTo(there.resolve(template).toString());
        }
        assertThat(templateSent(run(List.of(), there, "./" + name + ".sh"))).isEqualTo("./" + template);
        assertThat(templateSent(run(List.of("/bin/sh", "--"), there, name + ".sh")))
                .isEqualTo("./" + template);
        assertThat(templateSent(run(List.of("/bin/sh", "--"), folder, name + "/" + name + ".sh")))
                .isEqualTo("./" + name + "/" + template);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aProfileOfAnyNameIsPassedAsItIs(String name) throws Exception {
        var script = saved(Specs.tagged(Map.of()), new DeployScript(Optional.of(name), Optional.empty()), "web.sh");
        for (var shell : shells().toList()) {
            assertThat(run(shell, folder, script.toString())).isEqualTo(new Ended(0, "", ""));
            assertThat(String.join(" ", calls().getLast())).endsWith(name);
            assertThat(calls().getLast().getLast()).isEqualTo(name.startsWith("-") ? "--profile=" + name : name);
        }
    }

    @Test
    void everyLegalChoiceArrivesAsItIs() throws Exception {
        for (var seed = 0; seed < 40; seed++) {
            var spec = Specs.random(new Random(seed));
            var template = Template.of(spec);
            var script = saved(spec, PLAIN, "web.sh");
            answer("describe-stacks.fails", noStack(spec.cluster().stackName()));
            assertThat(run(SH, folder, script.toString())).as("%d", seed).isEqualTo(new Ended(0, "", ""));

            var tags = spec.cluster().stackTags();
            var change = calls().stream()
                    .filter(call -> Set.of("deploy", "create-stack").contains(call.get(1)))
                    .findFirst()
                    .orElseThrow();
            assertThat(change.get(1)).isEqualTo(isCut(tags) ? "create-stack" : "deploy");
            assertThat(tags(change)).as("%d", seed).isEqualTo(tags);
            var values = new TreeMap<>(template.parameters());
            values.putAll(Template.defaults(spec));
            assertThat(parameters(change)).as("%d", seed).isEqualTo(values);
            assertThat(after(change, "--capabilities")).containsExactlyElementsOf(template.capabilities());
            if (isCut(tags)) {
                assertThat(after(change, "--template-body")).containsExactly(template.yaml());
            }
        }
    }

    private static boolean isCut(Map<String, String> tags) {
        return tags.keySet().stream().anyMatch(key -> key.contains("="));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void tagsThatDeployCanNotBeToldCreateAStackThatIsNotThere(List<String> shell) throws Exception {
        var script = saved(Specs.tagged(Map.of("a=b", "c d")), PLAIN, "web.sh");
        answer("describe-stacks.fails", noStack("web"));
        assertThat(run(shell, folder, script.toString())).isEqualTo(new Ended(0, "", ""));
        assertThat(commands()).containsExactly("describe-stacks", "create-stack", "wait stack-create-complete");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void tagsThatDeployCanNotBeToldUpdateAStackThatIsThere(List<String> shell) throws Exception {
        var script = saved(Specs.tagged(Map.of("a=b", "c d")), PLAIN, "web.sh");
        answer("describe-stacks", "CREATE_COMPLETE\n");
        assertThat(run(shell, folder, script.toString())).isEqualTo(new Ended(0, "", ""));
        assertThat(commands()).containsExactly("describe-stacks", "update-stack", "wait stack-update-complete");

        answer("update-stack.fails", "ValidationError: No updates are to be performed.");
        assertThat(run(shell, folder, script.toString())).isEqualTo(new Ended(0, "No changes to deploy.\n", ""));
        answer("update-stack.fails", "AccessDenied: no");
        assertThat(run(shell, folder, script.toString())).isEqualTo(new Ended(1, "", "AccessDenied: no\n"));
    }

    static Stream<Arguments> groups() {
        return Stream.of(
                arguments("0\n", "0"),
                arguments("3\n", "3"),
                arguments("5\n", "5"),
                arguments("6\n", "5"),
                arguments("60\n", "5"),
                arguments("None\n", "0"));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void anUpdateKeepsTheHostsThatTheGroupHasButLessThanTheMost(String size, String kept) throws Exception {
        var script = saved(Specs.small(Recipe.PRODUCTION), PLAIN, "web.sh");
        answer("describe-stacks", "CREATE_COMPLETE\n");
        answer("describe-stack-resource", "web-group-1\n");
        answer("describe-auto-scaling-groups", size);
        for (var shell : shells().toList()) {
            assertThat(run(shell, folder, script.toString())).isEqualTo(new Ended(0, "", ""));
            assertThat(commands())
                    .containsExactly(
                            "describe-stacks", "describe-stack-resource", "describe-auto-scaling-groups", "deploy");
            assertThat(calls().get(1)).contains("AutoScalingGroup");
            assertThat(calls().get(2)).contains("web-group-1");
            assertThat(parameters(calls().getLast())).containsEntry("HostsKeptDuringUpdate", kept);
        }
    }

    @Test
    void whatDeployCanNotBeToldKeepsHostsToo() throws Exception {
        var small = Specs.small(Recipe.PRODUCTION);
        var spec = new ClusterSpec(
                small.region(),
                new Cluster("web", Recipe.PRODUCTION, Map.of("a=b", "c")),
                small.network(),
                small.compute());
        var script = saved(spec, PLAIN, "web.sh");
        answer("describe-stacks", "CREATE_COMPLETE\n");
        answer("describe-stack-resource", "web-group-1\n");
        answer("describe-auto-scaling-groups", "4\n");
        assertThat(run(SH, folder, script.toString())).isEqualTo(new Ended(0, "", ""));
        assertThat(parameters(calls().get(3))).containsEntry("HostsKeptDuringUpdate", "4");
    }

    @Test
    void aStackThatWasNeverCarriedOutHasNoHostsToKeep() throws Exception {
        var script = saved(Specs.small(Recipe.PRODUCTION), PLAIN, "web.sh");
        answer("describe-stacks", "REVIEW_IN_PROGRESS\n");
        assertThat(run(SH, folder, script.toString())).isEqualTo(new Ended(0, "", ""));
        assertThat(commands()).containsExactly("describe-stacks", "deploy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "DELETE_FAILED"})
    void aStackThatCanOnlyBeDeletedIsToldOf(String status) throws Exception {
        var script = saved(Specs.small(Recipe.PRODUCTION), PLAIN, "web.sh");
        answer("describe-stacks", status + "\n");
        for (var shell : shells().toList()) {
            assertThat(run(shell, folder, script.toString()))
                    .isEqualTo(new Ended(
                            1,
                            "",
                            "The stack web can only be deleted, as it is in " + status + ". Delete it first.\n"));
        }
        assertThat(commands()).doesNotContain("deploy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE_ROLLBACK_COMPLETE", "UPDATE_ROLLBACK_FAILED", "CREATE_FAILED"})
    void aStackThatCloudFormationMayUpdateIsNotRefusedHere(String status) throws Exception {
        var script = saved(Specs.tagged(Map.of("a=b", "c")), PLAIN, "web.sh");
        answer("describe-stacks", status + "\n");
        assertThat(run(SH, folder, script.toString())).isEqualTo(new Ended(0, "", ""));
        assertThat(commands()).contains("update-stack");
    }

    @Test
    void nothingIsDeployedWhereTheHostsAreNotKnown() throws Exception {
        var script = saved(Specs.small(Recipe.PRODUCTION), PLAIN, "web.sh");
        answer("describe-stacks.fails", "AccessDenied: may not describe");
        assertThat(run(SH, folder, script.toString())).isEqualTo(new Ended(1, "", "AccessDenied: may not describe\n"));

        Files.delete(answers.resolve("describe-stacks.fails"));
        answer("describe-stacks", "CREATE_COMPLETE\n");
        answer("describe-stack-resource.fails", "AccessDenied: no");
        assertThat(run(SH, folder, script.toString()).err()).isEqualTo("AccessDenied: no");

        Files.delete(answers.resolve("describe-stack-resource.fails"));
        answer("describe-stack-resource", "web-group-1\n");
        answer("describe-auto-scaling-groups", "many\n");
        assertThat(run(SH, folder, script.toString()))
                .isEqualTo(new Ended(1, "", "The size of the group web-group-1 is not known: many\n"));
        assertThat(commands()).doesNotContain("deploy");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void whatDeployAnswersIsTheScriptsAnswer(List<String> shell) throws Exception {
        var script = saved(Specs.tagged(Map.of()), PLAIN, "web.sh");
        answer("deploy.fails", "Failed to create/update the stack");
        assertThat(run(shell, folder, script.toString()))
                .isEqualTo(new Ended(254, "", "Failed to create/update the stack"));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void aTemplateThatIsNotThereIsSaid(List<String> shell) throws Exception {
        var script = saved(Specs.tagged(Map.of()), PLAIN, "web.sh");
        Files.delete(folder.resolve("web.yaml"));
        assertThat(run(shell, folder, script.toString()))
                .isEqualTo(new Ended(1, "", "There is no template " + folder.resolve("web.yaml") + "\n"));
        assertThat(calls()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shells")
    void aMachineWithoutTheCliIsTold(List<String> shell) throws Exception {
        var script = saved(Specs.tagged(Map.of()), PLAIN, "web.sh");
        Files.delete(aws.resolve("aws"));
        path = aws.toString();
        assertThat(run(shell, folder, script.toString()))
                .isEqualTo(new Ended(1, "", "The AWS CLI is needed: there is no program aws.\n"));
    }

    private String templateSent(Ended ended) throws IOException {
        assertThat(ended).isEqualTo(new Ended(0, "", ""));
        return calls().getLast().get(3);
    }

    private Path saved(ClusterSpec spec, DeployScript script, String name) throws IOException {
        var file = folder.resolve(name);
        var files = TemplateFiles.script(spec, Template.of(spec), script, file);
        TextFiles.write(files, Set.copyOf(files.stream().map(TextFile::path).toList()));
        return file;
    }

    private Ended run(List<String> shell, Path from, String... script) throws Exception {
        forget();
        var words = new ArrayList<>(shell);
        words.addAll(List.of(script));
        var builder = new ProcessBuilder(words).directory(from.toFile());
        builder.environment().put("PATH", path);
        builder.environment().put("CDPATH", "/");
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        return new Ended(process.waitFor(), Files.readString(out), Files.readString(err));
    }

    private static String noStack(String name) {
        return "An error occurred (ValidationError) when calling the DescribeStacks operation: Stack with id " + name
                + " does not exist";
    }

    private void answer(String command, String text) throws IOException {
        Files.writeString(answers.resolve(command), text);
    }

    /// What was asked of the CLI in the last run, each call word by word.
    private List<List<String>> calls() throws IOException {
        var calls = new ArrayList<List<String>>();
        for (var i = 0; Files.exists(answers.resolve("call." + i)); i++) {
            var words = Files.readString(answers.resolve("call." + i)).split("\0", -1);
            calls.add(List.of(words).subList(0, words.length - 1));
        }
        return calls;
    }

    private List<String> commands() throws IOException {
        return calls().stream()
                .map(call -> call.get(1).equals("wait") ? "wait " + call.get(2) : call.get(1))
                .toList();
    }

    private void forget() throws IOException {
        for (var i = 0; Files.deleteIfExists(answers.resolve("call." + i)); i++) {}
    }

    /// The words of an option.
    private static List<String> after(List<String> call, String option) {
        return call.stream()
                .skip(call.indexOf(option) + 1L)
                .takeWhile(word -> !word.startsWith("--"))
                .toList();
    }

    private static Map<String, String> parameters(List<String> call) throws IOException {
        return call.contains("--parameters")
                ? list(after(call, "--parameters"), "ParameterKey", "ParameterValue")
                : pairs(after(call, "--parameter-overrides"));
    }

    private static Map<String, String> tags(List<String> call) throws IOException {
        var words = after(call, "--tags");
        if (call.get(1).equals("create-stack")) {
            return list(words, "Key", "Value");
        }
        return pairs(
                words.getFirst().startsWith("[") ? List.of(JSON.readValue(words.getFirst(), String[].class)) : words);
    }

    private static Map<String, String> list(List<String> words, String key, String value) throws IOException {
        assertThat(words).hasSize(1);
        var all = new TreeMap<String, String>();
        for (var each : JSON.readTree(words.getFirst())) {
            all.put(each.get(key).asText(), each.get(value).asText());
        }
        return all;
    }

    private static Map<String, String> pairs(List<String> words) {
        var all = new TreeMap<String, String>();
        words.forEach(word -> all.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1)));
        return all;
    }
}
