package dev.ecswizard.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.cloud.Vpc;
import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.sandbox.world.RegionWorld;
import dev.ecswizard.sandbox.world.World;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Template;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Deploys to every subnet of the sandbox and sees whether its hosts signal as was foretold. The sandbox works out by
/// itself which ones do.
class SignalsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-04T03:02:01Z"));

    @Test
    void hostsSignalWhereTheVerdictSaysSo() throws IOException {
        var counts = counts(_ -> {}, _ -> true);

        assertThat(counts).containsOnlyKeys(Verdict.PASSED, Verdict.WARNING, Verdict.FAILED);
        assertThat(counts.get(Verdict.PASSED)).isGreaterThan(20);
        assertThat(counts.get(Verdict.FAILED)).isGreaterThan(20);
    }

    @Test
    void aClosedEndpointShutsHostsOffWhateverWayOutThereIs() throws IOException {
        var counts = counts(
                world -> {
                    var here = world.in(Trial.REGION);
                    var closed = here.vpcEndpoints().all().stream()
                            .filter(endpoint -> endpoint.serviceName().endsWith(".ecs-agent"))
                            .findFirst()
                            .orElseThrow();
                    var inside = subnet(here, "main-private-a");
                    here.vpcEndpoints()
                            .put(closed.toBuilder()
                                    .vpcEndpointId("vpce-0123456789abcdef0")
                                    .vpcId(inside.vpcId())
                                    .subnetIds(inside.subnetId())
                                    .build());
                },
                vpc -> vpc.name().equals("main"));

        assertThat(counts).containsOnlyKeys(Verdict.FAILED);
    }

    @Test
    void aNatGatewayWithoutAWayOfItsOwnLetsNobodyOut() throws IOException {
        var counts = counts(
                world -> {
                    var here = world.in(Trial.REGION);
                    var inside = subnet(here, "main-private-a");
                    here.natGateways().all().stream()
                            .filter(nat -> nat.vpcId().equals(inside.vpcId()))
                            .toList()
                            .forEach(nat -> here.natGateways()
                                    .put(nat.toBuilder()
                                            .subnetId(inside.subnetId())
                                            .build()));
                },
                vpc -> vpc.name().equals("main"));

        // public subnets come out with addresses of their own, whatever the gateway does
        assertThat(counts).isEqualTo(Map.of(Verdict.PASSED, 6, Verdict.FAILED, 12));
    }

    private static software.amazon.awssdk.services.ec2.model.Subnet subnet(RegionWorld here, String name) {
        return here.subnets().all().stream()
                .filter(subnet ->
                        subnet.tags().stream().anyMatch(tag -> tag.value().equals(name)))
                .findFirst()
                .orElseThrow();
    }

    /// Holds every verdict against what became of the stack.
    private Map<Verdict, Integer> counts(Consumer<World> change, Predicate<Vpc> isTried) throws IOException {
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        var told = new TreeMap<String, Verdict>();
        try (var trial = new Trial(Sandbox.Options.DEFAULT.withClock(now::get), change)) {
            for (var vpc : trial.cloud.networks(Trial.REGION).vpcs().stream()
                    .filter(isTried)
                    .toList()) {
                var subnets = trial.cloud.networks(Trial.REGION).subnets(vpc.id());
                var facts = trial.facts(choices(trial, subnets.getFirst(), Optional.empty(), "other"));
                for (var subnet : subnets) {
                    for (var assigned : List.of(Optional.<Boolean>empty(), Optional.of(true), Optional.of(false))) {
                        var name = "s" + told.size();
                        foretell(trial, facts, choices(trial, subnet, assigned, name))
                                .ifPresent(verdict -> {
                                    told.put(name, verdict);
                                    counts.merge(verdict, 1, Integer::sum);
                                });
                    }
                }
            }
            // the hosts of them all are waited for side by side
            now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(5)));
            told.forEach((name, verdict) -> {
                var status = trial.cloud
                        .stacks(Trial.REGION)
                        .find(name)
                        .orElseThrow()
                        .status()
                        .name();
                switch (verdict) {
                    case PASSED -> assertThat(status).as(name).isEqualTo("CREATE_COMPLETE");
                    case FAILED -> assertThat(status).as(name).isEqualTo("ROLLBACK_COMPLETE");
                    // whichever it is, nobody was told wrongly
                    case WARNING, UNCHECKED -> assertThat(status).isIn("CREATE_COMPLETE", "ROLLBACK_COMPLETE");
                }
            });
        }
        return counts;
    }

    private static ClusterSpec choices(Trial trial, Subnet subnet, Optional<Boolean> assigned, String name) {
        var choices = trial.inVpc(subnet.vpcId(), List.of(subnet.id()));
        choices.stackName = name;
        choices.assignPublicIp = assigned;
        return choices.spec();
    }

    /// Begins a stack, unless something else than the way stops it. What was read of one subnet holds for all of a VPC.
    private Optional<Verdict> foretell(Trial trial, Facts facts, ClusterSpec spec) {
        var findings = Preflight.findings(spec, facts);
        var name = spec.cluster().stackName();
        if (findings.stream().anyMatch(finding -> finding.blocks() && finding.check() != Check.WAY_OUT)) {
            return Optional.empty();
        }
        var template = Template.of(spec);
        trial.make(template, name, now);
        return findings.stream()
                .filter(finding -> finding.check() == Check.WAY_OUT)
                .map(Finding::verdict)
                .findFirst();
    }
}
