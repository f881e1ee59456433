package dev.ecswizard.aws;

import dev.ecswizard.cloud.Caller;
import dev.ecswizard.cloud.Catalog;
import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Clusters;
import dev.ecswizard.cloud.Ground;
import dev.ecswizard.cloud.Hosts;
import dev.ecswizard.cloud.Images;
import dev.ecswizard.cloud.Networks;
import dev.ecswizard.cloud.Occupancy;
import dev.ecswizard.cloud.Region;
import dev.ecswizard.cloud.Rights;
import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.cloud.StandingStacks;
import dev.ecswizard.cloud.Supply;
import dev.ecswizard.spec.Rule;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// AWS over the SDK's blocking clients.
final class AwsCloud implements Cloud {
    /// EC2 API reference, Region, `OptInStatus`.
    private static final Set<String> USABLE = Set.of("opt-in-not-required", "opted-in");

    private final Credentials credentials;
    private final Clients.Network network;
    private final Clients clients;
    private final Calls calls;
    private final ImageShelf shelf;
    private final String homeRegion;

    /// @param homeRegion where to ask what is the same everywhere
    AwsCloud(Credentials credentials, Clients.Network network, ImageShelf shelf, String homeRegion) {
        this(credentials, network, new Clients(credentials.provider(), network), shelf, homeRegion);
    }

    private AwsCloud(
            Credentials credentials, Clients.Network network, Clients clients, ImageShelf shelf, String homeRegion) {
        var where = network.endpoints()
                .of(Endpoints.Service.EC2)
                .map(Object::toString)
                .orElse("AWS");
        this.credentials = credentials;
        this.network = network;
        this.clients = clients;
        this.calls = new Calls(credentials.provider(), new Problems(where, credentials.remedy()));
        this.shelf = shelf;
        this.homeRegion = homeRegion;
    }

    @Override
    public Caller caller() {
        var identity = calls.ask(
                "sts:GetCallerIdentity", () -> clients.sts(checked(homeRegion)).getCallerIdentity());
        return new Caller(identity.account(), identity.arn());
    }

    @Override
    public List<Region> regions() {
        return calls.in(homeRegion)
                .ask(
                        "ec2:DescribeRegions",
                        () -> clients
                                .ec2(checked(homeRegion))
                                .describeRegions(request -> request.allRegions(true))
                                .regions()
                                .stream()
                                .map(region -> new Region(
                                        region.regionName(), USABLE.contains(AwsNetworks.said(region.optInStatus()))))
                                .sorted(Comparator.comparing(Region::name))
                                .toList());
    }

    @Override
    public Networks networks(String region) {
        return new AwsNetworks(calls.in(region), clients.ec2(checked(region)));
    }

    @Override
    public Catalog catalog(String region) {
        return new AwsCatalog(calls.in(region), clients.ec2(checked(region)));
    }

    @Override
    public Ground ground(String region) {
        return new AwsGround(calls.in(region), clients.ec2(checked(region)));
    }

    @Override
    public Supply supply(String region) {
        return new AwsSupply(
                calls.in(region),
                clients.ec2(checked(region)),
                () -> clients.ssm(region),
                () -> clients.serviceQuotas(region));
    }

    @Override
    public Rights rights() {
        return new AwsRights(calls, clients.iam(checked(homeRegion)));
    }

    @Override
    public Clusters clusters(String region) {
        return new AwsClusters(calls.in(region), () -> clients.ecs(checked(region)));
    }

    @Override
    public Hosts hosts(String region) {
        return new AwsHosts(
                calls.in(region),
                () -> clients.autoScaling(region),
                () -> clients.ecs(region),
                clients.ec2(checked(region)),
                network.patience().watching(),
                Limit.USUAL);
    }

    @Override
    public Images images() {
        return new AwsImages(calls, region -> clients.ec2(checked(region)), shelf);
    }

    @Override
    public Stacks stacks(String region) {
        return new AwsStacks(
                calls.in(region),
                clients.cloudFormation(checked(region)),
                () -> clients.ecs(region),
                () -> clients.autoScaling(region),
                network.patience().watching(),
                Limit.USUAL);
    }

    @Override
    public StandingStacks standing(String region) {
        return new AwsStandingStacks(calls.in(region), clients.cloudFormation(checked(region)));
    }

    @Override
    public Occupancy occupancy(String region) {
        return new AwsOccupancy(
                calls.in(region), () -> clients.ecs(checked(region)), () -> clients.autoScaling(checked(region)));
    }

    /// A region becomes part of a host's name.
    private static String checked(String region) {
        if (Rule.REGION.check(region).isPresent()) {
            throw new CloudProblem(CloudProblem.Kind.REFUSED, "", "", Words.of("aws.call.region", region), "", null);
        }
        return region;
    }

    /// Makes those clients of this cloud, too, that the region is asked by later on.
    @Override
    public Cloud rehearsal(String region) {
        clients.ready(checked(region), homeRegion);
        var nobody = Credentials.of(StaticCredentialsProvider.create(AwsBasicCredentials.create("nobody", "nothing")));
        return new AwsCloud(
                nobody,
                network,
                new Clients(nobody.provider(), network, new NothingAnswered()),
                new ImageShelf(Optional.empty(), InstantSource.system()),
                homeRegion);
    }

    @Override
    public void close() {
        clients.close();
        credentials.close();
    }
}
