package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.wizard.Shown;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole walk against an endpoint that none of us wrote, `-Dwalk.endpoint=URL`, with the environment's credentials:
/// run by `.ci/moto`, not by `mvn verify`.
class MotoWalk {
    private final Walker walker = new Walker();

    @TempDir
    private Path folder;

    @AfterEach
    void close() throws TimeoutException {
        walker.close();
    }

    @Test
    void aClusterIsMade() throws TimeoutException {
        var endpoint = URI.create(System.getProperty("walk.endpoint"));
        walker.open(
                new Start(Optional.empty(), false, Optional.empty(), Optional.of("eu-west-1"), Optional.of(endpoint)),
                1,
                folder.resolve("walk.yaml"));
        walker.next();
        walker.write("#stackName", "walk");
        walker.next();
        walker.choose("#vpcId", _ -> true);
        walker.tick("#subnets", _ -> true);
        walker.choose("#sourceSecurityGroup", _ -> true);
        walker.next();
        walker.waitFor("instance types", () -> walker.rows("#instanceType") > 400);
        Shown.picture("moto-compute");
        walker.next();
        walker.next();
        walker.press("#capabilities");
        // the default subnets of moto have no route to the internet
        walker.press("#anyway");
        walker.press("#deploy");
        walker.waitFor("the end", () -> walker.text("#status").contains("CREATE_COMPLETE"));
        // moto tells no outputs of a stack that a change set made, and starts no host that could join
        walker.waitFor("the watch for hosts", () -> walker.find("#joining").isPresent());
        Shown.picture("moto-deploy");
        assertThat(walker.find("#cause")).isEmpty();
    }
}
