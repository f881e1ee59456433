package dev.ecswizard.wizard.preview;

import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.ContainerInsights;
import dev.ecswizard.spec.Fleet;
import dev.ecswizard.spec.Hosts;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.spec.Network;
import dev.ecswizard.spec.Operations;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.spec.Rule;
import dev.ecswizard.spec.Scaling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Choices whose template is as long as templates get: the production recipe with every alternate type and an image in
/// each of AWS's commercial regions. One answer differs from each turn to the next.
final class LargeCluster {
    private static final String REGIONS = "af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3"
            + " ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5"
            + " ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2"
            + " eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-east-1"
            + " us-east-2 us-west-1 us-west-2";
    private static final List<String> TYPES = List.of(
            "m5.large", "m5.xlarge", "m5a.large", "m5d.large", "m6i.large", "m6a.large", "m7i.large", "m7a.large",
            "c5.large", "c6i.large", "r5.large", "r6i.large");
    private static final List<Integer> DAYS = Rule.RETENTIONS;

    private LargeCluster() {}

    /// The choices after so many changes; the kind of change goes round.
    static ClusterSpec after(int changes) {
        var type = TYPES.get(round(changes, 0) % 3);
        return new ClusterSpec(
                "eu-west-1",
                new Cluster("web-" + round(changes, 1), Recipe.PRODUCTION, Map.of()),
                network(round(changes, 2)),
                new Compute(
                        type,
                        Architecture.X86_64,
                        fleet(changes),
                        round(changes, 3) % 2 == 0 ? Optional.of("ops") : Optional.empty(),
                        images(round(changes, 4))));
    }

    /// How many kinds of change there are.
    static int kinds() {
        return 10;
    }

    static String kind(int change) {
        return List.of(
                        "instance type",
                        "stack name",
                        "subnets",
                        "key pair",
                        "images",
                        "an alternate type",
                        "largest size",
                        "root volume",
                        "retention of logs",
                        "container insights")
                .get(change % kinds());
    }

    /// How often the kind of change has had its turn.
    private static int round(int changes, int kind) {
        return (changes + kinds() - 1 - kind) / kinds();
    }

    private static Network network(int round) {
        return new Network(
                "vpc-0a1b2c3d4e5f60718",
                IntStream.rangeClosed(0, 1 + round % 3).mapToObj("subnet-0a1b2c3d4e5f6071%d"::formatted).toList(),
                "sg-0a1b2c3d4e5f60718");
    }

    private static Fleet fleet(int changes) {
        var alternates = 8 + round(changes, 5) % 2;
        return new Fleet.Managed(
                new Scaling(0, 6 + round(changes, 6) % 90, 100, 0, 100),
                new Hosts(TYPES.subList(3, 3 + alternates), 30 + round(changes, 7) % 90, 0, ImageSource.PINNED),
                new Operations(
                        round(changes, 9) % 2 == 0 ? ContainerInsights.ENABLED : ContainerInsights.ENHANCED,
                        false,
                        DAYS.get(round(changes, 8) % DAYS.size())));
    }

    private static Map<String, String> images(int round) {
        var images = new TreeMap<String, String>();
        for (var region : REGIONS.split(" ")) {
            images.put(region, "ami-%08x".formatted((region.hashCode() & 0xffffff) + round));
        }
        return images;
    }
}
