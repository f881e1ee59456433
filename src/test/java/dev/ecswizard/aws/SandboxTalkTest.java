package dev.ecswizard.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Region;
import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.cloud.Vpc;
import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.spec.Architecture;
import java.io.IOException;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What the pages ask, asked of the endpoint inside the app over HTTP.
class SandboxTalkTest {
    @Test
    void thePagesQuestionsAreAnswered() throws IOException {
        try (var sandbox = Sandbox.start(0);
                var cloud = AwsConnections.toEndpoint(
                                "sandbox", "Sandbox", "", sandbox.endpoint(), "eu-west-1", () -> "sandbox")
                        .open((_, _) -> Optional.empty())) {
            assertThat(cloud.caller().account()).matches("[0-9]{12}");
            var regions = cloud.regions().stream()
                    .filter(Region::enabled)
                    .map(Region::name)
                    .toList();
            assertThat(regions).contains("eu-west-1").hasSizeGreaterThan(10);
            var networks = cloud.networks("eu-west-1");
            var vpcs = networks.vpcs();
            assertThat(vpcs).first().matches(Vpc::isDefault);
            var zones = networks.subnets(vpcs.getFirst().id()).stream()
                    .map(Subnet::zone)
                    .toList();
            assertThat(networks.securityGroups(vpcs.getFirst().id())).isNotEmpty();
            var names = new TreeSet<String>();
            var offerings = cloud.catalog("eu-west-1").offerings(zones);
            offerings.values().forEach(names::addAll);
            assertThat(cloud.catalog("eu-west-1").typeNames()).containsAll(names);
            assertThat(cloud.catalog("eu-west-1").instanceTypes(names))
                    .hasSameSizeAs(names)
                    .hasSizeGreaterThan(500);
            var found = cloud.images().newest(Architecture.ARM64, regions);
            assertThat(found.images()).containsOnlyKeys(regions);
            assertThat(found.problems()).isEmpty();
        }
    }
}
