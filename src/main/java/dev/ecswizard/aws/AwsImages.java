package dev.ecswizard.aws;

import static dev.ecswizard.aws.AwsNetworks.filter;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Image;
import dev.ecswizard.cloud.Images;
import dev.ecswizard.spec.Architecture;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;

/// The ECS-optimized Amazon Linux 2023 images, from EC2 in every region, and from the disk for a day.
///
/// @param ec2 the client of a region
record AwsImages(Calls calls, Function<String, Ec2Client> ec2, ImageShelf shelf) implements Images {
    private static final SideBySide REGIONS = new SideBySide(16);

    /// GPU and Neuron images bear another word in place of `hvm`.
    private static final Pattern NAME = Pattern.compile("al2023-ami-ecs-hvm-[0-9.]+-kernel-[0-9.]+-(x86_64|arm64)");

    private static final Comparator<Image> AGE =
            Comparator.comparing(Image::created).thenComparing(Image::name);

    private record Answer(String region, Optional<Image> image, Optional<CloudProblem> problem) {}

    @Override
    public Found newest(Architecture architecture, Collection<String> regions) {
        var kept = new HashMap<>(shelf.read(architecture));
        kept.keySet().retainAll(regions);
        var missing = new TreeSet<>(regions);
        missing.removeAll(kept.keySet());
        var asked = refresh(architecture, missing);
        kept.putAll(asked.images());
        return new Found(kept, asked.problems());
    }

    @Override
    public Found refresh(Architecture architecture, Collection<String> regions) {
        var images = new TreeMap<String, Image>();
        var problems = new TreeMap<String, CloudProblem>();
        for (var answer : REGIONS.ask(new TreeSet<>(regions), region -> ask(architecture, region))) {
            answer.image().ifPresent(image -> images.put(answer.region(), image));
            answer.problem().ifPresent(problem -> problems.put(answer.region(), problem));
        }
        shelf.write(architecture, images);
        return new Found(images, problems);
    }

    private Answer ask(Architecture architecture, String region) {
        try {
            var newest =
                    Optional.ofNullable(newest(region, List.of(architecture)).get(architecture));
            return new Answer(region, newest, Optional.empty());
        } catch (CloudProblem problem) {
            if (problem.kind() == CloudProblem.Kind.CANCELLED) {
                throw problem;
            }
            return new Answer(region, Optional.empty(), Optional.of(problem));
        }
    }

    @Override
    public Map<Architecture, Image> newestIn(String region) {
        var found = newest(region, List.of(Architecture.values()));
        found.forEach((architecture, image) -> shelf.write(architecture, Map.of(region, image)));
        return found;
    }

    private Map<Architecture, Image> newest(String region, List<Architecture> architectures) {
        var keys = architectures.stream().map(Architecture::key).toArray(String[]::new);
        return calls.in(region)
                .ask(
                        "ec2:DescribeImages",
                        () -> ec2
                                .apply(region)
                                .describeImagesPaginator(request -> request.owners("amazon")
                                        .filters(
                                                filter(
                                                        "name",
                                                        architectures.stream()
                                                                .map(each ->
                                                                        "al2023-ami-ecs-hvm-*-kernel-*-" + each.key())
                                                                .toArray(String[]::new)),
                                                filter("architecture", keys),
                                                filter("state", "available"),
                                                filter("virtualization-type", "hvm"),
                                                filter("root-device-type", "ebs")))
                                .images()
                                .stream()
                                .flatMap(image -> image(image).stream())
                                .collect(Collectors.toMap(
                                        Image::architecture, Function.identity(), BinaryOperator.maxBy(AGE))));
    }

    private static Optional<Image> image(software.amazon.awssdk.services.ec2.model.Image image) {
        return Optional.of(NAME.matcher(AwsNetworks.said(image.name())))
                .filter(Matcher::matches)
                .flatMap(name -> Architecture.ofKey(name.group(1)))
                .map(architecture ->
                        new Image(image.imageId(), image.name(), time(image.creationDate()), architecture));
    }

    private static Instant time(String created) {
        try {
            return Instant.parse(AwsNetworks.said(created));
        } catch (DateTimeParseException _) {
            return Instant.EPOCH;
        }
    }
}
