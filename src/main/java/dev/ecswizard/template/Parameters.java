package dev.ecswizard.template;

import static dev.ecswizard.template.Node.entry;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Node.Entry;
import dev.ecswizard.template.Node.Mapping;
import dev.ecswizard.template.Node.Shape;
import dev.ecswizard.template.Node.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The template's parameters and the values of those that have no default.
final class Parameters {
    static final String INSTANCE_TYPE = "InstanceType";
    static final String CLUSTER_SIZE = "ClusterSize";
    static final String CLUSTER_MAX_SIZE = "ClusterMaxSize";
    static final String SUBNETS = "Subnets";
    static final String SOURCE_SECURITY_GROUP = "SourceSecurityGroup";
    static final String VPC_ID = "VpcId";
    static final String KEY_NAME = "KeyName";

    private static final String SIZE = "^[1-9][0-9]{0,2}$";

    private Parameters() {}

    static Mapping section(ClusterSpec spec) {
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
                entry("Default", String.valueOf(compute.clusterSize())),
                entry("AllowedPattern", SIZE),
                entry("ConstraintDescription", "a whole number from 1 to 999."),
                entry("Description", "How many container instances the cluster runs by default.")));
        parameters.add(parameter(
                CLUSTER_MAX_SIZE,
                "String",
                entry("Default", String.valueOf(compute.clusterMaxSize())),
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
        if (compute.keyName().isPresent()) {
            parameters.add(parameter(
                    KEY_NAME,
                    "AWS::EC2::KeyPair::KeyName",
                    entry("Description", keyDescription(spec.cluster().recipe()))));
        }
        return ClusterTemplate.section(parameters);
    }

    /// Values of the parameters without default, in the order of [#section].
    static Map<String, String> values(ClusterSpec spec) {
        var values = new LinkedHashMap<String, String>();
        values.put(SUBNETS, String.join(",", spec.network().subnets()));
        values.put(SOURCE_SECURITY_GROUP, spec.network().sourceSecurityGroup());
        values.put(VPC_ID, spec.network().vpcId());
        spec.compute().keyName().ifPresent(keyName -> values.put(KEY_NAME, keyName));
        return values;
    }

    private static Entry parameter(String name, String type, Entry... more) {
        var entries = new ArrayList<Entry>();
        entries.add(entry("Type", type));
        entries.addAll(List.of(more));
        return entry(name, new Mapping(entries, false));
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
