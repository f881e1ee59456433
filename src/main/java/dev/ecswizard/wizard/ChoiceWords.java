package dev.ecswizard.wizard;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Fleet;
import dev.ecswizard.spec.Hosts;
import dev.ecswizard.spec.Operations;
import dev.ecswizard.spec.Scaling;
import dev.ecswizard.template.Question;
import dev.ecswizard.ui.Messages;
import java.util.Optional;
import java.util.function.Function;

/// What the questions are called, and how their answers read in a few words.
public final class ChoiceWords {
    private static final int SECONDS_A_DAY = 86_400;

    private final Messages messages = Messages.of(ChoiceWords.class);

    /// What a recipe is called.
    ///
    /// @param key as in a cluster file
    public String recipe(String key) {
        return messages.text("choices.recipe." + key);
    }

    /// What was asked.
    public String name(Question question) {
        return messages.text("choices.name." + question.key());
    }

    /// The answer to a question; nothing where the recipe does not ask it.
    public String value(Question question, ClusterSpec spec) {
        var cluster = spec.cluster();
        var network = spec.network();
        var compute = spec.compute();
        return switch (question) {
            case STACK_NAME -> cluster.stackName();
            case RECIPE -> recipe(cluster.recipe().key());
            case REGION -> spec.region();
            case VPC_ID -> network.vpcId();
            case SUBNETS -> count("choices.subnets.value", network.subnets().size());
            case SOURCE_SECURITY_GROUP -> network.sourceSecurityGroup();
            case ASSIGN_PUBLIC_IP ->
                network.assignPublicIp().map(this::yesOrNo).orElseGet(() -> messages.text("choices.subnets.own"));
            case INSTANCE_TYPE -> compute.instanceType();
            case ALTERNATE_INSTANCE_TYPES -> ofHosts(spec, this::alternates);
            case ARCHITECTURE -> compute.architecture().key();
            case CLUSTER_SIZE ->
                compute.fleet() instanceof Fleet.Fixed fleet ? String.valueOf(fleet.clusterSize()) : "";
            case CLUSTER_MIN_SIZE -> ofScaling(spec, scaling -> String.valueOf(scaling.clusterMinSize()));
            case CLUSTER_MAX_SIZE ->
                switch (compute.fleet()) {
                    case Fleet.Fixed fleet -> String.valueOf(fleet.clusterMaxSize());
                    case Fleet.Managed fleet -> String.valueOf(fleet.scaling().clusterMaxSize());
                };
            case TARGET_CAPACITY -> ofScaling(spec, scaling -> percent(scaling.targetCapacity()));
            case ON_DEMAND_BASE_CAPACITY -> ofScaling(spec, scaling -> String.valueOf(scaling.onDemandBaseCapacity()));
            case ON_DEMAND_PERCENTAGE -> ofScaling(spec, scaling -> percent(scaling.onDemandPercentage()));
            case ROOT_VOLUME_SIZE -> ofHosts(spec, hosts -> count("choices.gib.value", hosts.rootVolumeSize()));
            case MAX_INSTANCE_LIFETIME -> ofHosts(spec, hosts -> lifetime(hosts.maxInstanceLifetime()));
            case KEY_NAME -> compute.keyName().orElseGet(() -> messages.text("choices.none.value"));
            case CONTAINER_INSIGHTS ->
                ofOperations(spec, running -> running.containerInsights().key());
            case PROTECT_BUSY_INSTANCES -> ofOperations(spec, running -> yesOrNo(running.protectBusyInstances()));
            case LOG_RETENTION_DAYS ->
                ofOperations(spec, running -> count("choices.days.value", running.logRetentionDays()));
            case IMAGE_SOURCE ->
                messages.text("choices.image." + compute.imageSource().key());
            case IMAGES -> count("choices.regions.value", compute.images().size());
            case TAGS -> count("choices.tags.value", cluster.tags().size());
        };
    }

    private String alternates(Hosts hosts) {
        var types = hosts.alternateInstanceTypes();
        return types.isEmpty() ? messages.text("choices.none.value") : String.join(", ", types);
    }

    private String lifetime(int seconds) {
        if (seconds == 0) {
            return messages.text("choices.never.value");
        }
        return seconds % SECONDS_A_DAY == 0
                ? count("choices.days.value", seconds / SECONDS_A_DAY)
                : count("choices.seconds.value", seconds);
    }

    private String percent(int share) {
        return count("choices.percent.value", share);
    }

    private String count(String key, int number) {
        return messages.text(key, number);
    }

    private String yesOrNo(boolean isSo) {
        return messages.text(isSo ? "choices.yes.value" : "choices.no.value");
    }

    private static String ofScaling(ClusterSpec spec, Function<Scaling, String> words) {
        return managed(spec).map(Fleet.Managed::scaling).map(words).orElse("");
    }

    private static String ofHosts(ClusterSpec spec, Function<Hosts, String> words) {
        return managed(spec).map(Fleet.Managed::hosts).map(words).orElse("");
    }

    private static String ofOperations(ClusterSpec spec, Function<Operations, String> words) {
        return managed(spec).map(Fleet.Managed::operations).map(words).orElse("");
    }

    private static Optional<Fleet.Managed> managed(ClusterSpec spec) {
        return spec.compute().fleet() instanceof Fleet.Managed fleet ? Optional.of(fleet) : Optional.empty();
    }
}
