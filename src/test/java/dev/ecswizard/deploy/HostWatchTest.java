package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.ContainerInstance;
import dev.ecswizard.cloud.HostGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostWatchTest {
    private static final Instant EXPIRY = VirtualPace.START.plusSeconds(60);
    private static final Instant RENEWAL = EXPIRY.plus(Duration.ofHours(1));

    private final VirtualPace pace = new VirtualPace();

    private final class Expiring extends ScriptedHosts {
        private void look() {
            if (!pace.now().isBefore(EXPIRY) && pace.now().isBefore(RENEWAL)) {
                throw new CloudProblem(CloudProblem.Kind.EXPIRED, "", "ExpiredToken", "Over.", "", null);
            }
        }

        @Override
        public Optional<HostGroup> group(String name) {
            look();
            return Optional.of(new HostGroup(name, 1, List.of(new HostGroup.Member("i-1", "InService"))));
        }

        @Override
        public ActivityPage activities(String group, Optional<String> page) {
            look();
            return super.activities(group, page);
        }

        @Override
        public List<ContainerInstance> registered(String cluster) {
            look();
            return pace.now().isBefore(EXPIRY)
                    ? List.of()
                    : List.of(new ContainerInstance("i-1", "ACTIVE", "", true, 0, Optional.empty()));
        }
    }

    @Test
    void expiredCredentialsAreToldWithinTwoSecondsAndNewOnesAreNoticedAsSoon() {
        var troubled = new ArrayList<Instant>();
        var crossing = new Vigil(new Expiring(), pace, new HostTarget("stack", "web", "group"))
                .keep(() -> StackStage.MADE, seen -> seen.trouble().ifPresent(_ -> troubled.add(pace.now())));

        assertThat(Duration.between(EXPIRY, troubled.getFirst())).isLessThan(Duration.ofSeconds(2));
        assertThat(crossing).isEqualTo(new Crossing.Joined(1));
        assertThat(Duration.between(RENEWAL, pace.now())).isLessThan(Duration.ofSeconds(2));
    }
}
