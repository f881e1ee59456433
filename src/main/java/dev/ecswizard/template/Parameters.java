package dev.ecswizard.template;

import static dev.ecswizard.template.Node.entry;
import static dev.ecswizard.template.Node.items;
import static dev.ecswizard.template.Node.text;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Fleet;
import dev.ecswizard.spec.Hosts;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Node.Entry;
import dev.ecswizard.template.Node.Mapping;
import dev.ecswizard.template.Node.Shape;
import dev.ecswizard.template.Node.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The template's parameters and the values of those that have no default.
final class Parameters {
    static final String INSTANCE_TYPE = "InstanceType";
    static final String CLUSTER_SIZE = "ClusterSize";
    static final String CLUSTER_MAX_SIZE = "ClusterMaxSize";
    static final String SUBNETS = "Subnets";
    static final String SOURCE_SECURITY_GROUP = "SourceSecurityGroup";
    static final String VPC_ID = "VpcId";
    static final String ASSIGN_PUBLIC_IP = "AssignPublicIp";
    static final String KEY_NAME = "KeyName";

    private static final String SIZE = "^[1-9][0-9]{0,2}$";

    private static final Map<String, List<Question>> QUESTIONS = byParameter();

    private Parameters() {}

    static Mapping section(ClusterSpec spec) {
        return ClusterTemplate.section(
                switch (spec.compute().fleet()) {
                    case Fleet.Fixed fleet -> plain(spec, fleet);
                    case Fleet.Managed fleet -> ProductionParameters.of(spec, fleet);
                });
    }

    private static List<Entry> plain(ClusterSpec spec, Fleet.Fixed fleet) {
        var compute = spec.compute();
        var parameters = new ArrayList<Entry>();
        parameters.add(parameter(
                INSTANCE_TYPE,
                "String",
                entry("Default", compute.instanceType()),
                entry("Description", "EC2 instance type of the container instances.")));
        parameters.add(parameter(
                CLUSTER_SIZE,
                "String",
                entry("Default", String.valueOf(fleet.clusterSize())),
                entry("AllowedPattern", SIZE),
                entry("ConstraintDescription", "a whole number from 1 to 999."),
                entry("Description", "How many container instances the cluster runs by default.")));
        parameters.add(parameter(
                CLUSTER_MAX_SIZE,
                "String",
                entry("Default", String.valueOf(fleet.clusterMaxSize())),
                entry("AllowedPattern", SIZE),
                entry("ConstraintDescription", "a whole number from 2 to 999, larger than ClusterSize."),
                entry("Description", new Text(maxSizeDescription(spec.cluster().recipe()), Shape.FOLDED))));
        parameters.add(parameter(
                SUBNETS,
                "List<AWS::EC2::Subnet::Id>",
                entry("Description", "The subnets that the load balancer template also uses.")));
        parameters.add(parameter(
                SOURCE_SECURITY_GROUP,
                "String",
                entry("AllowedPattern", "^sg-[0-9a-f]{8}([0-9a-f]{9})?$"),
                entry("ConstraintDescription", "a security group ID."),
                entry("Description", "The security group that the load balancer template created in the VPC.")));
        parameters.add(parameter(
                VPC_ID,
                "String",
                entry("AllowedPattern", "^vpc-[0-9a-f]{8}([0-9a-f]{9})?$"),
                entry("ConstraintDescription", "a VPC ID."),
                entry("Description", "The VPC that the hosts run in.")));
        assignPublicIp(spec).ifPresent(parameters::add);
        if (compute.keyName().isPresent()) {
            parameters.add(parameter(
                    KEY_NAME,
                    "AWS::EC2::KeyPair::KeyName",
                    entry("Description", keyDescription(spec.cluster().recipe()))));
        }
        return parameters;
    }

    static Optional<Entry> assignPublicIp(ClusterSpec spec) {
        return spec.network()
                .assignPublicIp()
                .map(given -> parameter(
                        ASSIGN_PUBLIC_IP,
                        "String",
                        entry("Default", String.valueOf(given)),
                        entry("AllowedValues", items(text("true"), text("false"))),
                        entry("Description", "Give hosts public IPv4 addresses. Only for public subnets.")));
    }

    /// Values of the parameters without default, in the order of [#section].
    static Map<String, String> values(ClusterSpec spec) {
        var values = new LinkedHashMap<String, String>();
        var network = spec.network();
        var isFirst = spec.cluster().recipe() == Recipe.PRODUCTION;
        if (isFirst) {
            values.put(VPC_ID, network.vpcId());
        }
        values.put(SUBNETS, String.join(",", network.subnets()));
        values.put(SOURCE_SECURITY_GROUP, network.sourceSecurityGroup());
        if (!isFirst) {
            values.put(VPC_ID, network.vpcId());
        }
        spec.compute().keyName().ifPresent(keyName -> values.put(KEY_NAME, keyName));
        return values;
    }

    /// Values that the template itself holds as defaults.
    static Map<String, String> defaults(ClusterSpec spec) {
        var defaults = new LinkedHashMap<String, String>();
        defaults.put(INSTANCE_TYPE, spec.compute().instanceType());
        switch (spec.compute().fleet()) {
            case Fleet.Fixed fleet -> {
                defaults.put(CLUSTER_SIZE, String.valueOf(fleet.clusterSize()));
                defaults.put(CLUSTER_MAX_SIZE, String.valueOf(fleet.clusterMaxSize()));
            }
            case Fleet.Managed fleet -> defaults.putAll(ProductionParameters.defaults(spec, fleet));
        }
        spec.network().assignPublicIp().ifPresent(given -> defaults.put(ASSIGN_PUBLIC_IP, String.valueOf(given)));
        return defaults;
    }

    static Entry parameter(String name, String type, Entry... more) {
        var entries = new ArrayList<Entry>();
        entries.add(entry("Type", type));
        entries.addAll(List.of(more));
        return entry(name, new Mapping(entries, false)).from(questions(name).toArray(Question[]::new));
    }

    /// The questions whose answers a parameter of the template holds; none where it holds no answer.
    ///
    /// @param name of a parameter, or of one of CloudFormation's own
    static List<Question> questions(String name) {
        return QUESTIONS.getOrDefault(name, List.of());
    }

    /// A parameter is called as the answer that it holds, but for a few.
    private static Map<String, List<Question>> byParameter() {
        var questions = new HashMap<String, List<Question>>();
        for (var question : Question.values()) {
            var key = question.key();
            questions.put(Character.toUpperCase(key.charAt(0)) + key.substring(1), List.of(question));
        }
        for (var i = 0; i < Hosts.MAX_ALTERNATES; i++) {
            questions.put(ProductionParameters.alternate(i), List.of(Question.ALTERNATE_INSTANCE_TYPES));
        }
        questions.put(ProductionParameters.IMAGE, List.of(Question.IMAGE_SOURCE, Question.ARCHITECTURE));
        questions.put("AWS::StackName", List.of(Question.STACK_NAME));
        questions.put("AWS::Region", List.of(Question.REGION));
        return questions;
    }

    private static String maxSizeDescription(Recipe recipe) {
        return switch (recipe) {
            case CLASSIC ->
                "Upper limit of the group while it scales."
                        + " It has to be larger than ClusterSize, or every rolling update is refused.";
            case STANDARD, PRODUCTION ->
                "Room for updates and for scaling by hand; nothing scales this cluster by itself."
                        + " It has to be larger than ClusterSize, or every rolling update is refused.";
        };
    }

    private static String keyDescription(Recipe recipe) {
        return switch (recipe) {
            case CLASSIC -> "Key pair for SSH access to the hosts.";
            case STANDARD, PRODUCTION -> "Key pair for SSH. This template opens no SSH port.";
        };
    }
}
