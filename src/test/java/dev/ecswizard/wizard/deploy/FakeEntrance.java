package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.Caller;
import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Connection;
import dev.ecswizard.cloud.Hosts;
import dev.ecswizard.cloud.MfaPrompt;
import dev.ecswizard.cloud.Occupancy;
import dev.ecswizard.cloud.SignIn;
import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.cloud.StandingStacks;
import dev.ecswizard.ui.Background;
import dev.ecswizard.wizard.Entrance;
import dev.ecswizard.wizard.FakeStacks;
import dev.ecswizard.wizard.SilentCloud;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ways into accounts that a test writes down, all of which lead to the same stacks.
final class FakeEntrance implements Entrance {
    /// The account that each way leads into, by its id.
    final Map<String, String> accounts = new LinkedHashMap<>(Map.of("profile:ops", "123456789012"));
    final List<String> opened = new ArrayList<>();
    Optional<URI> endpoint = Optional.empty();
    /// That of every way.
    Optional<SignIn> signIn = Optional.empty();
    /// What opening any of them ends in, if anything.
    Optional<CloudProblem> problem = Optional.empty();

    /// What is seen of hosts by the ways that are opened, if anything else than before.
    Optional<Hosts> hosts = Optional.empty();

    private final FakeStacks stacks;

    FakeEntrance(FakeStacks stacks) {
        this.stacks = stacks;
    }

    @Override
    public List<Connection> ways() {
        return accounts.keySet().stream().<Connection>map(Way::new).toList();
    }

    @Override
    public Optional<String> used() {
        return accounts.keySet().stream().findFirst();
    }

    @Override
    public Background.Work<Cloud> open(Connection way) {
        return () -> way.open((_, _) -> Optional.empty());
    }

    private final class Way implements Connection {
        private final String id;

        Way(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String label() {
            return "Profile " + id;
        }

        @Override
        public Optional<String> notice() {
            return Optional.empty();
        }

        @Override
        public Optional<String> region() {
            return Optional.empty();
        }

        @Override
        public Optional<String> profile() {
            return Optional.empty();
        }

        @Override
        public Optional<URI> endpoint() {
            return endpoint;
        }

        @Override
        public Optional<SignIn> signIn() {
            return signIn;
        }

        @Override
        public Cloud open(MfaPrompt mfa) {
            opened.add(id);
            problem.ifPresent(thrown -> {
                throw thrown;
            });
            return new Account(accounts.get(id), stacks.place().cloud(), hosts);
        }
    }

    private record Account(String number, Cloud cloud, Optional<Hosts> others) implements SilentCloud {
        @Override
        public Caller caller() {
            return new Caller(number, "arn:aws:iam::" + number + ":user/ops");
        }

        @Override
        public Stacks stacks(String region) {
            return cloud.stacks(region);
        }

        @Override
        public Hosts hosts(String region) {
            return others.orElseGet(() -> cloud.hosts(region));
        }

        @Override
        public StandingStacks standing(String region) {
            return cloud.standing(region);
        }

        @Override
        public Occupancy occupancy(String region) {
            return cloud.occupancy(region);
        }
    }
}
