package dev.ecswizard.wizard.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.preflight.Exit;
import dev.ecswizard.preflight.Reach;
import dev.ecswizard.preflight.Way;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PreselectionTest {
    private static final Way NAT = way(Reach.YES, Exit.NAT_GATEWAY);
    private static final Way OPEN = way(Reach.YES, Exit.INTERNET_GATEWAY);
    private static final Way ENDPOINTS = way(Reach.YES, Exit.ENDPOINTS);

    private static Way way(Reach reach, Exit exit, String... missing) {
        return new Way(reach, exit, Set.of(), Optional.of("rtb-1"), Optional.empty(), List.of(missing));
    }

    private static SubnetLine line(String id, String zone, int free, Way way, Marker... markers) {
        return new SubnetLine(
                id,
                Optional.of(new Subnet(id, "", "vpc-1", zone, "10.0.0.0/24", free, false, "1")),
                Set.of(markers),
                Optional.of(way),
                false);
    }

    @Test
    void privateSubnetsComeBeforePublicOnesAndEachZoneHasOne() {
        assertThat(Preselection.of(List.of(
                        line("open-a", "eu-west-1a", 250, OPEN),
                        line("nat-a", "eu-west-1a", 100, NAT),
                        line("nat-a2", "eu-west-1a", 90, NAT),
                        line("open-b", "eu-west-1b", 250, OPEN),
                        line("ends-b", "eu-west-1b", 250, ENDPOINTS),
                        line("ends-c", "eu-west-1c", 250, way(Reach.YES, Exit.ENDPOINTS, "logs")),
                        line("open-c", "eu-west-1c", 250, OPEN))))
                .containsExactly("nat-a", "ends-b", "open-c");
    }

    @Test
    void theOneWithMostFreeAddressesIsTakenAndNoneThatIsFull() {
        assertThat(Preselection.of(List.of(
                        line("small", "eu-west-1a", 11, NAT),
                        line("large", "eu-west-1a", 4000, NAT),
                        line("full", "eu-west-1b", 0, NAT))))
                .containsExactly("large");
    }

    @Test
    void threeZonesAreEnough() {
        assertThat(Preselection.of(List.of(
                        line("f", "us-east-1f", 9, OPEN),
                        line("b", "us-east-1b", 9, OPEN),
                        line("a", "us-east-1a", 9, OPEN),
                        line("c", "us-east-1c", 9, OPEN))))
                .containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @EnumSource(names = "YES", mode = EnumSource.Mode.EXCLUDE)
    void whatIsNotSureToLeadOutIsNotChosen(Reach reach) {
        assertThat(Preselection.of(List.of(line("a", "eu-west-1a", 9, way(reach, Exit.BEYOND)))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Marker.class,
            names = {"LOCAL_ZONE", "WAVELENGTH_ZONE", "OUTPOST"})
    void norIsWhatStandsOutsideTheRegion(Marker marker) {
        assertThat(Preselection.of(List.of(line("a", "eu-west-1a", 9, NAT, marker))))
                .isEmpty();
        assertThat(Preselection.of(List.of(line("a", "eu-west-1a", 9, NAT, Marker.OTHER_ACCOUNT))))
                .containsExactly("a");
    }
}
