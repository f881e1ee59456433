package dev.ecswizard.sandbox.ec2;

import dev.ecswizard.sandbox.fleet.Fleet;
import dev.ecswizard.sandbox.fleet.RegionFleet;
import dev.ecswizard.sandbox.fleet.Sources.Source;
import dev.ecswizard.sandbox.protocol.Call;
import dev.ecswizard.sandbox.protocol.Operations;
import dev.ecswizard.sandbox.protocol.Refusal;
import dev.ecswizard.sandbox.protocol.Shapes;
import dev.ecswizard.sandbox.world.World;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplateVersionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplateVersionsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplatesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplatesResponse;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;

/// EC2's operations on launch templates, as stacks make them: the first version stays the default.
final class LaunchTemplates {
    private static final Paging VERSIONS = new Paging(1, 200, 200, Paging.Errors.INVALID_PARAMETER_VALUE);

    private final Fleet fleet;
    private final Listing<LaunchTemplate> templates = new Listing<>(
                    LaunchTemplate::builder,
                    IdRule.LAUNCH_TEMPLATE,
                    LaunchTemplate::launchTemplateId,
                    "LaunchTemplateIds")
            .paging(new Paging(1, 200, 200, Paging.Errors.INVALID_PARAMETER_VALUE))
            .tagFilters()
            .filters("create-time launch-template-name");

    LaunchTemplates(Fleet fleet) {
        this.fleet = fleet;
    }

    void addTo(Operations operations) {
        operations
                .on("DescribeLaunchTemplates", DescribeLaunchTemplatesRequest::builder, this::templates)
                .on("DescribeLaunchTemplateVersions", DescribeLaunchTemplateVersionsRequest::builder, this::versions);
    }

    private DescribeLaunchTemplatesResponse templates(DescribeLaunchTemplatesRequest request, Call call) {
        return fleet.on(call.region(), here -> {
            var names = request.launchTemplateNames();
            names.forEach(name -> versionsOf(here, null, name));
            return templates.answer(
                    request,
                    here.sources().templates().stream()
                            .map(LaunchTemplates::template)
                            .filter(template -> names.isEmpty() || names.contains(template.launchTemplateName()))
                            .toList(),
                    (items, token) -> DescribeLaunchTemplatesResponse.builder()
                            .launchTemplates(items)
                            .nextToken(token)
                            .build());
        });
    }

    private static LaunchTemplate template(List<Source> versions) {
        var first = versions.getFirst();
        return LaunchTemplate.builder()
                .launchTemplateId(first.thing().id())
                .launchTemplateName(first.thing().name())
                .createTime(first.created())
                .createdBy(World.USER_ARN)
                .defaultVersionNumber(1L)
                .latestVersionNumber((long) versions.getLast().thing().version())
                .tags(List.of())
                .build();
    }

    private static List<Source> versionsOf(RegionFleet here, String id, String name) {
        return here.sources().templates().stream()
                .filter(versions -> id != null
                        ? versions.getFirst().thing().id().equals(id)
                        : versions.getFirst().thing().name().equals(name))
                .findFirst()
                .orElseThrow(() -> id != null
                        ? new Refusal(
                                400,
                                "InvalidLaunchTemplateId.NotFound",
                                "The specified launch template, with template ID " + id + ", does not exist.")
                        : new Refusal(
                                400,
                                "InvalidLaunchTemplateName.NotFoundException",
                                "At least one of the launch templates specified in the request does not exist."));
    }

    private DescribeLaunchTemplateVersionsResponse versions(DescribeLaunchTemplateVersionsRequest request, Call call) {
        return fleet.on(call.region(), here -> {
            var all = request.launchTemplateId() == null && request.launchTemplateName() == null
                    ? everything(here, request.versions())
                    : versionsOf(here, request.launchTemplateId(), request.launchTemplateName());
            var page = VERSIONS.page(
                    all.reversed().stream()
                            .filter(source -> isWanted(request, source, all))
                            .map(LaunchTemplates::version)
                            .toList(),
                    request.maxResults(),
                    request.nextToken());
            return DescribeLaunchTemplateVersionsResponse.builder()
                    .launchTemplateVersions(page.items())
                    .nextToken(page.nextToken())
                    .build();
        });
    }

    /// Who names no template may only ask for the latest or the default versions of all.
    private static List<Source> everything(RegionFleet here, List<String> versions) {
        if (versions.isEmpty() || !List.of("$Latest", "$Default").containsAll(versions)) {
            throw new Refusal(
                    400,
                    "MissingParameter",
                    "The request must contain the parameter LaunchTemplateId or LaunchTemplateName.");
        }
        return here.sources().templates().stream()
                .flatMap(all -> versions.stream()
                        .map(version -> version.equals("$Latest") ? all.getLast() : all.getFirst())
                        .distinct())
                .toList();
    }

    private static boolean isWanted(DescribeLaunchTemplateVersionsRequest request, Source source, List<Source> all) {
        var number = source.thing().version();
        var wanted = request.versions();
        var isNamed = wanted.isEmpty()
                || wanted.contains(String.valueOf(number))
                || wanted.contains("$Latest")
                        && all.stream()
                                .filter(one ->
                                        one.thing().id().equals(source.thing().id()))
                                .allMatch(one -> one.thing().version() <= number)
                || wanted.contains("$Default") && number == 1;
        return isNamed
                && bound(request.minVersion()).map(least -> number >= least).orElse(true)
                && bound(request.maxVersion()).map(most -> number <= most).orElse(true);
    }

    private static Optional<Integer> bound(String version) {
        return Optional.ofNullable(version)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::valueOf);
    }

    private static LaunchTemplateVersion version(Source source) {
        return LaunchTemplateVersion.builder()
                .launchTemplateId(source.thing().id())
                .launchTemplateName(source.thing().name())
                .versionNumber((long) source.thing().version())
                .defaultVersion(source.thing().version() == 1)
                .createTime(source.created())
                .createdBy(World.USER_ARN)
                .launchTemplateData(Shapes.fill(
                                ResponseLaunchTemplateData.builder(),
                                source.thing().properties())
                        .build())
                .build();
    }
}
