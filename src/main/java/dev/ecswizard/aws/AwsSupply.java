package dev.ecswizard.aws;

import static dev.ecswizard.aws.AwsNetworks.filter;
import static dev.ecswizard.aws.AwsNetworks.said;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.LaunchImage;
import dev.ecswizard.cloud.Supply;
import dev.ecswizard.spec.Architecture;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceLifecycleType;
import software.amazon.awssdk.services.ec2.model.LocationType;
import software.amazon.awssdk.services.ec2.model.Tenancy;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/// What can be launched, from EC2, Systems Manager and Service Quotas.
record AwsSupply(Calls calls, Ec2Client ec2, Supplier<SsmClient> ssm, Supplier<ServiceQuotasClient> quotas)
        implements Supply {
    private static final int PAGE = 1000;
    private static final int MOST_PAGES = 10;

    @Override
    public Map<String, Set<String>> zones(Collection<String> types) {
        var zones = new TreeMap<String, Set<String>>();
        types.forEach(type -> zones.put(type, new TreeSet<>()));
        return calls.ask("ec2:DescribeInstanceTypeOfferings", () -> {
            ec2.describeInstanceTypeOfferingsPaginator(request -> request.locationType(LocationType.AVAILABILITY_ZONE)
                            .filters(filter("instance-type", zones.keySet().toArray(String[]::new)))
                            .maxResults(PAGE))
                    .instanceTypeOfferings()
                    .forEach(offering -> zones.getOrDefault(offering.instanceTypeAsString(), new TreeSet<>())
                            .add(offering.location()));
            return zones;
        });
    }

    @Override
    public Set<String> alike(String pattern, Collection<String> zones) {
        return calls.ask("ec2:DescribeInstanceTypeOfferings", () -> {
            var places = new TreeMap<String, Set<String>>();
            ec2.describeInstanceTypeOfferingsPaginator(request -> request.locationType(LocationType.AVAILABILITY_ZONE)
                            .filters(
                                    filter("instance-type", pattern),
                                    filter("location", new TreeSet<>(zones).toArray(String[]::new)))
                            .maxResults(PAGE))
                    .instanceTypeOfferings()
                    .forEach(offering -> places.computeIfAbsent(offering.instanceTypeAsString(), _ -> new TreeSet<>())
                            .add(offering.location()));
            places.values().removeIf(offered -> !offered.containsAll(zones));
            return places.keySet();
        });
    }

    @Override
    public Optional<LaunchImage> image(String id) {
        try {
            return calls.ask(
                    "ec2:DescribeImages",
                    () -> ec2.describeImages(request -> request.imageIds(id)).images().stream()
                            .map(AwsSupply::image)
                            .findFirst());
        } catch (CloudProblem problem) {
            // another account's image that was taken back
            if (problem.kind() == CloudProblem.Kind.NOT_FOUND || problem.code().equals("InvalidAMIID.Unavailable")) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    private static LaunchImage image(Image image) {
        return new LaunchImage(
                image.imageId(),
                said(image.name()),
                image.imageOwnerAlias() == null ? said(image.ownerId()) : image.imageOwnerAlias(),
                said(image.architectureAsString()),
                said(image.stateAsString()),
                time(said(image.deprecationTime())));
    }

    private static Optional<Instant> time(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// Amazon ECS developer guide, "Retrieving Amazon ECS-optimized Linux AMI metadata".
    @Override
    public String recommendedImage(Architecture architecture) {
        var folder = architecture == Architecture.ARM64 ? "arm64/" : "";
        var name = "/aws/service/ecs/optimized-ami/amazon-linux-2023/" + folder + "recommended/image_id";
        return calls.ask(
                "ssm:GetParameter",
                () -> said(ssm.get()
                        .getParameter(request -> request.name(name))
                        .parameter()
                        .value()));
    }

    @Override
    public Running running() {
        var onDemand = new HashMap<String, Integer>();
        var spot = new HashMap<String, Integer>();
        var action = "ec2:DescribeInstances";
        return calls.ask(action, () -> {
            var pages = 0;
            for (var page : ec2.describeInstancesPaginator(
                    request -> request.maxResults(PAGE).filters(filter("instance-state-name", "pending", "running")))) {
                if (++pages > MOST_PAGES) {
                    throw new CloudProblem(
                            CloudProblem.Kind.REFUSED,
                            action,
                            "",
                            Words.of("aws.supply.instances", PAGE * MOST_PAGES),
                            "",
                            null);
                }
                page.reservations().stream()
                        .flatMap(reservation -> reservation.instances().stream())
                        .filter(AwsSupply::isCounted)
                        .forEach(instance -> (instance.instanceLifecycle() == InstanceLifecycleType.SPOT
                                        ? spot
                                        : onDemand)
                                .merge(instance.instanceTypeAsString(), 1, Integer::sum));
            }
            return new Running(onDemand, spot);
        });
    }

    private static boolean isCounted(Instance instance) {
        return instance.placement() == null || instance.placement().tenancy() != Tenancy.HOST;
    }

    @Override
    public int quota(String code) {
        return calls.ask(
                "servicequotas:GetServiceQuota",
                () -> quotas.get()
                        .getServiceQuota(request -> request.serviceCode("ec2").quotaCode(code))
                        .quota()
                        .value()
                        .intValue());
    }
}
