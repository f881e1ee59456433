package dev.ecswizard.wizard;

import dev.ecswizard.cloud.Action;
import dev.ecswizard.cloud.Caller;
import dev.ecswizard.cloud.Catalog;
import dev.ecswizard.cloud.ChangeSets;
import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Connection;
import dev.ecswizard.cloud.FakeChangeSets;
import dev.ecswizard.cloud.Ground;
import dev.ecswizard.cloud.GroupSizes;
import dev.ecswizard.cloud.Hosts;
import dev.ecswizard.cloud.Images;
import dev.ecswizard.cloud.MfaPrompt;
import dev.ecswizard.cloud.Networks;
import dev.ecswizard.cloud.Region;
import dev.ecswizard.cloud.SecurityGroup;
import dev.ecswizard.cloud.SignIn;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.cloud.StackSummary;
import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.cloud.StandingStack;
import dev.ecswizard.cloud.StandingStacks;
import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.cloud.Vpc;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// An account in memory whose contents a test writes down, and the connection to it.
public final class FakeCloud implements SilentCloud, Connection {
    public final String name;
    public Optional<String> notice = Optional.empty();
    public Optional<String> ownRegion = Optional.of("eu-west-1");
    public Caller who = new Caller("123456789012", "arn:aws:iam::123456789012:user/ops");
    public List<Region> regions =
            List.of(new Region("ap-east-1", false), new Region("eu-west-1", true), new Region("us-east-1", true));
    /// By region.
    public final Map<String, List<Vpc>> vpcs = new HashMap<>();

    public final List<Subnet> subnets = new ArrayList<>();
    public final List<SecurityGroup> securityGroups = new ArrayList<>();
    /// Subnets whose way out is an internet gateway.
    public final Set<String> open = new HashSet<>();
    /// Subnets whose way out is a NAT gateway.
    public final Set<String> natted = new HashSet<>();
    /// Subnets whose way out is a transit gateway.
    public final Set<String> transit = new HashSet<>();
    /// What asking for the route tables ends in, if anything.
    public Optional<CloudProblem> exitProblem = Optional.empty();
    /// By region.
    public final Map<String, List<StackSummary>> stacks = new HashMap<>();

    /// By region.
    public final Map<String, List<StandingStack>> standing = new HashMap<>();

    /// Those of every stack.
    public final FakeChangeSets changeSets = new FakeChangeSets("");

    /// By the id of a stack.
    public final Map<String, String> templates = new HashMap<>();

    /// By region.
    public Function<String, Catalog> catalogs = _ -> {
        throw new UnsupportedOperationException();
    };
    public Optional<Images> images = Optional.empty();
    /// What every call ends in, if anything.
    public Optional<CloudProblem> problem = Optional.empty();

    public Optional<URI> endpoint = Optional.empty();
    public List<Action> actions = List.of();
    public Optional<SignIn> signIn = Optional.empty();
    /// How often it was closed.
    public int closed;
    /// What happens while it is being opened.
    public Runnable onOpen = () -> {};

    public FakeCloud(String name) {
        this.name = name;
    }

    public static CloudProblem problem(CloudProblem.Kind kind, String remedy) {
        return new CloudProblem(kind, "ec2:DescribeVpcs", "Code", "AWS says why.", remedy, null);
    }

    @Override
    public String id() {
        return "profile:" + name;
    }

    @Override
    public String label() {
        return name;
    }

    @Override
    public Optional<String> notice() {
        return notice;
    }

    @Override
    public Optional<String> region() {
        return ownRegion;
    }

    @Override
    public Optional<String> profile() {
        return Optional.of(name);
    }

    @Override
    public Optional<URI> endpoint() {
        return endpoint;
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public Optional<SignIn> signIn() {
        return signIn;
    }

    @Override
    public Cloud open(MfaPrompt mfa) {
        onOpen.run();
        return this;
    }

    @Override
    public Caller caller() {
        return answer(who);
    }

    @Override
    public List<Region> regions() {
        return answer(regions);
    }

    @Override
    public Networks networks(String region) {
        return new Networks() {
            @Override
            public List<Vpc> vpcs() {
                return answer(vpcs.getOrDefault(region, List.of()));
            }

            @Override
            public List<Subnet> subnets(String vpcId) {
                return answer(subnets.stream()
                        .filter(subnet -> subnet.vpcId().equals(vpcId))
                        .toList());
            }

            @Override
            public List<SecurityGroup> securityGroups(String vpcId) {
                return answer(securityGroups.stream()
                        .filter(group -> group.vpcId().equals(vpcId))
                        .toList());
            }
        };
    }

    @Override
    public Ground ground(String region) {
        return new FakeGround(this);
    }

    @Override
    public Catalog catalog(String region) {
        return catalogs.apply(region);
    }

    @Override
    public Images images() {
        return images.orElseThrow();
    }

    @Override
    public StandingStacks standing(String region) {
        return new ListedStacks(() -> answer(standing.getOrDefault(region, List.of())));
    }

    @Override
    public Hosts hosts(String region) {
        return new FakeHosts();
    }

    @Override
    public Stacks stacks(String region) {
        return new Stacks() {
            @Override
            public Validation validate(String template) {
                return answer(new Validation(Set.of(), ""));
            }

            @Override
            public ChangeSets changeSets() {
                return changeSets;
            }

            @Override
            public String template(String stackId) {
                return answer(templates.getOrDefault(stackId, ""));
            }

            @Override
            public Optional<GroupSizes> groupSizes(String group) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<Stack> find(String nameOrId) {
                return standing(region).find(nameOrId).map(StandingStack::stack);
            }

            @Override
            public List<StackSummary> list() {
                return answer(stacks.getOrDefault(region, List.of()));
            }

            @Override
            public EventPage events(String stackId, Optional<String> page) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<StackResource> resources(String stackId) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void delete(String stackId, String requestToken) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<String> services(String cluster) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Override
    public void close() {
        closed++;
    }

    <T> T answer(T value) {
        problem.ifPresent(thrown -> {
            throw thrown;
        });
        return value;
    }
}
