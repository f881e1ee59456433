package dev.ecswizard.wizard.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.cloud.Vpc;
import dev.ecswizard.ui.Shuffled;
import dev.ecswizard.wizard.Dropped;
import dev.ecswizard.wizard.FakeCloud;
import dev.ecswizard.wizard.Places;
import dev.ecswizard.wizard.account.AccountModel;
import dev.ecswizard.wizard.cluster.ClusterModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Lists that arrive in any order, while a person goes on choosing.
class LateNetworkTest {
    private static final List<String> REGIONS = List.of("eu-west-1", "us-east-1");

    private final FakeCloud cloud = Places.cloud();

    /// The models, and what a person has chosen last.
    private final class Person {
        private final SplittableRandom random;
        private final Shuffled background;
        private final AccountModel account;
        private final NetworkModel network;
        private Optional<String> region = Optional.empty();
        private Optional<String> vpc = Optional.empty();
        private final List<String> subnets = new ArrayList<>();
        private final List<String> story = new ArrayList<>();

        Person(long seed) {
            random = new SplittableRandom(seed);
            background = new Shuffled(random.split());
            var dropped = new Dropped();
            account = new AccountModel(
                    background,
                    () -> new AccountModel.Offer(List.of(cloud), Optional.of(cloud), List.of()),
                    (_, _) -> Optional.empty(),
                    Optional.empty(),
                    dropped);
            var cluster = new ClusterModel(background, account.chosen(), account.place());
            network = new NetworkModel(background, account.place(), account.profile(), cluster.recipe(), dropped);
        }

        void act() {
            switch (random.nextInt(8)) {
                case 0 -> chooseRegion(pick(REGIONS));
                case 1 ->
                    region.ifPresent(
                            where -> chooseVpc(pick(cloud.vpcs.get(where)).id()));
                case 2 -> vpc.ifPresent(this::toggle);
                case 3 ->
                    account.place().getValue().ifPresent(where -> {
                        story.add("refresh " + where.region());
                        where.readings().refresh(where.region());
                    });
                default -> {
                    story.add("an answer");
                    background.next();
                }
            }
        }

        private <T> T pick(List<T> from) {
            return from.get(random.nextInt(from.size()));
        }

        private void chooseRegion(String name) {
            story.add(name);
            account.chooseRegion(name);
            if (!region.equals(Optional.of(name))) {
                vpc = Optional.empty();
                subnets.clear();
            }
            region = Optional.of(name);
        }

        private void chooseVpc(String id) {
            story.add(id);
            network.chooseVpc(id);
            if (!vpc.equals(Optional.of(id))) {
                subnets.clear();
                // those of a VPC with the same id that was chosen before another region stand
                subnets.addAll(network.subnets().getValue());
            }
            vpc = Optional.of(id);
        }

        private void toggle(String in) {
            var there = subnetsOf(in);
            if (!there.isEmpty()) {
                var id = pick(there).id();
                story.add(id);
                network.toggleSubnet(id);
                if (!subnets.remove(id)) {
                    subnets.add(id);
                }
            }
        }
    }

    private List<Subnet> subnetsOf(String vpc) {
        return cloud.subnets.stream()
                .filter(subnet -> subnet.vpcId().equals(vpc))
                .toList();
    }

    @Test
    void theNewerChoiceWinsWhateverArrivesWhen() {
        var chosenAndKept = 0;
        for (var seed = 0; seed < 3_000; seed++) {
            var person = new Person(seed);
            for (var step = 0; step < 40; step++) {
                person.act();
            }
            person.background.all();
            chosenAndKept += check(person);
        }
        assertThat(chosenAndKept).isGreaterThan(1_000);
    }

    /// @return 1 if there was a VPC to be kept
    private int check(Person person) {
        var network = person.network;
        var region = person.account.region().getValue();
        var story = person.story.toString();
        if (person.region.isPresent()) {
            assertThat(region).as(story).isEqualTo(person.region);
        }
        var there = cloud.vpcs.get(region.orElseThrow());
        assertThat(network.inventory().vpcs().value().getValue()).as(story).contains(there);
        person.vpc.ifPresent(id -> {
            assertThat(network.vpcId().getValue()).as(story).contains(id);
            assertThat(network.subnets().getValue()).as(story).containsExactlyElementsOf(person.subnets);
        });
        network.vpcId().getValue().ifPresent(id -> {
            assertThat(there).as(story).extracting(Vpc::id).contains(id);
            assertThat(network.inventory().subnets().value().getValue())
                    .as(story)
                    .contains(subnetsOf(id));
            assertThat(subnetsOf(id))
                    .as(story)
                    .extracting(Subnet::id)
                    .containsAll(network.subnets().getValue());
        });
        return person.vpc.isPresent() ? 1 : 0;
    }
}
