package dev.ecswizard.sandbox.world;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.Image;

/// The public parameters of Systems Manager that name the newest ECS-optimized images (Amazon ECS developer guide,
/// "Retrieving Amazon ECS-optimized Linux AMI metadata").
final class ImageParameters {
    private static final String ROOT = "/aws/service/ecs/optimized-ami/";
    private static final String LEAF = "/recommended/image_id";

    private record Family(String prefix, String architecture) {}

    private static final Map<String, Family> FAMILIES = Map.of(
            "amazon-linux-2023", new Family("al2023-ami-ecs-hvm-", "x86_64"),
            "amazon-linux-2023/arm64", new Family("al2023-ami-ecs-hvm-", "arm64"),
            "amazon-linux-2023/gpu", new Family("al2023-ami-ecs-gpu-hvm-", "x86_64"),
            "amazon-linux-2023/neuron", new Family("al2023-ami-ecs-neuron-hvm-", "x86_64"),
            "amazon-linux-2", new Family("amzn2-ami-ecs-hvm-", "x86_64"),
            "amazon-linux-2/arm64", new Family("amzn2-ami-ecs-hvm-", "arm64"));

    private ImageParameters() {}

    static Optional<Image> find(RegionWorld world, String name) {
        if (!name.startsWith(ROOT) || !name.endsWith(LEAF) || name.length() < ROOT.length() + LEAF.length()) {
            return Optional.empty();
        }
        var family = FAMILIES.get(name.substring(ROOT.length(), name.length() - LEAF.length()));
        return family == null
                ? Optional.empty()
                : world.images().all().stream()
                        .filter(image -> image.name().startsWith(family.prefix())
                                && image.architectureAsString().equals(family.architecture()))
                        .max(Comparator.comparing(Image::creationDate).thenComparing(Image::name));
    }
}
