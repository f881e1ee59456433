package dev.ecswizard.template;

import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.Network;
import dev.ecswizard.spec.Recipe;
import java.util.ArrayList;
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
        var type =
                architecture == Architecture.ARM64 ? "m6g.large" : recipe == Recipe.CLASSIC ? "t2.large" : "t3.large";
        return new ClusterSpec(
                "eu-west-1",
                new Cluster("web", recipe, Map.of("team", "ops")),
                new Network("vpc-0a1b2c3d4e5f60718", ids, "sg-0a1b2c3d4e5f60718"),
                new Compute(type, architecture, 2, 4, key, images));
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
        var base = of(
                random.nextBoolean() ? Recipe.CLASSIC : Recipe.STANDARD,
                random.nextBoolean() ? Architecture.X86_64 : Architecture.ARM64,
                1 + random.nextInt(5),
                1 + random.nextInt(7),
                key);
        var size = 1 + random.nextInt(998);
        var compute = base.compute();
        return new ClusterSpec(
                base.region(),
                new Cluster(random.nextBoolean() ? "yes" : "n", base.cluster().recipe(), tags),
                base.network(),
                new Compute(
                        compute.instanceType(),
                        compute.architecture(),
                        size,
                        size + 1 + random.nextInt(999 - size),
                        key,
                        compute.images()));
    }

    private static String text(Random random) {
        var text = new StringBuilder(HOSTILE.get(random.nextInt(HOSTILE.size())));
        while (random.nextInt(3) == 0) {
            text.append(HOSTILE.get(random.nextInt(HOSTILE.size())));
        }
        return text.toString();
    }
}
