package dev.ecswizard.wizard;

import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.Network;
import dev.ecswizard.spec.Recipe;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
                        2,
                        4,
                        Optional.of("ops"),
                        Map.of("eu-west-1", "ami-0a1b2c3d4e5f60718", "us-east-1", "ami-0b1b2c3d4e5f60718")));
    }

    public static ClusterSpec standard(String stackName) {
        return of(stackName, Recipe.STANDARD);
    }
}
