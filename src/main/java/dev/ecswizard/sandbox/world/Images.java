package dev.ecswizard.sandbox.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.Image;

/// Amazon's images: the ECS-optimized ones with their kin for GPUs and Neuron, and some without ECS.
final class Images {
    private static final Pattern DATE = Pattern.compile("\\.(20\\d{6})");

    private Images() {}

    /// What is on an ECS-optimized image.
    ///
    /// @param madeOf the image beneath it
    record Software(String agent, String runtime, String madeOf) {}

    static List<Image> in(String region) {
        return rows(region)
                .map(row -> image(row.get(1), row.get(2), row.get(3), row.get(4), row.get(5)))
                .toList();
    }

    /// By the image's id; without the images that are not for ECS.
    static Map<String, Software> software(String region) {
        return rows(region)
                .filter(row -> row.size() > 6)
                .collect(Collectors.toMap(row -> row.get(1), row -> new Software(row.get(6), row.get(7), row.get(8))));
    }

    private static Stream<List<String>> rows(String region) {
        return Figures.table("images.tsv.gz").stream()
                .filter(row -> row.getFirst().equals(region));
    }

    private static Image image(String id, String owner, String architecture, String name, String description) {
        var created = created(id, name);
        boolean al2023 = name.startsWith("al2023");
        boolean x86 = architecture.equals("x86_64");
        var image = Image.builder()
                .imageId(id)
                .name(name)
                .description(description)
                .imageLocation("amazon/" + name)
                .ownerId(owner)
                .imageOwnerAlias("amazon")
                .architecture(architecture)
                .creationDate(created.toString().replace("Z", ".000Z"))
                .deprecationTime(
                        created.plusSeconds(2 * 365 * 86_400L).toString().replace("Z", ".000Z"))
                .publicLaunchPermissions(true)
                .state("available")
                .imageType("machine")
                .hypervisor("xen")
                .virtualizationType("hvm")
                .platformDetails("Linux/UNIX")
                .usageOperation("RunInstances")
                .enaSupport(true)
                .sriovNetSupport("simple")
                .rootDeviceName("/dev/xvda")
                .rootDeviceType("ebs")
                .blockDeviceMappings(BlockDeviceMapping.builder()
                        .deviceName("/dev/xvda")
                        .ebs(disk -> disk.volumeSize(30)
                                .volumeType(al2023 ? "gp3" : "gp2")
                                .deleteOnTermination(true)
                                .encrypted(false)
                                .snapshotId(Ids.of("snap", id)))
                        .build())
                .tags(List.of());
        if (al2023) {
            image.bootMode(x86 ? "uefi-preferred" : "uefi").imdsSupport("v2.0");
        } else if (!x86) {
            image.bootMode("uefi");
        }
        return image.build();
    }

    /// The date is in the name; the hour is made up.
    private static Instant created(String id, String name) {
        var date = DATE.matcher(name);
        if (!date.find()) {
            throw new IllegalStateException(name);
        }
        return LocalDate.parse(date.group(1), DateTimeFormatter.BASIC_ISO_DATE)
                .atTime(17, Ids.number(60, id), Ids.number(60, name))
                .toInstant(ZoneOffset.UTC);
    }
}
