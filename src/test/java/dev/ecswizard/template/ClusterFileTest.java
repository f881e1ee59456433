package dev.ecswizard.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.ContainerInsights;
import dev.ecswizard.spec.Fleet;
import dev.ecswizard.spec.Hosts;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.spec.Network;
import dev.ecswizard.spec.Operations;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.spec.Scaling;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClusterFileTest {
    private static final String LEGAL = """
            version: 1
            stackName: web
            recipe: standard              # a comment
            region: eu-west-1
            vpcId: vpc-0a1b2c3d4e5f60718
            subnets: [subnet-0a1b2c3d4e5f60718, subnet-0b1b2c3d4e5f60718]
            sourceSecurityGroup: sg-0a1b2c3d4e5f60718
            instanceType: t3.large
            architecture: x86_64
            clusterSize: 2
            clusterMaxSize: 4
            keyName: ops
            images: {eu-west-1: ami-0a1b2c3d4e5f60718, us-east-1: ami-0b1b2c3d4e5f60718}
            tags: {team: ops}
            """;

    @Test
    void aFileFillsInEveryAnswer() throws InvalidClusterFile {
        assertThat(parse(LEGAL))
                .isEqualTo(new ClusterSpec(
                        "eu-west-1",
                        new Cluster("web", Recipe.STANDARD, Map.of("team", "ops")),
                        new Network(
                                "vpc-0a1b2c3d4e5f60718",
                                List.of("subnet-0a1b2c3d4e5f60718", "subnet-0b1b2c3d4e5f60718"),
                                "sg-0a1b2c3d4e5f60718"),
                        new Compute(
                                "t3.large",
                                Architecture.X86_64,
                                2,
                                4,
                                Optional.of("ops"),
                                Map.of(
                                        "eu-west-1", "ami-0a1b2c3d4e5f60718",
                                        "us-east-1", "ami-0b1b2c3d4e5f60718"))));
    }

    @Test
    void savingAndOpeningLosesNothing() throws InvalidClusterFile {
        for (var seed = 0; seed < 1000; seed++) {
            var spec = Specs.random(new Random(seed));
            var opened = parse(ClusterFile.write(spec));
            assertThat(opened).as("seed %d", seed).isEqualTo(spec);
            assertThat(new ArrayList<>(opened.cluster().tags().entrySet()))
                    .isEqualTo(new ArrayList<>(spec.cluster().tags().entrySet()));
            assertThat(ClusterFile.write(opened)).isEqualTo(ClusterFile.write(spec));
        }
    }

    @Test
    void everyKeyIsWrittenOnceAndInOrder() {
        for (var recipe : Recipe.values()) {
            var base = Specs.of(recipe, Architecture.X86_64, 2, 2, Optional.of("ops"));
            var spec = recipe == Recipe.CLASSIC ? base : Specs.with(base, Optional.of(true), base.compute());
            assertThat(ClusterFile.write(spec).lines().filter(line -> !line.startsWith(" ")))
                    .extracting(line -> line.substring(0, line.indexOf(':')))
                    .containsExactlyElementsOf(ClusterFileKeys.of(recipe));
        }
        assertThat(ClusterFile.write(Specs.small(Recipe.CLASSIC))).doesNotContain("keyName");
    }

    static final List<Arguments> READ_AS_WRITTEN = List.of(
            Arguments.of("keyName: 0123", "0123"),
            Arguments.of("keyName: yes", "yes"),
            Arguments.of("keyName: 1e3", "1e3"),
            Arguments.of("keyName: 2010-09-09", "2010-09-09"),
            Arguments.of("keyName: 'null'", "null"),
            Arguments.of("keyName: \"it's\"", "it's"));

    @ParameterizedTest
    @FieldSource("READ_AS_WRITTEN")
    void textIsTakenAsItIsWritten(String line, String keyName) throws InvalidClusterFile {
        assertThat(parse(LEGAL.replace("keyName: ops", line)).compute().keyName())
                .contains(keyName);
    }

    @Test
    void tagsAreTakenAsTheyAreWritten() throws InvalidClusterFile {
        var file = LEGAL.replace("{team: ops}", "{a: 012, yes: no, 1: 1.0, b: 'x'}");
        assertThat(parse(file).cluster().tags()).isEqualTo(Map.of("a", "012", "yes", "no", "1", "1.0", "b", "x"));
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsDoNoHarm() throws InvalidClusterFile {
        assertThat(parse("\uFEFF---\r\n" + LEGAL.replace("\n", "\r\n"))).isEqualTo(parse(LEGAL));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                change("version: 1", "version: 2", 1, 10, "version: 2: was written by a newer version"),
                change("version: 1", "zones: 3\nversion: 2", 2, 10, "version: 2: was written by a newer version"),
                change("version: 1", "version: '1'", 1, 10, "version: \"1\": has to be 1"),
                change("version: 1", "version: 1.0", 1, 10, "version: 1.0: has to be 1"),
                change("version: 1", "version: [1]", 1, 10, "version: […]: has to be 1"),
                change("version: 1\n", "", 1, 1, "version: is missing"),
                change("vpcId: vpc-0a1b2c3d4e5f60718\n", "", 1, 1, "vpcId: is missing"),
                change("tags: {team: ops}\n", "", 1, 1, "tags: is missing"),
                change("tags:", "colour: red\ntags:", 14, 1, "colour: is no key of a cluster file"),
                change("tags:", "<<: {a: b}\ntags:", 14, 1, "<<: is no key of a cluster file"),
                change("tags:", "region: eu-west-2\ntags:", 14, 1, "region: stands here for the second time", "line 4"),
                change("{team: ops}", "{a: b, a: c}", 14, 14, "tags.a: stands here for the second time"),
                change("stackName: web", "stackName: 1web", 2, 12, "stackName: 1web: has to begin with a letter"),
                change("stackName: web", "stackName: {a: b}", 2, 12, "stackName: {…}: has to be one text"),
                change("stackName: web", "stackName:", 2, 11, "stackName: \"\": is no value"),
                change("recipe: standard", "recipe: modern", 3, 9, "recipe: modern: has to be classic, standard"),
                change("recipe: standard", "recipe: production", 10, 1, "clusterSize: has no place in the production"),
                change(
                        "clusterMaxSize",
                        "clusterMinSize",
                        11,
                        1,
                        "clusterMinSize: has no place in the standard recipe"),
                change("tags:", "imageSource: pinned\ntags:", 14, 1, "imageSource: has no place in the standard"),
                change("vpcId:", "assignPublicIp: maybe\nvpcId:", 5, 17, "assignPublicIp: maybe: has to be true or"),
                Arguments.of(
                        LEGAL.replace("recipe: standard", "recipe: classic")
                                .replace("tags:", "assignPublicIp: true\ntags:"),
                        14,
                        1,
                        List.of("assignPublicIp: has no place in the classic recipe")),
                change("region: eu-west-1", "region: Ireland", 4, 9, "region: Ireland: has to be the code of a region"),
                change("region: eu-west-1", "region: eu-west-9", 13, 1, "images", "for the chosen region, eu-west-9"),
                change("vpc-0a1b2c3d4e5f60718", "vpc-1", 5, 8, "vpcId: vpc-1: has to be a VPC ID"),
                change("subnet-0b1b2c3d4e5f60718", "subnet-1", 6, 37, "subnets: subnet-1: has to hold subnet IDs"),
                change("subnet-0b1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60718", 6, 1, "names a subnet twice"),
                change("[subnet-0a1b2c3d4e5f60718, subnet-0b1b2c3d4e5f60718]", "[]", 6, 1, "at least one subnet"),
                change(
                        "[subnet-0a1b2c3d4e5f60718, subnet-0b1b2c3d4e5f60718]",
                        "x",
                        6,
                        10,
                        "subnets: x: has to be a list"),
                change("[subnet-0a1b2c3d4e5f60718, ", "[[x], ", 6, 11, "subnets: holds texts only"),
                change("sg-0a1b2c3d4e5f60718", "sg-1", 7, 22, "sourceSecurityGroup: sg-1: has to be"),
                change("t3.large", "t3", 8, 15, "instanceType: t3: has to be an instance type"),
                change(
                        "t3.large",
                        "t4g.large",
                        8,
                        15,
                        "instanceType: t4g.large: boots arm64 images only, and the images here are for x86_64."),
                change("x86_64", "arm64", 8, 15, "instanceType: t3.large: boots x86_64 images only"),
                change("x86_64", "i386", 9, 15, "architecture: i386: has to be x86_64 or arm64"),
                change("clusterSize: 2", "clusterSize: 0", 10, 14, "clusterSize: 0: has to be a whole number"),
                change("clusterSize: 2", "clusterSize: -1", 10, 14, "clusterSize: -1: has to be a whole number"),
                change("clusterSize: 2", "clusterSize: 02", 10, 14, "clusterSize: 02: has to be a whole number"),
                change("clusterSize: 2", "clusterSize: 2.0", 10, 14, "clusterSize: 2.0: has to be a whole number"),
                change("clusterSize: 2", "clusterSize: '2'", 10, 14, "clusterSize: \"2\": has to be a whole number"),
                change("clusterSize: 2", "clusterSize: 99999999999", 10, 14, "has to be a whole number"),
                change("clusterMaxSize: 4", "clusterMaxSize: 1000", 11, 17, "clusterMaxSize: 1000: has to be"),
                change("clusterMaxSize: 4", "clusterMaxSize: 2", 11, 17, "clusterMaxSize: 2: has to be larger"),
                change("keyName: ops", "keyName: ~", 12, 10, "keyName: ~: is no value. Leave the key out"),
                change("keyName: ops", "keyName: null", 12, 10, "keyName: null: is no value"),
                change("keyName: ops", "keyName: ' ops'", 12, 10, "keyName:  ops: has to be 1 to 255 ASCII"),
                change("keyName: ops", "keyName: &a ops", 12, 10, "Anchors and aliases"),
                change("keyName: ops", "keyName: *a", 12, 10, "Anchors and aliases"),
                change("keyName: ops", "keyName: !!str ops", 12, 10, "tag:yaml.org,2002:str: tags of types"),
                change("keyName: ops", "keyName: !Ref ops", 12, 10, "!Ref: tags of types"),
                change("keyName: ops", "keyName: \"\\e[31m\"", 12, 10, "keyName: \uFFFD[31m: has to be"),
                change("keyName: ops", "? [a]\n: ops", 12, 3, "A key has to be a plain text"),
                change("ami-0b1b2c3d4e5f60718", "ami-1", 13, 55, "images.us-east-1: ami-1: has to hold image IDs"),
                change("us-east-1", "Virginia", 13, 44, "images: Virginia: has to be the code of a region"),
                change("{team: ops}", "[team]", 14, 7, "tags: […]: has to be a table"),
                change("{team: ops}", "{team: [ops]}", 14, 14, "tags.team: holds texts only"),
                change("{team: ops}", "{team: }", 14, 13, "tags.team: \"\": is no value"),
                change("{team: ops}", "{aws:team: ops}", 14, 8, "aws:team: is reserved: a key may not begin with aws:"),
                change("{team: ops}", "{a: b, team: 'o;s'}", 14, 20, "tags.team: o;s: needs values of"),
                change(
                        "{team: ops}",
                        "{team: ops, Team: x}",
                        14,
                        19,
                        ": tags: Team: differs from team only in upper and lower case"),
                change("{team: ops}", "{'': ops}", 14, 8, ": tags: \"\": needs keys"),
                change("keyName: ops", "keyName: ''", 12, 10, ": keyName: \"\": has to be 1 to 255"),
                change("us-east-1: ", "eu-west-1: ", 13, 44, "images.eu-west-1: stands here for the second time"),
                change("{team: ops}", "\n\tteam: ops", 15, 1, ": Here stands a tab: a tab can not indent; use spaces."),
                change(
                        "vpcId: vpc-0a1b2c3d4e5f60718\nsubnets: [subnet-0a1b2c3d4e5f60718, subnet-0b1b2c3d4e5f60718]\n",
                        "",
                        1,
                        1,
                        ": vpcId, subnets: are missing."),
                change("{team: ops}", "{team: ops", 15, 1, "This is not YAML"),
                change("keyName: ops", "keyName: a: b", 12, 11, "This is not YAML"),
                change("keyName: ops", "keyName: o\u0007s", 12, 11, "a character that YAML does not allow"),
                change("tags: {team: ops}\n", "tags: {}\n---\nversion: 1\n", 15, 1, "a second one begins"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aFaultIsNamedWithItsPlace(String file, int line, int column, List<String> words) {
        assertThatExceptionOfType(InvalidClusterFile.class)
                .isThrownBy(() -> parse(file))
                .satisfies(e -> assertThat(e.getMessage())
                        .startsWith("line " + line + ": ")
                        .contains(words))
                .satisfies(e -> assertThat(List.of(e.line(), e.column())).isEqualTo(List.of(line, column)));
    }

    @Test
    void whatIsNoTableIsRefused() {
        refuses("", "The file is empty");
        refuses("# only a comment\n", "The file is empty");
        refuses("- a\n", "is a table of keys");
        refuses("hello", "is a table of keys");
    }

    @Test
    void otherEncodingsAndHugeFilesAreRefused() {
        assertThatExceptionOfType(InvalidClusterFile.class)
                .isThrownBy(
                        () -> ClusterFile.parse(LEGAL.replace("ops", "größe").getBytes(StandardCharsets.ISO_8859_1)))
                .withMessage("line 12: The file is not UTF-8 text; here is the first byte that is none.");
        refuses(LEGAL + "#".repeat(ClusterFile.MAX_BYTES), "larger than 1048576 bytes");
    }

    @Test
    void deepNestingIsRefusedBeforeItIsFollowed() {
        refuses("tags: " + "[".repeat(100_000), "holds texts only");
    }

    @Test
    void noParenthesesOfTheLibraryAreShown() {
        assertThatExceptionOfType(InvalidClusterFile.class)
                .isThrownBy(() -> parse(LEGAL.replace("keyName: ops", "keyName: @ops")))
                .withMessage("line 12: This is not YAML: found character '@' that cannot start any token.");
        assertThatExceptionOfType(InvalidClusterFile.class)
                .isThrownBy(() -> parse(LEGAL.replace("keyName: ops", "keyName: \"\\q\"")))
                .withMessage("line 12: This is not YAML: found unknown escape character q.");
    }

    @Test
    void aNumberOfTagsIsNotTakenForATag() {
        var tags = IntStream.range(1, 51).mapToObj(i -> "k" + i + ": " + i).collect(Collectors.joining(", ", "{", "}"));
        refuses(LEGAL.replace("{team: ops}", tags), "line 14: tags: 50: has room for 49 tags");
    }

    @Test
    void aLongValueIsCutShortInTheMessage() {
        assertThatExceptionOfType(InvalidClusterFile.class)
                .isThrownBy(() -> parse(LEGAL.replace("web", "w".repeat(5000))))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300).contains("www…"));
    }

    @Test
    void aFileIsReadFromTheDisk(@TempDir Path folder) throws IOException, InvalidClusterFile {
        var file = Files.writeString(folder.resolve("web.ecscluster"), LEGAL);

        assertThat(ClusterFile.read(file)).isEqualTo(parse(LEGAL));
    }

    private static final String PRODUCTION = """
            version: 1
            stackName: web
            recipe: production
            region: eu-west-1
            vpcId: vpc-0a1b2c3d4e5f60718
            subnets: [subnet-0a1b2c3d4e5f60718]
            sourceSecurityGroup: sg-0a1b2c3d4e5f60718
            assignPublicIp: true
            instanceType: m6i.large
            alternateInstanceTypes: [m6a.large, m7i.large]
            architecture: x86_64
            clusterMinSize: 1
            clusterMaxSize: 9
            targetCapacity: 80
            onDemandBaseCapacity: 2
            onDemandPercentage: 25
            rootVolumeSize: 50
            maxInstanceLifetime: 604800
            containerInsights: enhanced
            protectBusyInstances: ENABLED
            logRetentionDays: 90
            imageSource: ssm
            tags: {}
            """;

    @Test
    void aProductionFileFillsInEveryAnswer() throws InvalidClusterFile {
        assertThat(parse(PRODUCTION))
                .isEqualTo(new ClusterSpec(
                        "eu-west-1",
                        new Cluster("web", Recipe.PRODUCTION, Map.of()),
                        new Network(
                                "vpc-0a1b2c3d4e5f60718",
                                List.of("subnet-0a1b2c3d4e5f60718"),
                                "sg-0a1b2c3d4e5f60718",
                                Optional.of(true)),
                        new Compute(
                                "m6i.large",
                                Architecture.X86_64,
                                new Fleet.Managed(
                                        new Scaling(1, 9, 80, 2, 25),
                                        new Hosts(List.of("m6a.large", "m7i.large"), 50, 604_800, ImageSource.SSM),
                                        new Operations(ContainerInsights.ENHANCED, true, 90)),
                                Optional.empty(),
                                Map.of())));
    }

    @Test
    void theImagesArePinnedUnlessTheFileSaysOtherwise() throws InvalidClusterFile {
        var pinned = PRODUCTION.replace("imageSource: ssm", "images: {eu-west-1: ami-0a1b2c3d}");

        assertThat(parse(pinned).compute().imageSource()).isEqualTo(ImageSource.PINNED);
        assertThat(parse(pinned.replace("tags:", "imageSource: ssm\ntags:"))
                        .compute()
                        .images())
                .isEqualTo(Map.of("eu-west-1", "ami-0a1b2c3d"));
        refuses(PRODUCTION.replace("imageSource: ssm\n", ""), "line 1: images: is missing");
        refuses(PRODUCTION.replace("imageSource: ssm", "imageSource: pinned"), "line 1: images: is missing");
    }

    static final List<Arguments> PRODUCTION_FAULTS = List.of(
            Arguments.of("assignPublicIp: true", "assignPublicIp: yes", "line 8: assignPublicIp: yes: has to be true"),
            Arguments.of("[m6a.large, m7i.large]", "[m6a]", "line 10: alternateInstanceTypes: m6a: has to hold"),
            Arguments.of("[m6a.large, m7i.large]", "m6a.large", "alternateInstanceTypes: m6a.large: has to be a list"),
            Arguments.of("m7i.large]", "m6a.large]", "line 10: alternateInstanceTypes: m6a.large: names a type twice"),
            Arguments.of("m7i.large]", "m6i.large]", "line 10: alternateInstanceTypes: m6i.large: names the first"),
            Arguments.of(
                    "m7i.large]", "m7g.large]", "alternateInstanceTypes: m7g.large: has to hold x86_64 types only"),
            Arguments.of("MinSize: 1", "MinSize: -1", "line 12: clusterMinSize: -1: has to be a whole number from 0"),
            Arguments.of("MinSize: 1", "MinSize: 9", "line 13: clusterMaxSize: 9: has to be larger than the minimum"),
            Arguments.of("MaxSize: 9", "MaxSize: 1001", "line 13: clusterMaxSize: 1001: has to be a whole number"),
            Arguments.of("targetCapacity: 80", "targetCapacity: 0", "line 14: targetCapacity: 0: has to be"),
            Arguments.of(
                    "onDemandBaseCapacity: 2", "onDemandBaseCapacity: 10", "10: has to be at most the maximum size, 9"),
            Arguments.of("Percentage: 25", "Percentage: 101", "line 16: onDemandPercentage: 101: has to be"),
            Arguments.of("rootVolumeSize: 50", "rootVolumeSize: 29", "line 17: rootVolumeSize: 29: has to be"),
            Arguments.of("Lifetime: 604800", "Lifetime: 3600", "line 18: maxInstanceLifetime: 3600: has to be 0"),
            Arguments.of("Insights: enhanced", "Insights: on", "line 19: containerInsights: on: has to be enhanced"),
            Arguments.of("ENABLED", "sometimes", "line 20: protectBusyInstances: sometimes: has to be ENABLED"),
            Arguments.of("Days: 90", "Days: 42", "line 21: logRetentionDays: 42: has to be 1, 3"),
            Arguments.of("imageSource: ssm", "imageSource: latest", "line 1: images: is missing"),
            Arguments.of(
                    "imageSource: ssm", "images: {}\nimageSource: latest", "imageSource: latest: has to be pinned"),
            Arguments.of("clusterMinSize: 1\n", "", "line 1: clusterMinSize: is missing"),
            Arguments.of("targetCapacity: 80\n", "", "line 1: targetCapacity: is missing"),
            Arguments.of(
                    "instanceType", "clusterSize: 2\ninstanceType", "clusterSize: has no place in the production"));

    @ParameterizedTest
    @FieldSource("PRODUCTION_FAULTS")
    void aFaultOfAProductionFileIsNamed(String from, String to, String words) {
        assertThat(PRODUCTION).contains(from);
        refuses(PRODUCTION.replace(from, to), words);
    }

    private static void refuses(String file, String words) {
        assertThatExceptionOfType(InvalidClusterFile.class)
                .isThrownBy(() -> parse(file))
                .withMessageContaining(words);
    }

    private static ClusterSpec parse(String file) throws InvalidClusterFile {
        return ClusterFile.parse(file.getBytes(StandardCharsets.UTF_8));
    }

    private static Arguments change(String from, String to, int line, int column, String... words) {
        assertThat(LEGAL).contains(from);
        return Arguments.of(LEGAL.replace(from, to), line, column, List.of(words));
    }
}
