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
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/// Choices to make templates and cluster files from.
final class Specs {
    private static final List<String> HOSTILE = List.of(
            "yes",
            "no",
            "012",
            "1e3",
            "0x1F",
            "12:30",
            "2010-09-09",
            ".inf",
            "null",
            "- x",
            "a: b",
            "=",
            "-",
            "  ",
            " lead",
            "trail ",
            "@at",
            "größe",
            "名前",
            "a\u2028b",
            "\u00A0",
            "\u3000x",
            "𝒳𝒴",
            "1_000");

    private Specs() {}

    static ClusterSpec of(Recipe recipe, Architecture architecture, int subnets, int regions, Optional<String> key) {
        var images = new TreeMap<String, String>();
        var names = List.of(
                "eu-west-1", "us-east-1", "ap-south-1", "af-south-1", "ca-central-1", "il-central-1", "sa-east-1");
        for (var i = 0; i < regions; i++) {
            images.put(names.get(i), "ami-0a1b2c3d4e5f6071" + i);
        }
        var ids = new ArrayList<String>();
        for (var i = 0; i < subnets; i++) {
            ids.add("subnet-0a1b2c3d4e5f6071" + i);
        }
        var type = architecture == Architecture.ARM64
                ? "m6g.large"
                : switch (recipe) {
                    case CLASSIC -> "t2.large";
                    case STANDARD -> "t3.large";
                    case PRODUCTION -> "m6i.large";
                };
        var fleet = recipe == Recipe.PRODUCTION ? managed(List.of(), ImageSource.PINNED) : new Fleet.Fixed(2, 4);
        return new ClusterSpec(
                "eu-west-1",
                new Cluster("web", recipe, Map.of("team", "ops")),
                new Network("vpc-0a1b2c3d4e5f60718", ids, "sg-0a1b2c3d4e5f60718"),
                new Compute(type, architecture, fleet, key, images));
    }

    /// What the wizard begins with.
    static Fleet.Managed managed(List<String> alternates, ImageSource source) {
        return new Fleet.Managed(
                new Scaling(0, 6, 100, 0, 100),
                new Hosts(alternates, 30, 0, source),
                new Operations(ContainerInsights.ENABLED, false, 30));
    }

    /// The choices of the production recipe's example.
    static ClusterSpec example() {
        var spec = of(Recipe.PRODUCTION, Architecture.X86_64, 2, 1, Optional.empty());
        return with(
                spec,
                Optional.of(false),
                new Compute(
                        "m6i.large",
                        Architecture.X86_64,
                        managed(List.of("m6a.large", "m7i.large"), ImageSource.SSM),
                        Optional.empty(),
                        Map.of()));
    }

    static ClusterSpec with(ClusterSpec spec, Optional<Boolean> assignPublicIp, Compute compute) {
        var network = spec.network();
        return new ClusterSpec(
                spec.region(),
                spec.cluster(),
                new Network(network.vpcId(), network.subnets(), network.sourceSecurityGroup(), assignPublicIp),
                compute);
    }

    static ClusterSpec small(Recipe recipe) {
        return of(recipe, Architecture.X86_64, 1, 2, Optional.empty());
    }

    static ClusterSpec tagged(Map<String, String> tags) {
        var spec = small(Recipe.STANDARD);
        return new ClusterSpec(
                spec.region(), new Cluster("web", Recipe.STANDARD, tags), spec.network(), spec.compute());
    }

    /// Every combination that the checklist is gone through with.
    static List<ClusterSpec> all(Recipe recipe) {
        var all = new ArrayList<ClusterSpec>();
        for (var architecture : Architecture.values()) {
            for (var subnets : List.of(1, 3)) {
                for (var regions : List.of(2, 7)) {
                    all.add(of(recipe, architecture, subnets, regions, Optional.empty()));
                    all.add(of(recipe, architecture, subnets, regions, Optional.of("ops")));
                }
            }
        }
        return all;
    }

    /// Legal choices of every kind, those that YAML is fond of misreading above all.
    static ClusterSpec random(Random random) {
        var tags = new LinkedHashMap<String, String>();
        for (var i = random.nextInt(6); i > 0; i--) {
            tags.put(text(random), text(random));
        }
        var keys =
                List.of("yes", "012", "1e3", "- x", "a: b", "#", "'", "\"", "\\", "{}", "it's $HOME `x`", "~", "null");
        var key = random.nextBoolean() ? Optional.of(keys.get(random.nextInt(keys.size()))) : Optional.<String>empty();
        var recipe = Recipe.values()[random.nextInt(3)];
        var base = of(
                recipe,
                random.nextBoolean() ? Architecture.X86_64 : Architecture.ARM64,
                1 + random.nextInt(5),
                1 + random.nextInt(7),
                key);
        var compute = base.compute();
        var fleet = recipe == Recipe.PRODUCTION ? managed(random, compute.architecture()) : fixed(random);
        var needsNoImages = fleet instanceof Fleet.Managed managed
                && managed.hosts().imageSource() == ImageSource.SSM
                && random.nextBoolean();
        return new ClusterSpec(
                base.region(),
                new Cluster(random.nextBoolean() ? "yes" : "n", recipe, tags),
                new Network(
                        base.network().vpcId(),
                        base.network().subnets(),
                        base.network().sourceSecurityGroup(),
                        recipe == Recipe.CLASSIC || random.nextBoolean()
                                ? Optional.empty()
                                : Optional.of(random.nextBoolean())),
                new Compute(
                        compute.instanceType(),
                        compute.architecture(),
                        fleet,
                        key,
                        needsNoImages ? Map.of() : compute.images()));
    }

    private static Fleet fixed(Random random) {
        var size = 1 + random.nextInt(998);
        return new Fleet.Fixed(size, size + 1 + random.nextInt(999 - size));
    }

    private static Fleet managed(Random random, Architecture architecture) {
        var least = random.nextInt(1000);
        var most = least + 1 + random.nextInt(1000 - least);
        var types = new ArrayList<>(
                architecture == Architecture.ARM64
                        ? List.of("m7g.large", "t4g.large", "m6gd.large", "c7gn.xlarge", "r8g.large", "x2gd.medium")
                        : List.of("m6a.large", "m7i.large", "t3.large", "m7i-flex.large", "c5.xlarge", "r5.large"));
        Collections.shuffle(types, random);
        return new Fleet.Managed(
                new Scaling(least, most, 1 + random.nextInt(100), random.nextInt(most + 1), random.nextInt(101)),
                new Hosts(
                        types.subList(0, random.nextInt(types.size() + 1)),
                        30 + random.nextInt(16_355),
                        random.nextBoolean() ? 0 : 86_400 + random.nextInt(31_449_601),
                        ImageSource.values()[random.nextInt(2)]),
                new Operations(
                        ContainerInsights.values()[random.nextInt(3)],
                        random.nextBoolean(),
                        Rule.RETENTIONS.get(random.nextInt(Rule.RETENTIONS.size()))));
    }

    private static String text(Random random) {
        var text = new StringBuilder(HOSTILE.get(random.nextInt(HOSTILE.size())));
        while (random.nextInt(3) == 0) {
            text.append(HOSTILE.get(random.nextInt(HOSTILE.size())));
        }
        return text.toString();
    }
}
