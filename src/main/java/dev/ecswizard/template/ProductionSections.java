package dev.ecswizard.template;

import static dev.ecswizard.template.Node.entry;
import static dev.ecswizard.template.Node.items;
import static dev.ecswizard.template.Node.mapping;
import static dev.ecswizard.template.Node.text;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Fleet;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.template.Node.Entry;
import dev.ecswizard.template.Node.Equals;
import dev.ecswizard.template.Node.GetAtt;
import dev.ecswizard.template.Node.Items;
import dev.ecswizard.template.Node.Mapping;
import dev.ecswizard.template.Node.Not;
import dev.ecswizard.template.Node.ParameterName;
import dev.ecswizard.template.Node.Ref;
import dev.ecswizard.template.Node.Shape;
import dev.ecswizard.template.Node.Text;
import java.util.ArrayList;
import java.util.List;

/// The sections of a production template around its parameters and resources.
final class ProductionSections {
    static final String HAS_KEY = "HasKey";
    static final String USES_SPOT = "UsesSpot";
    static final String IS_PROTECTED = "IsProtected";
    static final String HAS_LIFETIME = "HasLifetime";

    static final String DESCRIPTION =
            "ECS cluster on EC2: launch template, Auto Scaling group behind a managed capacity provider, hardened"
                    + " hosts. ";

    private ProductionSections() {}

    static Text description(Fleet.Managed fleet) {
        var growth = fleet.scaling().clusterMinSize() == 0
                ? "The group starts empty and ECS grows it when tasks are placed."
                : "ECS grows the group when tasks are placed.";
        return new Text(DESCRIPTION + growth, Shape.FOLDED);
    }

    /// How the CloudFormation console groups the parameters.
    static Mapping metadata(ClusterSpec spec, Fleet.Managed fleet) {
        var network = new ArrayList<>(List.of(Parameters.VPC_ID, Parameters.SUBNETS, Parameters.SOURCE_SECURITY_GROUP));
        if (spec.network().assignPublicIp().isPresent()) {
            network.add(Parameters.ASSIGN_PUBLIC_IP);
        }
        var hosts = new ArrayList<String>();
        if (spec.compute().imageSource() == ImageSource.SSM) {
            hosts.add(ProductionParameters.IMAGE);
        }
        hosts.add(Parameters.INSTANCE_TYPE);
        hosts.addAll(ProductionParameters.alternates(fleet));
        hosts.add(ProductionParameters.ROOT_VOLUME_SIZE);
        hosts.add(Parameters.KEY_NAME);
        return mapping(entry(
                "AWS::CloudFormation::Interface",
                mapping(entry(
                        "ParameterGroups",
                        items(
                                group("Network", network),
                                group(
                                        "Capacity",
                                        List.of(
                                                ProductionParameters.CLUSTER_MIN_SIZE,
                                                Parameters.CLUSTER_MAX_SIZE,
                                                ProductionParameters.HOSTS_KEPT,
                                                ProductionParameters.TARGET_CAPACITY,
                                                ProductionParameters.ON_DEMAND_BASE,
                                                ProductionParameters.ON_DEMAND_PERCENTAGE)),
                                group("Hosts", hosts),
                                group(
                                        "Operations",
                                        List.of(
                                                ProductionParameters.CONTAINER_INSIGHTS,
                                                ProductionParameters.PROTECT_BUSY,
                                                ProductionParameters.MAX_LIFETIME,
                                                ProductionParameters.LOG_RETENTION)))))));
    }

    /// What CloudFormation refuses before it creates anything.
    static Mapping rules() {
        return mapping(entry(
                "SubnetsBelongToVpc",
                mapping(entry(
                        "Assertions",
                        items(mapping(
                                entry(
                                        "Assert",
                                        mapping(entry(
                                                "Fn::EachMemberIn",
                                                items(
                                                        mapping(entry(
                                                                "Fn::ValueOfAll",
                                                                items(text("AWS::EC2::Subnet::Id"), text("VpcId")))),
                                                        mapping(entry("Fn::RefAll", "AWS::EC2::VPC::Id")))))),
                                entry("AssertDescription", "Every subnet must be in the chosen VPC.")))))));
    }

    static Mapping conditions() {
        return mapping(
                entry(HAS_KEY, not(Parameters.KEY_NAME, "")),
                entry(USES_SPOT, not(ProductionParameters.ON_DEMAND_PERCENTAGE, "100")),
                entry(
                        IS_PROTECTED,
                        new Equals(new Ref(ProductionParameters.PROTECT_BUSY), ProductionParameters.ENABLED)),
                entry(HAS_LIFETIME, not(ProductionParameters.MAX_LIFETIME, "0")));
    }

    static List<Entry> outputs() {
        return List.of(
                ClusterTemplate.clusterName(),
                output("ClusterArn", "ARN of the cluster.", new GetAtt(SharedResources.CLUSTER, "Arn")),
                output(
                        "CapacityProviderName",
                        "Capacity provider to name in a service's strategy.",
                        new Ref(ProductionResources.CAPACITY_PROVIDER)),
                output(
                        "AutoScalingGroupName",
                        "Name of the Auto Scaling group.",
                        new Ref(SharedResources.AUTO_SCALING_GROUP)),
                output(
                        "HostSecurityGroupId",
                        "Security group of the hosts.",
                        new Ref(ProductionResources.SECURITY_GROUP)));
    }

    private static Mapping group(String label, List<String> parameters) {
        return mapping(
                entry("Label", mapping(entry("default", label))),
                entry(
                        "Parameters",
                        new Items(parameters.stream()
                                .<Node>map(ParameterName::new)
                                .toList())));
    }

    private static Node not(String parameter, String value) {
        return new Not(new Equals(new Ref(parameter), value));
    }

    private static Entry output(String name, String description, Node value) {
        return entry(name, mapping(entry("Description", description), entry("Value", value)));
    }
}
