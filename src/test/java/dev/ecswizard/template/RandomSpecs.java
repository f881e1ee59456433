package dev.ecswizard.template;

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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Legal choices of every kind by a number: the same for the same number. Limits, and texts that look like something
/// else, are more frequent than among all that is legal.
final class RandomSpecs {
    private static final List<String> REGIONS = List.of(
            "af-south-1",
            "ap-east-1",
            "ap-northeast-1",
            "ap-south-2",
            "ap-southeast-5",
            "ca-central-1",
            "cn-north-1",
            "cn-northwest-1",
            "eu-central-2",
            "eu-isoe-west-1",
            "eu-south-1",
            "eu-west-1",
            "eusc-de-east-1",
            "il-central-1",
            "me-central-1",
            "mx-central-1",
            "sa-east-1",
            "us-east-1",
            "us-gov-east-1",
            "us-iso-west-1",
            "us-west-2");

    private static final List<String> NAMES = List.of(
            "n", "Y", "yes", "No", "on", "off", "null", "NaN", "true", "FALSE", "e1", "x--", "a-", "inf", "web");

    private static final List<String> INTEL = List.of(
            "t2.large",
            "t3.large",
            "t3a.nano",
            "m5.metal",
            "m6i.large",
            "m6a.48xlarge",
            "m7i-flex.large",
            "c7i.xlarge",
            "r5dn.24xlarge",
            "x2iedn.32xlarge",
            "i3en.large",
            "z1d.large",
            "c8a.metal-48xl");

    private static final List<String> GRAVITON = List.of(
            "t4g.nano",
            "m6g.large",
            "m7gd.metal",
            "c7gn.xlarge",
            "r8g.metal-48xl",
            "x2gd.medium",
            "im4gn.large",
            "is4gen.8xlarge",
            "g5g.xlarge",
            "hpc7g.16xlarge",
            "i8ge.large",
            "a1.medium");

    /// Types whose names tell nothing of their processors.
    private static final List<String> OTHERS =
            List.of("u-6tb1.112xlarge", "g6.1e3", "no.0x1f", "y.on", "null.1-000", "e-.-", "trn2.012", "p5.2010-09-09");

    private static final String TAG_CHARACTERS = "aZ09_.:/=+-@ \u00A0\u2028\u2029\u3000éßİ名ع𝒳٣";

    private static final List<String> TAG_WORDS =
            Hostile.texts().filter(word -> Rule.TAG_KEY.check(word).isEmpty()).toList();

    private static final List<String> KEY_NAMES =
            Hostile.texts().filter(word -> Rule.KEY_NAME.check(word).isEmpty()).toList();

    private final Random random;

    private RandomSpecs(long number) {
        // neighbouring seeds begin alike
        random = new Random(number * 0x9E3779B97F4A7C15L);
    }

    static ClusterSpec of(long number) {
        return new RandomSpecs(number).spec();
    }

    private ClusterSpec spec() {
        var recipe = one(Recipe.values());
        var region = region();
        var architecture = one(Architecture.values());
        var fleet = recipe == Recipe.PRODUCTION ? Optional.<Fleet.Managed>empty() : Optional.of(fixed());
        var type = type(architecture);
        var compute = new Compute(
                type,
                architecture,
                fleet.<Fleet>map(fixed -> fixed).orElseGet(() -> managed(type, architecture)),
                sometimes(this::keyName),
                Map.of());
        return new ClusterSpec(
                region,
                new Cluster(stackName(recipe, region), recipe, tags()),
                network(recipe),
                new Compute(
                        type, architecture, compute.fleet(), compute.keyName(), images(region, compute.imageSource())));
    }

    private String region() {
        return random.nextInt(4) > 0
                ? one(REGIONS)
                : letters(2 + random.nextInt(4)) + "-" + letters(1 + random.nextInt(9)) + "-" + random.nextInt(100);
    }

    private String stackName(Recipe recipe, String region) {
        var longest =
                recipe.roleName("", region).map(role -> 64 - role.length()).orElse(128);
        var length = switch (random.nextInt(4)) {
            case 0 -> 1;
            case 1 -> longest;
            default -> 1 + random.nextInt(longest);
        };
        return random.nextInt(4) == 0 ? one(NAMES) : letters(1) + characters("abzABZ0189--", length - 1);
    }

    private Map<String, String> tags() {
        var tags = new LinkedHashMap<String, String>();
        var wanted = random.nextInt(50) == 0 ? Cluster.MAX_TAGS : random.nextInt(5);
        for (var i = 0; i < wanted; i++) {
            var more = new LinkedHashMap<>(tags);
            more.put(tagText(128), tagText(256));
            if (Cluster.checkTags(more).isEmpty()) {
                tags = more;
            }
        }
        return tags;
    }

    private String tagText(int longest) {
        return switch (random.nextInt(16)) {
            case 0 -> characters(TAG_CHARACTERS, longest);
            case 1, 2, 3, 4 -> one(TAG_WORDS);
            default -> characters(TAG_CHARACTERS, 1 + random.nextInt(12));
        };
    }

    private Network network(Recipe recipe) {
        var subnets = new LinkedHashSet<String>();
        for (var i = random.nextInt(8); i >= 0; i--) {
            subnets.add(id("subnet"));
        }
        return new Network(
                id("vpc"),
                List.copyOf(subnets),
                id("sg"),
                recipe == Recipe.CLASSIC ? Optional.empty() : sometimes(random::nextBoolean));
    }

    private Fleet.Fixed fixed() {
        var size = number(1, 998);
        return new Fleet.Fixed(size, number(size + 1, 999));
    }

    private Fleet.Managed managed(String first, Architecture architecture) {
        var least = number(0, 999);
        var most = number(least + 1, 1_000);
        var alternates = new LinkedHashSet<String>();
        for (var i = random.nextInt(Hosts.MAX_ALTERNATES + 1); i > 0; i--) {
            alternates.add(type(architecture));
        }
        alternates.remove(first);
        return new Fleet.Managed(
                new Scaling(least, most, number(1, 100), number(0, most), number(0, 100)),
                new Hosts(
                        List.copyOf(alternates),
                        number(30, 16_384),
                        random.nextBoolean() ? 0 : number(86_400, 31_536_000),
                        one(ImageSource.values())),
                new Operations(one(ContainerInsights.values()), random.nextBoolean(), one(Rule.RETENTIONS)));
    }

    private String type(Architecture architecture) {
        return switch (random.nextInt(4)) {
            case 0 -> one(OTHERS);
            default -> one(architecture == Architecture.ARM64 ? GRAVITON : INTEL);
        };
    }

    private String keyName() {
        return switch (random.nextInt(3)) {
            case 0 -> one(KEY_NAMES);
            default -> {
                var name = new StringBuilder();
                for (var i = random.nextInt(8) == 0 ? 255 : 1 + random.nextInt(20); i > 0; i--) {
                    name.append((char) number(' ', '~'));
                }
                yield name.toString().strip().isEmpty() ? "-" : name.toString().strip();
            }
        };
    }

    private Map<String, String> images(String region, ImageSource source) {
        var images = new TreeMap<String, String>();
        if (source == ImageSource.SSM && random.nextBoolean()) {
            return images;
        }
        images.put(region, id("ami"));
        for (var i = random.nextInt(20) == 0 ? 40 : random.nextInt(4); i > 0; i--) {
            images.put(region(), id("ami"));
        }
        return images;
    }

    private String id(String kind) {
        return kind + "-" + characters("0123456789abcdef", random.nextInt(4) == 0 ? 8 : 17);
    }

    private String letters(int count) {
        return characters("abcdefghijklmnopqrstuvwxyz", count);
    }

    private String characters(String from, int count) {
        var points = from.codePoints().toArray();
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    /// The least and the most are as likely as all between them.
    private int number(int least, int most) {
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            default -> least + random.nextInt(most - least + 1);
        };
    }

    private <T> Optional<T> sometimes(Supplier<T> some) {
        return random.nextBoolean() ? Optional.of(some.get()) : Optional.empty();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> T one(T[] of) {
        return of[random.nextInt(of.length)];
    }
}
