package dev.ecswizard.sandbox.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.Image;

/// The public parameters of Systems Manager that name Amazon's images (Amazon ECS developer guide, "Retrieving Amazon
/// ECS-optimized Linux AMI metadata"; EC2 user guide, "Reference the latest AMIs using Systems Manager public
/// parameters"): for every variant `recommended` and each image by its name, both whole and field by field.
final class ImageParameters {
    private static final String ECS = "/aws/service/ecs/optimized-ami/";
    private static final String PLAIN = "/aws/service/ami-amazon-linux-latest/";

    private record Variant(String folder, String prefix, String architecture, String system) {
        boolean has(Image image) {
            return image.name().startsWith(prefix)
                    && image.architectureAsString().equals(architecture);
        }
    }

    private static final List<Variant> VARIANTS = List.of(
            new Variant("amazon-linux-2023", "al2023-ami-ecs-hvm-", "x86_64", "Amazon Linux 2023"),
            new Variant("amazon-linux-2023/arm64", "al2023-ami-ecs-hvm-", "arm64", "Amazon Linux 2023"),
            new Variant("amazon-linux-2023/gpu", "al2023-ami-ecs-gpu-hvm-", "x86_64", "Amazon Linux 2023"),
            new Variant("amazon-linux-2023/neuron", "al2023-ami-ecs-neuron-hvm-", "x86_64", "Amazon Linux 2023"),
            new Variant("amazon-linux-2", "amzn2-ami-ecs-hvm-", "x86_64", "Amazon Linux 2"),
            new Variant("amazon-linux-2/arm64", "amzn2-ami-ecs-hvm-", "arm64", "Amazon Linux 2"));

    private final List<Image> images;
    private final Map<String, Images.Software> software;
    private final SortedMap<String, PublicParameter> byName = new TreeMap<>();

    private ImageParameters(List<Image> images, Map<String, Images.Software> software) {
        this.images = images;
        this.software = software;
    }

    /// @param software on an image, by the image's id
    static SortedMap<String, PublicParameter> of(List<Image> images, Map<String, Images.Software> software) {
        var parameters = new ImageParameters(images, software);
        VARIANTS.forEach(parameters::add);
        parameters.addPlain();
        return parameters.byName;
    }

    private void add(Variant variant) {
        var oldestFirst = images.stream()
                .filter(variant::has)
                .sorted(Comparator.comparing(Image::creationDate).thenComparing(Image::name))
                .toList();
        for (var image : oldestFirst) {
            addFields(variant, image.name(), image, 1);
        }
        if (!oldestFirst.isEmpty()) {
            addFields(variant, "recommended", oldestFirst.getLast(), 40 + Ids.number(40, variant.folder()));
        }
    }

    private void addFields(Variant variant, String leaf, Image image, long version) {
        var name = ECS + variant.folder() + "/" + leaf;
        var fields = fields(variant, image);
        var json = fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":"
                        + (field.getKey().equals("schema_version") ? field.getValue() : "\"" + field.getValue() + "\""))
                .collect(Collectors.joining(",", "{", "}"));
        var modified = Instant.parse(image.creationDate()).plusSeconds(5 * 3600);
        put(name, json, version, modified);
        fields.forEach((field, value) -> put(name + "/" + field, value, version, modified));
    }

    private Map<String, String> fields(Variant variant, Image image) {
        var on = software.get(image.imageId());
        var rest = image.name().substring(variant.prefix().length());
        var fields = new LinkedHashMap<String, String>();
        fields.put("ecs_agent_version", on.agent());
        fields.put("ecs_runtime_version", on.runtime());
        fields.put("image_id", image.imageId());
        fields.put("image_name", image.name());
        fields.put("image_version", rest.substring(0, rest.indexOf('-')));
        fields.put("os", variant.system());
        fields.put("schema_version", "1");
        fields.put("source_image_name", on.madeOf());
        return fields;
    }

    private void addPlain() {
        images.stream()
                .filter(image -> image.name().startsWith("al2023-ami-2023."))
                .forEach(image -> {
                    var kernel = image.name().substring(image.name().indexOf("-kernel-"));
                    var modified = Instant.parse(image.creationDate()).plusSeconds(5 * 3600);
                    put(PLAIN + "al2023-ami" + kernel, image.imageId(), 161, modified);
                    // the default kernel was 6.1 when the figures were taken
                    put(PLAIN + "al2023-ami" + kernel.replace("6.1", "default"), image.imageId(), 161, modified);
                });
    }

    private void put(String name, String value, long version, Instant modified) {
        byName.put(name, new PublicParameter(name, value, version, modified));
    }
}
