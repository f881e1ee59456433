package dev.ecswizard.wizard;

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
import dev.ecswizard.spec.Scaling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Choices for tests.
public final class Specs {
    private Specs() {}

    public static ClusterSpec of(String stackName, Recipe recipe) {
        return new ClusterSpec(
                "eu-west-1",
                new Cluster(stackName, recipe, Map.of("team", "ops")),
                new Network(
                        "vpc-0a1b2c3d4e5f60718",
                        List.of("subnet-0a1b2c3d4e5f60718", "subnet-0b1b2c3d4e5f60718"),
                        "sg-0a1b2c3d4e5f60718"),
                new Compute(
                        "t3.large",
                        Architecture.X86_64,
                        recipe == Recipe.PRODUCTION ? managed() : new Fleet.Fixed(2, 4),
                        Optional.of("ops"),
                        Map.of("eu-west-1", "ami-0a1b2c3d4e5f60718", "us-east-1", "ami-0b1b2c3d4e5f60718")));
    }

    public static ClusterSpec standard(String stackName) {
        return of(stackName, Recipe.STANDARD);
    }

    /// The same in another size.
    public static ClusterSpec sized(String stackName, int hosts) {
        var spec = standard(stackName);
        var compute = spec.compute();
        return new ClusterSpec(
                spec.region(),
                spec.cluster(),
                spec.network(),
                new Compute(
                        compute.instanceType(),
                        compute.architecture(),
                        new Fleet.Fixed(hosts, hosts + 2),
                        compute.keyName(),
                        compute.images()));
    }

    /// What the production recipe begins with.
    public static Fleet managed() {
        return new Fleet.Managed(
                new Scaling(0, 6, 100, 0, 100),
                new Hosts(List.of(), 30, 0, ImageSource.PINNED),
                new Operations(ContainerInsights.ENABLED, false, 30));
    }

    /// Choices that make a template of more than 51,200 bytes.
    public static ClusterSpec tooLarge(String stackName) {
        var spec = standard(stackName);
        var images = new TreeMap<>(spec.compute().images());
        for (var number = 0; number < 1000; number++) {
            var name = "" + (char) ('a' + number / 100) + (char) ('a' + number / 10 % 10) + (char) ('a' + number % 10);
            images.put("xx-" + name + "-1", "ami-0a1b2c3d4e5f60718");
        }
        var compute = spec.compute();
        return new ClusterSpec(
                spec.region(),
                spec.cluster(),
                spec.network(),
                new Compute(
                        compute.instanceType(), compute.architecture(), compute.fleet(), compute.keyName(), images));
    }
}
