package dev.ecswizard.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Recipe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Goes through the founding document sentence by sentence, on the parsed template, for many choices. S24, S28 to S30,
/// S81 and S84 are context and say nothing of the template that could be asserted.
class ChecklistTest {
    private static final Set<Integer> CONTEXT = Set.of(24, 28, 29, 30, 81, 84);

    private final Map<Integer, Consumer<Row>> rows = new LinkedHashMap<>();

    /// The template under test and the choices that it was made from.
    record Row(ClusterSpec spec, Parsed template) {
        boolean classic() {
            return spec.cluster().recipe() == Recipe.CLASSIC;
        }

        String launch() {
            return classic() ? "LaunchConfiguration" : "LaunchTemplate";
        }

        Object parameter(String... keys) {
            return under("Parameters", keys);
        }

        Object resource(String... keys) {
            return under("Resources", keys);
        }

        Object property(String resource, String name) {
            return resource(resource, "Properties", name);
        }

        Object launchProperty(String name) {
            return classic() ? property(launch(), name) : resource(launch(), "Properties", "LaunchTemplateData", name);
        }

        Object init(String... keys) {
            var path = new ArrayList<>(List.of(launch(), "Metadata", "AWS::CloudFormation::Init"));
            path.addAll(List.of(keys));
            return resource(path.toArray(String[]::new));
        }

        Object update(String name) {
            return resource("AutoScalingGroup", "UpdatePolicy", "AutoScalingRollingUpdate", name);
        }

        List<String> script() {
            var data = (Map<?, ?>) ((Map<?, ?>) launchProperty("UserData")).get("Fn::Base64");
            return ((String) data.get("Fn::Sub")).lines().toList();
        }

        private Object under(String section, String... keys) {
            return template.at(
                    Stream.concat(Stream.of(section), Stream.of(keys)).toArray(String[]::new));
        }
    }

    ChecklistTest() {
        wholeTemplate();
        parameters();
        mappings();
        role();
        securityGroup();
        autoScaling();
        metadata();
        launchProperties();
        outputs();
    }

    @TestFactory
    Stream<DynamicNode> everyRowHolds() {
        var templates = Stream.of(Recipe.CLASSIC, Recipe.STANDARD)
                .flatMap(recipe -> Specs.all(recipe).stream())
                .map(spec -> new Row(spec, Parsed.of(Template.of(spec).yaml())))
                .toList();
        return rows.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(
                        "S" + row.getKey(), () -> assertThat(templates).allSatisfy(row.getValue()::accept)));
    }

    @Test
    void noRowIsLeftOut() {
        for (var number = 1; number <= 84; number++) {
            assertThat(rows.containsKey(number)).as("S%d", number).isNotEqualTo(CONTEXT.contains(number));
        }
    }

    private void wholeTemplate() {
        row(
                1,
                t -> assertThat(t.template().keys("Resources"))
                        .containsExactly(
                                "ECSRole",
                                "InstanceProfile",
                                "SecurityGroup",
                                "Cluster",
                                "AutoScalingGroup",
                                t.launch()));
        row(
                2,
                t -> assertThat(Template.of(t.spec()).yaml())
                        .contains("!Ref ")
                        .contains("!Sub ")
                        .contains("!FindInMap ")
                        .doesNotContain("Fn::Sub", "Fn::FindInMap", "Ref:"));
        row(
                3,
                t -> assertThat(t.template().keys())
                        .containsSubsequence("Description", "Parameters", "Resources", "Outputs"));
        row(4, t -> assertThat(t.template().keys()).doesNotContain("Metadata"));
        row(5, t -> assertThat(t.template().keys()).containsSubsequence("Parameters", "Mappings", "Resources"));
        row(6, t -> is(t.template().at("Description"), "ECS cluster architecture template"));
        row(7, t -> is(t.template().at("AWSTemplateFormatVersion"), "2010-09-09"));
    }

    private void parameters() {
        row(8, t -> {
            assertThat(t.parameter("Subnets", "Default")).isNull();
            assertThat(t.parameter("ClusterSize", "Default")).isNotNull();
        });
        row(9, t -> assertThat(t.parameter("InstanceType")).isNotNull());
        row(10, t -> is(t.parameter("InstanceType", "Type"), "String"));
        row(
                11,
                t -> is(
                        t.parameter("InstanceType", "Default"),
                        t.spec().compute().instanceType()));
        row(12, t -> assertThat(t.parameter("ClusterSize")).isNotNull());
        row(13, t -> is(t.parameter("ClusterSize", "Type"), "String"));
        row(14, t -> is(t.parameter("ClusterSize", "Default"), "2"));
        row(15, t -> is(t.parameter("Subnets", "Type"), "List<AWS::EC2::Subnet::Id>"));
        row(16, t -> assertThat(t.parameter("SourceSecurityGroup")).isNotNull());
        row(17, t -> is(t.parameter("VpcId", "Type"), "String"));
        row(18, t -> {
            is(t.parameter("SourceSecurityGroup", "Type"), "String");
            var names = new ArrayList<>(List.of(
                    "InstanceType", "ClusterSize", "ClusterMaxSize", "Subnets", "SourceSecurityGroup", "VpcId"));
            t.spec().compute().keyName().ifPresent(_ -> names.add("KeyName"));
            is(t.template().keys("Parameters"), names);
        });
        row(19, t -> assertThat(t.template().keys("Parameters")).doesNotContain("ImageId", "IamInstanceProfile"));
    }

    private void mappings() {
        row(
                20,
                t -> is(
                        t.template().keys("Mappings", "AWSRegionToAMI"),
                        List.copyOf(t.spec().compute().images().keySet())));
        row(
                21,
                t -> t.spec().compute().images().forEach((region, image) -> {
                    is(t.template().at("Mappings", "AWSRegionToAMI", region), Map.of("AMI", image));
                    assertThat(image).matches("ami-[0-9a-f]{8,17}");
                }));
        row(
                22,
                t -> assertThat(t.template().keys("Mappings", "AWSRegionToAMI"))
                        .hasSizeGreaterThanOrEqualTo(2)
                        .contains(t.spec().region()));
        row(23, t -> is(t.launchProperty("ImageId"), image()));
    }

    private void role() {
        row(25, t -> is(t.resource("ECSRole", "Type"), "AWS::IAM::Role"));
        row(26, t -> {
            assertThat(t.property("ECSRole", "RoleName")).isNotNull();
            is(Template.of(t.spec()).capabilities(), Set.of("CAPABILITY_NAMED_IAM"));
        });
        row(
                27,
                t -> is(
                        t.property("ECSRole", "RoleName"),
                        sub(t.classic() ? "ecs-${AWS::StackName}" : "ecs-${AWS::StackName}-${AWS::Region}")));
        row(31, t -> {
            var statement = Map.of(
                    "Effect",
                    "Allow",
                    "Principal",
                    Map.of("Service", List.of("ec2.amazonaws.com")),
                    "Action",
                    List.of("sts:AssumeRole"));
            is(
                    t.property("ECSRole", "AssumeRolePolicyDocument"),
                    Map.of("Version", "2012-10-17", "Statement", List.of(statement)));
        });
        row(
                32,
                t -> assertThat((List<?>) t.property("ECSRole", "ManagedPolicyArns"))
                        .hasSize(t.classic() ? 1 : 2));
        row(33, t -> {
            var arn = "arn:${AWS::Partition}:iam::aws:policy/";
            var ecs = sub(arn + "service-role/AmazonEC2ContainerServiceforEC2Role");
            is(
                    t.property("ECSRole", "ManagedPolicyArns"),
                    t.classic() ? List.of(ecs) : List.of(ecs, sub(arn + "AmazonSSMManagedInstanceCore")));
        });
        row(
                34,
                t -> assertThat(t.template().keys("Resources", "ECSRole", "Properties"))
                        .containsExactly("RoleName", "AssumeRolePolicyDocument", "ManagedPolicyArns"));
        row(35, t -> is(t.resource("InstanceProfile", "Type"), "AWS::IAM::InstanceProfile"));
        row(36, t -> is(t.resource("InstanceProfile", "Properties"), Map.of("Roles", List.of(ref("ECSRole")))));
    }

    private void securityGroup() {
        row(
                37,
                t -> is(
                        t.launchProperty(t.classic() ? "SecurityGroups" : "SecurityGroupIds"),
                        List.of(ref("SecurityGroup"))));
        row(38, t -> is(t.resource("SecurityGroup", "Type"), "AWS::EC2::SecurityGroup"));
        row(39, t -> assertThat(t.property("SecurityGroup", "GroupDescription")).isNotNull());
        row(40, t -> is(t.property("SecurityGroup", "GroupDescription"), sub("${AWS::StackName}-hosts")));
        row(41, t -> {
            assertThat((List<?>) t.property("SecurityGroup", "SecurityGroupIngress"))
                    .hasSize(1);
            assertThat(ingress(t).containsKey("CidrIp") || ingress(t).containsKey("CidrIpv6"))
                    .isFalse();
        });
        row(
                42,
                t -> t.template()
                        .keys("Resources")
                        .forEach(id ->
                                assertThat(t.resource(id, "Type")).isNotEqualTo("AWS::EC2::SecurityGroupIngress")));
        row(43, t -> is(ingress(t).get("SourceSecurityGroupId"), ref("SourceSecurityGroup")));
        row(44, t -> is(ingress(t).get("IpProtocol"), "-1"));
        row(45, t -> is(t.property("SecurityGroup", "VpcId"), ref("VpcId")));
        row(46, t -> is(t.resource("Cluster", "Type"), "AWS::ECS::Cluster"));
        row(47, t -> is(t.resource("Cluster", "Properties"), Map.of("ClusterName", ref("AWS::StackName"))));
    }

    private void autoScaling() {
        row(
                48,
                t -> assertThat(Integer.parseInt((String) t.parameter("ClusterMaxSize", "Default")))
                        .isGreaterThan(Integer.parseInt((String) t.parameter("ClusterSize", "Default"))));
        row(49, t -> assertThat(t.template().keys("Resources")).contains("AutoScalingGroup", t.launch()));
        row(50, t -> is(t.resource("AutoScalingGroup", "Type"), "AWS::AutoScaling::AutoScalingGroup"));
        row(51, t -> is(t.property("AutoScalingGroup", "VPCZoneIdentifier"), ref("Subnets")));
        row(52, t -> {
            if (t.classic()) {
                is(t.property("AutoScalingGroup", "LaunchConfigurationName"), ref("LaunchConfiguration"));
            } else {
                is(
                        t.property("AutoScalingGroup", "LaunchTemplate"),
                        Map.of(
                                "LaunchTemplateId",
                                ref("LaunchTemplate"),
                                "Version",
                                Map.of("Fn::GetAtt", "LaunchTemplate.LatestVersionNumber")));
            }
            assertThat(t.template().keys("Resources")).containsSubsequence("AutoScalingGroup", t.launch());
        });
        row(53, t -> {
            is(t.property("AutoScalingGroup", "MinSize"), ref("ClusterSize"));
            is(t.property("AutoScalingGroup", "DesiredCapacity"), ref("ClusterSize"));
            is(t.property("AutoScalingGroup", "MaxSize"), ref("ClusterMaxSize"));
        });
        row(54, t -> {
            var tag = Map.of("Key", "Name", "Value", sub("${AWS::StackName} - ECS Host"), "PropagateAtLaunch", true);
            is(t.property("AutoScalingGroup", "Tags"), List.of(tag));
            assertThat(t.property("AutoScalingGroup", "AutoScalingGroupName")).isNull();
        });
        row(
                55,
                t -> is(
                        t.resource("AutoScalingGroup", "CreationPolicy", "ResourceSignal"),
                        Map.of("Count", ref("ClusterSize"), "Timeout", "PT15M")));
        row(
                56,
                t -> is(
                        t.update("PauseTime"),
                        t.resource("AutoScalingGroup", "CreationPolicy", "ResourceSignal", "Timeout")));
        row(57, t -> is(t.update("MinInstancesInService"), ref("ClusterSize")));
        row(58, t -> is(t.update("MaxBatchSize"), 20));
        row(59, t -> is(t.update("PauseTime"), "PT15M"));
        row(60, t -> {
            is(t.update("WaitOnResourceSignals"), true);
            is(
                    t.update("SuspendProcesses"),
                    t.classic()
                            ? null
                            : List.of(
                                    "HealthCheck",
                                    "ReplaceUnhealthy",
                                    "AZRebalance",
                                    "AlarmNotification",
                                    "ScheduledActions",
                                    "InstanceRefresh"));
        });
    }

    private void metadata() {
        var hup = "/etc/cfn/cfn-hup.conf";
        var reloader = "/etc/cfn/hooks.d/cfn-auto-reloader.conf";
        row(61, t -> is(t.template().keys("Resources").getLast(), t.launch()));
        row(
                62,
                t -> is(
                        t.resource(t.launch(), "Type"),
                        t.classic() ? "AWS::AutoScaling::LaunchConfiguration" : "AWS::EC2::LaunchTemplate"));
        row(63, t -> assertThat(t.script()).anyMatch(line -> line.startsWith("/opt/aws/bin/cfn-init ")));
        row(64, t -> assertThat(t.init()).isNotNull());
        row(65, t -> is(((Map<?, ?>) t.init()).keySet(), Set.of("config")));
        row(66, t -> {
            is(((Map<?, ?>) t.init("config")).keySet(), Set.of("commands", "files", "services"));
            assertThat((Map<?, ?>) t.init("config", "commands")).hasSize(1);
            assertThat((Map<?, ?>) t.init("config", "files")).hasSize(2);
        });
        row(67, t -> {
            var echo = "echo ECS_CLUSTER=${Cluster} > /etc/ecs/ecs.config";
            var block = "; echo ECS_AWSVPC_BLOCK_IMDS=true >> /etc/ecs/ecs.config";
            is(
                    t.init("config", "commands", "01_add_instance_to_cluster", "command"),
                    sub(t.classic() ? echo : echo + block));
        });
        row(
                68,
                t -> is(
                        t.init("config", "files", hup),
                        file("[main]\nstack=${AWS::StackId}\nregion=${AWS::Region}\n")));
        row(
                69,
                t -> is(
                        t.init("config", "files", reloader),
                        file("[cfn-auto-reloader-hook]\ntriggers=post.update\npath=Resources." + t.launch()
                                + ".Metadata.AWS::CloudFormation::Init\naction=" + cfnInit(t) + "\nrunas=root\n")));
        row(
                70,
                t -> is(
                        ((Map<?, ?>) t.init("config", "services")).keySet(),
                        Set.of(t.classic() ? "sysvinit" : "systemd")));
        row(71, t -> {
            is(service(t).get("enabled"), true);
            is(service(t).get("ensureRunning"), true);
        });
        row(72, t -> is(service(t).get("files"), List.of(hup, reloader)));
    }

    private void launchProperties() {
        row(73, t -> {
            is(t.launchProperty("ImageId"), image());
            is(t.launchProperty("InstanceType"), ref("InstanceType"));
            is(
                    t.launchProperty("IamInstanceProfile"),
                    t.classic() ? ref("InstanceProfile") : Map.of("Arn", Map.of("Fn::GetAtt", "InstanceProfile.Arn")));
        });
        row(74, t -> {
            var chosen = t.spec().compute().keyName().isPresent();
            is(t.launchProperty("KeyName"), chosen ? ref("KeyName") : null);
            is(t.parameter("KeyName", "Type"), chosen ? "AWS::EC2::KeyPair::KeyName" : null);
        });
        row(
                75,
                t -> is(
                        t.launchProperty(t.classic() ? "SecurityGroups" : "SecurityGroupIds"),
                        List.of(ref("SecurityGroup"))));
        row(76, t -> assertThat(t.script().getFirst()).startsWith("#!"));
        row(77, t -> is(t.script().get(1), "yum install -y aws-cfn-bootstrap"));
        row(78, t -> is(t.script().get(2), cfnInit(t)));
        row(
                79,
                t -> is(
                        t.script().get(3),
                        "/opt/aws/bin/cfn-signal -e $? --region ${AWS::Region} --stack ${AWS::StackName}"
                                + " --resource AutoScalingGroup"));
        row(80, t -> assertThat(t.script()).hasSize(4));
    }

    private void outputs() {
        row(82, t -> is(t.template().keys().getLast(), "Outputs"));
        row(83, t -> {
            is(t.template().keys("Outputs"), List.of("ClusterName"));
            is(t.template().at("Outputs", "ClusterName", "Value"), ref("Cluster"));
        });
    }

    private void row(int number, Consumer<Row> assertion) {
        assertThat(rows.put(number, assertion)).isNull();
    }

    private static void is(Object actual, Object expected) {
        assertThat(actual).isEqualTo(expected);
    }

    private static Map<?, ?> ingress(Row row) {
        return (Map<?, ?>) ((List<?>) row.property("SecurityGroup", "SecurityGroupIngress")).getFirst();
    }

    private static Map<?, ?> service(Row row) {
        return (Map<?, ?>) row.init("config", "services", row.classic() ? "sysvinit" : "systemd", "cfn-hup");
    }

    private static String cfnInit(Row row) {
        return "/opt/aws/bin/cfn-init -v --region ${AWS::Region} --stack ${AWS::StackName} --resource " + row.launch();
    }

    private static Map<String, Object> file(String content) {
        return Map.of("mode", "000400", "owner", "root", "group", "root", "content", sub(content));
    }

    private static Map<String, Object> image() {
        return Map.of("Fn::FindInMap", List.of("AWSRegionToAMI", ref("AWS::Region"), "AMI"));
    }

    private static Map<String, Object> ref(String name) {
        return Map.of("Ref", name);
    }

    private static Map<String, Object> sub(String pattern) {
        return Map.of("Fn::Sub", pattern);
    }
}
