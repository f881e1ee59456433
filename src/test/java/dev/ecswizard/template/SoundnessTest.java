package dev.ecswizard.template;

import static dev.ecswizard.template.Node.entry;
import static dev.ecswizard.template.Node.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Node.GetAtt;
import dev.ecswizard.template.Node.If;
import dev.ecswizard.template.Node.Mapping;
import dev.ecswizard.template.Node.ParameterName;
import dev.ecswizard.template.Node.Ref;
import dev.ecswizard.template.Node.Sub;
import dev.ecswizard.template.Node.Whole;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the generator refuses to have made: each fault is put into a template that is sound without it.
class SoundnessTest {
    private static final ClusterSpec CLASSIC = Specs.small(Recipe.CLASSIC);
    private static final ClusterSpec STANDARD = Specs.small(Recipe.STANDARD);
    private static final ClusterSpec PRODUCTION = production(ImageSource.PINNED);

    private static final String[] FILES = {
        "Resources", "LaunchTemplate", "Metadata", "AWS::CloudFormation::Init", "config", "files"
    };
    private static final String HOOK = "/etc/cfn/hooks.d/cfn-auto-reloader.conf";

    @ParameterizedTest
    @EnumSource(Recipe.class)
    void whatTheGeneratorMakesIsSound(Recipe recipe) {
        assertThat(Specs.all(recipe)).allSatisfy(SoundnessTest::isSound);
        for (var seed = 0; seed < 300; seed++) {
            isSound(Specs.random(new Random(seed)));
        }
    }

    @Test
    void aTemplateForTooManyRegionsIsRefused() {
        var images = new TreeMap<>(STANDARD.compute().images());
        for (var number = 0; number < 1200; number++) {
            var letters = new char[] {(char) ('a' + number / 100), (char) ('a' + number / 10 % 10)};
            images.put("xx-" + new String(letters) + "-" + number % 10, "ami-0a1b2c3d4e5f60718");
        }
        var spec = Specs.with(STANDARD, Optional.empty(), compute(STANDARD, images));

        assertThatExceptionOfType(TemplateRefused.class)
                .isThrownBy(() -> Template.of(spec))
                .withMessageContaining("bytes; CloudFormation takes 51200 at most");
    }

    @Test
    void aRollingUpdateNeedsRoomForAHost() {
        var max = new String[] {"Resources", "AutoScalingGroup", "Properties", "MaxSize"};

        refuses(CLASSIC, Edited.replaced(made(CLASSIC), new Ref("ClusterSize"), max), "keep 2 hosts of at most 2");
        refuses(STANDARD, Edited.replaced(made(STANDARD), new Whole(1), max), "keep 2 hosts of at most 1");
        refuses(
                PRODUCTION,
                Edited.replaced(made(PRODUCTION), new Whole(6), "Parameters", "HostsKeptDuringUpdate", "Default"),
                "AutoScalingGroup would keep 6 hosts of at most 6");
        isSound(
                PRODUCTION,
                Edited.replaced(made(PRODUCTION), new Whole(5), "Parameters", "HostsKeptDuringUpdate", "Default"));
        refuses(
                STANDARD,
                Edited.without(made(STANDARD), "Parameters", "ClusterMaxSize", "Default"),
                "MaxSize of AutoScalingGroup");
        refuses(STANDARD, Edited.without(made(STANDARD), max), "MaxSize of AutoScalingGroup");
    }

    @Test
    void aFileModeIsTextOfSixOctalDigits() {
        refuses(STANDARD, mode(new Whole(400)), HOOK + " has the mode 400: cfn-init takes six octal digits in quotes");
        refuses(STANDARD, mode(text("0400")), "has the mode 0400");
        refuses(STANDARD, mode(text("000480")), "has the mode 000480");
        isSound(STANDARD, mode(text("000600")));
        assertThat(YamlText.of(mode(text("000600")))).contains("mode: \"000600\"\n");
    }

    @Test
    void aHookWatchesMetadataThatIsThere() {
        refuses(
                STANDARD,
                hook("path=Resources.LaunchTemplate.", "path=Resources.ContainerInstances."),
                "path=Resources.ContainerInstances.Metadata.AWS::CloudFormation::Init, but there is no such");
        refuses(STANDARD, hook("Metadata.AWS::CloudFormation::Init", "Metadata.AWS::Init"), "path=Resources.Laun");
        refuses(STANDARD, hook("path=", "paths="), HOOK + " does not say which resource it watches");
        refuses(
                STANDARD,
                hook("--resource LaunchTemplate", "--resource ContainerInstances"),
                "refers to ContainerInstances, which it does not have");
        refuses(
                PRODUCTION,
                Edited.reworded(
                        made(PRODUCTION),
                        "--resource AutoScalingGroup",
                        "--resource Group",
                        "Resources",
                        "LaunchTemplate",
                        "Properties",
                        "LaunchTemplateData",
                        "UserData",
                        "Fn::Base64"),
                "refers to Group, which");
    }

    @Test
    void theChosenRegionHasAnImage() {
        refuses(
                STANDARD,
                Edited.without(made(STANDARD), "Mappings", "AWSRegionToAMI", "eu-west-1"),
                "The mapping AWSRegionToAMI has no AMI for the region eu-west-1");
        refuses(
                CLASSIC,
                Edited.without(made(CLASSIC), "Mappings", "AWSRegionToAMI", "eu-west-1", "AMI"),
                "has no AMI for the region eu-west-1");
        refuses(PRODUCTION, Edited.without(made(PRODUCTION), "Mappings"), "AWSRegionToAMI has no AMI");
        isSound(STANDARD, Edited.without(made(STANDARD), "Mappings", "AWSRegionToAMI", "us-east-1"));
    }

    @Test
    void aRuleAsksForWhatCloudFormationKnows() {
        var assertion = new String[] {"Rules", "SubnetsBelongToVpc", "Assertions", "0"};
        var asked = new String[] {
            "Rules", "SubnetsBelongToVpc", "Assertions", "0", "Assert", "Fn::EachMemberIn", "0", "Fn::ValueOfAll"
        };

        refuses(PRODUCTION, asking(asked, "AWS::EC2::Subnet::Id", "VpcID"), "attribute VpcID of AWS::EC2::Subnet::Id");
        refuses(PRODUCTION, asking(asked, "AWS::EC2::VPC::Id", "VpcId"), "attribute VpcId of AWS::EC2::VPC::Id");
        refuses(PRODUCTION, asking(asked, "AWS::EC2::Instance::Id", "VpcId"), "of AWS::EC2::Instance::Id");
        refuses(PRODUCTION, asking(asked, "AWS::EC2::Subnet::Id"), "attribute \"\" of AWS::EC2::Subnet::Id");
        isSound(PRODUCTION, asking(asked, "AWS::EC2::Subnet::Id", "Tags.Team"));
        refuses(
                PRODUCTION,
                Edited.with(made(PRODUCTION), entry("Assertion", "x"), assertion),
                "A rule has the part Assertion, which");
        refuses(
                PRODUCTION,
                Edited.with(made(PRODUCTION), entry("Condition", "x"), "Rules", "SubnetsBelongToVpc"),
                "A rule has the part Condition, which");

        var single = Edited.with(
                made(PRODUCTION),
                entry("RuleCondition", Node.mapping(entry("Fn::ValueOf", Node.items(text("VpcId"), text("Cidr"))))),
                "Rules",
                "SubnetsBelongToVpc");
        refuses(PRODUCTION, single, "attribute Cidr of AWS::EC2::VPC::Id");
    }

    @Test
    void aRoleNameIsMeasuredWithTheRealRegion() {
        var roleName = new String[] {"Resources", "ECSRole", "Properties", "RoleName"};
        // ecs-web-eu-west-1 has 17
        var longest = Edited.reworded(made(STANDARD), "ecs-", "ecs-" + "x".repeat(47), roleName);

        isSound(STANDARD, longest);
        refuses(
                STANDARD,
                Edited.reworded(longest, "ecs-", "ecs-y", roleName),
                "web-eu-west-1 of 65 characters; IAM allows 64");
        assertThatExceptionOfType(TemplateRefused.class)
                .isThrownBy(() -> ClusterTemplate.template(longest, elsewhere(STANDARD, "us-east-1", "webs")))
                .withMessageContaining("of 65 characters");
        refuses(
                STANDARD,
                Edited.replaced(made(STANDARD), new Sub("ecs-${AWS::StackId}"), roleName),
                "RoleName of ECSRole");
    }

    @Test
    void typesAndImagesAreOfOneArchitecture() {
        refuses(
                STANDARD,
                Edited.replaced(made(STANDARD), text("t4g.large"), "Parameters", "InstanceType", "Default"),
                "t4g.large boots arm64 images only, and the images here are for x86_64");
        refuses(
                PRODUCTION,
                Edited.replaced(made(PRODUCTION), text("m7g.large"), "Parameters", "AlternateInstanceType2", "Default"),
                "m7g.large boots arm64");
        var graviton = Specs.of(Recipe.CLASSIC, Architecture.ARM64, 1, 2, Optional.empty());
        refuses(
                graviton,
                Edited.replaced(made(graviton), text("t2.large"), "Parameters", "InstanceType", "Default"),
                "t2.large boots x86_64 images only, and the images here are for arm64");

        var fromSsm = production(ImageSource.SSM);
        var path = "/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id";
        refuses(
                fromSsm,
                Edited.replaced(made(fromSsm), text(path), "Parameters", "EcsAmi", "Default"),
                path + " does not lead to an image for x86_64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws-web", "ecs", "Fargate-1", "ECSweb"})
    void aCapacityProviderHasNoReservedName(String stackName) {
        var name = new String[] {"Resources", "CapacityProvider", "Properties", "Name"};
        var spec = elsewhere(PRODUCTION, "eu-west-1", stackName);

        isSound(spec);
        refuses(
                spec,
                Edited.replaced(made(spec), new Ref("AWS::StackName"), name),
                "CapacityProvider would have the name " + stackName + "; ECS refuses");
        refuses(spec, Edited.without(made(spec), name), "CapacityProvider needs a name");
    }

    @Test
    void whatIsReferredToIsThere() {
        var data = new String[] {"Resources", "LaunchTemplate", "Properties", "LaunchTemplateData"};

        refuses(STANDARD, Edited.with(made(STANDARD), entry("KeyName", new Ref("KeyName")), data), "refers to KeyName");
        refuses(
                STANDARD,
                Edited.with(made(STANDARD), entry("X", new GetAtt("LaunchTemplates", "Arn")), data),
                "refers to LaunchTemplates");
        refuses(STANDARD, Edited.with(made(STANDARD), entry("X", new Sub("${Group.Arn}")), data), "to Group.Arn");
        isSound(STANDARD, Edited.with(made(STANDARD), entry("X", new Sub("${!Group.Arn}${ECSRole.Arn}")), data));
        refuses(
                PRODUCTION,
                Edited.with(made(PRODUCTION), entry("X", If.only("HasNone", text("x"))), data),
                "refers to HasNone");
        refuses(
                PRODUCTION,
                Edited.replaced(
                        made(PRODUCTION),
                        new ParameterName("Vpc"),
                        "Metadata",
                        "AWS::CloudFormation::Interface",
                        "ParameterGroups",
                        "0",
                        "Parameters",
                        "0"),
                "refers to Vpc, which");
        refuses(STANDARD, Edited.with(made(STANDARD), entry("X", new Ref("AWS::Stackname")), data), "AWS::Stackname");
    }

    @Test
    void aTemplateThatIsNotTooLargeIsNoFaultOfTheImages() throws InvalidClusterFile {
        var file = ClusterFile.write(STANDARD);
        var answers = new ClusterFileAnswers(ClusterFileReader.read(file));
        var images = file.lines().toList().indexOf("images:") + 1;

        assertThat(answers.refusal(new TemplateRefused("tooLarge", 60_000, 51_200), 900))
                .hasMessage("line " + images + ": images: 900 regions: "
                        + new TemplateRefused("tooLarge", 60_000, 51_200).getMessage());
        assertThat(answers.refusal(new TemplateRefused("unsound.reference", "Group"), 900))
                .hasMessage("line 1: The template refers to Group, which it does not have.");
        assertThat(ClusterFile.parse(file.getBytes(StandardCharsets.UTF_8))).isEqualTo(STANDARD);
    }

    private static Mapping mode(Node mode) {
        var keys = List.of(FILES).toArray(new String[FILES.length + 2]);
        keys[FILES.length] = HOOK;
        keys[FILES.length + 1] = "mode";
        return Edited.replaced(made(STANDARD), mode, keys);
    }

    private static Mapping hook(String from, String to) {
        var keys = List.of(FILES).toArray(new String[FILES.length + 2]);
        keys[FILES.length] = HOOK;
        keys[FILES.length + 1] = "content";
        return Edited.reworded(made(STANDARD), from, to, keys);
    }

    private static Mapping asking(String[] keys, String... words) {
        var items = List.of(words).stream().<Node>map(Node::text).toList();
        return Edited.replaced(made(PRODUCTION), new Node.Items(items), keys);
    }

    private static Mapping made(ClusterSpec spec) {
        return ClusterTemplate.root(spec);
    }

    private static void isSound(ClusterSpec spec) {
        isSound(spec, made(spec));
    }

    private static void isSound(ClusterSpec spec, Mapping root) {
        assertThatCode(() -> ClusterTemplate.template(root, spec)).doesNotThrowAnyException();
    }

    private static void refuses(ClusterSpec spec, Mapping root, String words) {
        assertThatExceptionOfType(TemplateRefused.class)
                .isThrownBy(() -> ClusterTemplate.template(root, spec))
                .withMessageContaining(words)
                .satisfies(e -> assertThat(e.getMessage()).endsWith(".").doesNotContainPattern("\\{[0-9]"));
    }

    private static ClusterSpec production(ImageSource source) {
        var base = Specs.small(Recipe.PRODUCTION);
        var compute = new Compute(
                "m6i.large",
                Architecture.X86_64,
                Specs.managed(List.of("m6a.large", "m7i.large"), source),
                Optional.empty(),
                base.compute().images());
        return Specs.with(base, Optional.empty(), compute);
    }

    private static Compute compute(ClusterSpec spec, Map<String, String> images) {
        var compute = spec.compute();
        return new Compute(compute.instanceType(), compute.architecture(), compute.fleet(), compute.keyName(), images);
    }

    private static ClusterSpec elsewhere(ClusterSpec spec, String region, String stackName) {
        var cluster = spec.cluster();
        return new ClusterSpec(
                region, new Cluster(stackName, cluster.recipe(), cluster.tags()), spec.network(), spec.compute());
    }
}
