package dev.ecswizard.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.Subnet;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The verdict held against a search for a path, over VPCs of all kinds. Another seed and number can be given:
/// `-Dways=100000 -Dways.seed=7`.
class WayOutPropertyTest {
    private static final int VPCS = Integer.getInteger("ways", 10_000);
    private static final long SEED = Long.getLong("ways.seed", 20_261_123L);

    @Test
    void theVerdictIsThatOfASearchForAPath() {
        var verdicts = new EnumMap<Reach, Integer>(Reach.class);
        for (var i = 0; i < VPCS; i++) {
            var random = new Random(SEED + i);
            var around = new RandomVpc(random).next();
            var wayOut = new WayOut(RandomVpc.VPC, around);
            var search = new PathSearch(around);
            var subnet =
                    ((Asked.Answered<List<Subnet>>) around.subnets()).answer().get(random.nextInt(3));
            var assigned = Optional.of(random.nextBoolean()).filter(_ -> random.nextBoolean());
            var way = wayOut.from(subnet, assigned);

            assertThat(way.reach())
                    .as("seed %s, %s, %s, %s: %s", SEED + i, subnet, assigned, around, way)
                    .isEqualTo(search.from(subnet, assigned.orElse(subnet.publicAddressOnLaunch())));
            assertThat(way.obstacles().isEmpty())
                    .as("seed %s, %s", SEED + i, way)
                    .isEqualTo(way.reach() == Reach.YES);
            verdicts.merge(way.reach(), 1, Integer::sum);
        }
        // neither is right by always saying the same
        assertThat(verdicts).containsOnlyKeys(Reach.YES, Reach.UNKNOWN, Reach.NO);
        assertThat(verdicts.values()).allMatch(count -> count > VPCS / 20);
    }
}
