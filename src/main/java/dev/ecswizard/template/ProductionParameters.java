package dev.ecswizard.template;

import static dev.ecswizard.template.Node.entry;
import static dev.ecswizard.template.Node.text;
import static dev.ecswizard.template.Parameters.CLUSTER_MAX_SIZE;
import static dev.ecswizard.template.Parameters.INSTANCE_TYPE;
import static dev.ecswizard.template.Parameters.KEY_NAME;
import static dev.ecswizard.template.Parameters.SOURCE_SECURITY_GROUP;
import static dev.ecswizard.template.Parameters.SUBNETS;
import static dev.ecswizard.template.Parameters.VPC_ID;
import static dev.ecswizard.template.Parameters.parameter;

import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.ContainerInsights;
import dev.ecswizard.spec.Fleet;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.spec.Rule;
import dev.ecswizard.template.Node.Entry;
import dev.ecswizard.template.Node.Items;
import dev.ecswizard.template.Node.Shape;
import dev.ecswizard.template.Node.Text;
import dev.ecswizard.template.Node.Whole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The parameters of the production recipe. Every choice is the default of one, so that the stack can be
/// changed without another template.
final class ProductionParameters {
    static final String IMAGE = "EcsAmi";
    static final String ROOT_VOLUME_SIZE = "RootVolumeSize";
    static final String CLUSTER_MIN_SIZE = "ClusterMinSize";
    static final String HOSTS_KEPT = "HostsKeptDuringUpdate";
    static final String TARGET_CAPACITY = "TargetCapacity";
    static final String ON_DEMAND_BASE = "OnDemandBaseCapacity";
    static final String ON_DEMAND_PERCENTAGE = "OnDemandPercentage";
    static final String CONTAINER_INSIGHTS = "ContainerInsights";
    static final String PROTECT_BUSY = "ProtectBusyInstances";
    static final String MAX_LIFETIME = "MaxInstanceLifetime";
    static final String LOG_RETENTION = "LogRetentionDays";
    static final String ENABLED = "ENABLED";

    private static final String DISABLED = "DISABLED";
    private static final String IMAGES = "/aws/service/ecs/optimized-ami/amazon-linux-2023/";

    private ProductionParameters() {}

    static List<Entry> of(ClusterSpec spec, Fleet.Managed fleet) {
        var parameters = new ArrayList<>(List.of(
                parameter(VPC_ID, "AWS::EC2::VPC::Id", entry("Description", "The VPC that the hosts run in.")),
                parameter(
                        SUBNETS,
                        "List<AWS::EC2::Subnet::Id>",
                        folded("Subnets in at least two Availability Zones, each with a way out to the ECS endpoints"
                                + " (NAT gateway, public addresses, or interface endpoints).")),
                parameter(
                        SOURCE_SECURITY_GROUP,
                        "AWS::EC2::SecurityGroup::Id",
                        entry("Description", "Security group of the load balancer that sends traffic to the tasks."))));
        Parameters.assignPublicIp(spec).ifPresent(parameters::add);
        if (spec.compute().imageSource() == ImageSource.SSM) {
            parameters.add(image(spec.compute().architecture()));
        }
        parameters.addAll(types(spec, fleet));
        parameters.add(rootVolumeSize(fleet));
        parameters.add(keyName(spec));
        parameters.addAll(capacity(fleet));
        parameters.addAll(operations(fleet));
        return parameters;
    }

    /// Values of the parameters of [#of] that have a default, but for those that every recipe has.
    static Map<String, String> defaults(ClusterSpec spec, Fleet.Managed fleet) {
        var defaults = new LinkedHashMap<String, String>();
        var alternates = fleet.hosts().alternateInstanceTypes();
        if (spec.compute().imageSource() == ImageSource.SSM) {
            defaults.put(IMAGE, imageParameter(spec.compute().architecture()));
        }
        for (var i = 0; i < alternates.size(); i++) {
            defaults.put(alternate(i), alternates.get(i));
        }
        defaults.put(ROOT_VOLUME_SIZE, String.valueOf(fleet.hosts().rootVolumeSize()));
        if (spec.compute().keyName().isEmpty()) {
            defaults.put(KEY_NAME, "");
        }
        defaults.put(CLUSTER_MIN_SIZE, String.valueOf(fleet.scaling().clusterMinSize()));
        defaults.put(CLUSTER_MAX_SIZE, String.valueOf(fleet.scaling().clusterMaxSize()));
        defaults.put(HOSTS_KEPT, "0");
        defaults.put(TARGET_CAPACITY, String.valueOf(fleet.scaling().targetCapacity()));
        defaults.put(ON_DEMAND_BASE, String.valueOf(fleet.scaling().onDemandBaseCapacity()));
        defaults.put(ON_DEMAND_PERCENTAGE, String.valueOf(fleet.scaling().onDemandPercentage()));
        defaults.put(CONTAINER_INSIGHTS, fleet.operations().containerInsights().key());
        defaults.put(PROTECT_BUSY, protection(fleet));
        defaults.put(MAX_LIFETIME, String.valueOf(fleet.hosts().maxInstanceLifetime()));
        defaults.put(LOG_RETENTION, String.valueOf(fleet.operations().logRetentionDays()));
        return defaults;
    }

    /// The name of the parameter of an alternate.
    ///
    /// @param index from 0
    static String alternate(int index) {
        return "AlternateInstanceType" + (index + 1);
    }

    /// The names of all alternates' parameters.
    static List<String> alternates(Fleet.Managed fleet) {
        return IntStream.range(0, fleet.hosts().alternateInstanceTypes().size())
                .mapToObj(ProductionParameters::alternate)
                .toList();
    }

    private static Entry image(Architecture architecture) {
        var graviton = architecture == Architecture.ARM64;
        return parameter(
                IMAGE,
                "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>",
                entry("Default", imageParameter(architecture)),
                folded("Public SSM parameter of the ECS-optimized AMI. For "
                        + (graviton ? "Intel and AMD" : "Graviton")
                        + " use "
                        + imageParameter(graviton ? Architecture.X86_64 : Architecture.ARM64)
                        + "."));
    }

    static String imageParameter(Architecture architecture) {
        return switch (architecture) {
            case X86_64 -> IMAGES + "recommended/image_id";
            case ARM64 -> IMAGES + "arm64/recommended/image_id";
        };
    }

    private static List<Entry> types(ClusterSpec spec, Fleet.Managed fleet) {
        var types = new ArrayList<Entry>();
        types.add(type(INSTANCE_TYPE, spec.compute().instanceType(), "First choice of instance type."));
        var alternates = fleet.hosts().alternateInstanceTypes();
        for (var i = 0; i < alternates.size(); i++) {
            types.add(type(alternate(i), alternates.get(i), "Same size and architecture as the first choice."));
        }
        return types;
    }

    private static Entry type(String name, String value, String description) {
        return parameter(name, "String", entry("Default", value), entry("Description", description));
    }

    private static Entry rootVolumeSize(Fleet.Managed fleet) {
        return number(
                ROOT_VOLUME_SIZE,
                fleet.hosts().rootVolumeSize(),
                entry("MinValue", 30),
                entry("MaxValue", 16_384),
                entry("Description", "Root volume in GiB. The AMI snapshot needs at least 30."));
    }

    /// A chosen key pair travels beside the template; only the lack of one is a default.
    private static Entry keyName(ClusterSpec spec) {
        var description = entry("Description", "Optional EC2 key pair. Leave empty and use Session Manager.");
        return spec.compute().keyName().isPresent()
                ? parameter(KEY_NAME, "String", description)
                : parameter(KEY_NAME, "String", entry("Default", ""), description);
    }

    private static List<Entry> capacity(Fleet.Managed fleet) {
        var scaling = fleet.scaling();
        return List.of(
                number(
                        CLUSTER_MIN_SIZE,
                        scaling.clusterMinSize(),
                        entry("MinValue", 0),
                        entry("MaxValue", 1000),
                        entry("Description", "Lower limit of the group. Zero lets ECS start from an empty group.")),
                number(
                        CLUSTER_MAX_SIZE,
                        scaling.clusterMaxSize(),
                        entry("MinValue", 1),
                        entry("MaxValue", 1000),
                        entry("Description", "Upper limit of the group. Must be larger than ClusterMinSize.")),
                number(
                        HOSTS_KEPT,
                        0,
                        entry("MinValue", 0),
                        folded("Hosts that a rolling update leaves in service. At each change, give the smaller of the"
                                + " group's present size and ClusterMaxSize less one; zero would let the last host go"
                                + " first.")),
                number(
                        TARGET_CAPACITY,
                        scaling.targetCapacity(),
                        entry("MinValue", 1),
                        entry("MaxValue", 100),
                        entry("Description", "Percentage of the running hosts that ECS tries to keep in use.")),
                number(
                        ON_DEMAND_BASE,
                        scaling.onDemandBaseCapacity(),
                        entry("MinValue", 0),
                        entry("Description", "How many hosts are always On-Demand.")),
                number(
                        ON_DEMAND_PERCENTAGE,
                        scaling.onDemandPercentage(),
                        entry("MinValue", 0),
                        entry("MaxValue", 100),
                        entry("Description", "Share of On-Demand hosts above the base. Below 100 the rest is Spot.")));
    }

    private static List<Entry> operations(Fleet.Managed fleet) {
        return List.of(
                parameter(
                        CONTAINER_INSIGHTS,
                        "String",
                        entry("Default", fleet.operations().containerInsights().key()),
                        entry(
                                "AllowedValues",
                                new Items(Arrays.stream(ContainerInsights.values())
                                        .<Node>map(level -> text(level.key()))
                                        .toList())),
                        entry("Description", "CloudWatch Container Insights level of the cluster.")),
                parameter(
                        PROTECT_BUSY,
                        "String",
                        entry("Default", protection(fleet)),
                        entry("AllowedValues", Node.items(text(ENABLED), text(DISABLED))),
                        folded("Managed termination protection. ENABLED keeps hosts with tasks from scale-in, and also"
                                + " keeps the stack from being deleted until the protection is lifted.")),
                number(
                        MAX_LIFETIME,
                        fleet.hosts().maxInstanceLifetime(),
                        entry("Description", "Seconds after which a host is replaced, 86400 or more. 0 turns it off.")),
                number(
                        LOG_RETENTION,
                        fleet.operations().logRetentionDays(),
                        entry(
                                "AllowedValues",
                                new Items(Rule.RETENTIONS.stream()
                                        .<Node>map(Whole::new)
                                        .toList())),
                        entry("Description", "How long ECS Exec session logs are kept.")));
    }

    private static String protection(Fleet.Managed fleet) {
        return fleet.operations().protectBusyInstances() ? ENABLED : DISABLED;
    }

    private static Entry number(String name, int value, Entry... more) {
        var entries = new ArrayList<Entry>();
        entries.add(entry("Default", value));
        entries.addAll(List.of(more));
        return parameter(name, "Number", entries.toArray(Entry[]::new));
    }

    private static Entry folded(String description) {
        return entry("Description", new Text(description, Shape.FOLDED));
    }
}
