package dev.ecswizard.sandbox.fleet;

import dev.ecswizard.sandbox.protocol.Refusal;
import dev.ecswizard.sandbox.time.Agenda;
import dev.ecswizard.sandbox.time.Ids;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The start of one host, from the kernel to the container agent. Every step leaves its line on the console, and what
/// could not be done is said there with the reason.
///
/// ```
/// kernel ── cloud-init ── user data: install ── cfn-init ── cfn-signal ── ecs.service ── registered
/// ```
final class Boot {
    private static final String SCRIPT = "cloud-init[1690]: ";
    private static final String AGENT = "amazon-ecs-agent[2215]: ";

    private final Host host;
    private final Terrain terrain;
    private final Agenda agenda;
    private final Ids ids;
    private final BiConsumer<Host, String> register;
    private final Script script;
    private final boolean hasWayOut;
    private double second;
    private boolean hasHelpers;
    private Optional<String> cluster;

    /// @param register puts a host into a cluster, whose name is the second argument
    Boot(Host host, Terrain terrain, Agenda agenda, Ids ids, BiConsumer<Host, String> register) {
        this.host = host;
        this.terrain = terrain;
        this.agenda = agenda;
        this.ids = ids;
        this.register = register;
        this.script = Script.of(host.birth().what().userData());
        this.cluster = script.cluster();
        this.hasWayOut = terrain.hasWayOut(
                host.birth().place().subnet(), host.birth().what().publicAddress());
    }

    void begin() {
        after(14, () -> {
            print("cloud-init[1321]: Cloud-init running 'init'");
            print("cloud-init[1321]: ci-info: | ens5 | True | " + host.birth().privateAddress() + " |");
            after(6, this::runScript);
        });
    }

    private void after(double seconds, Runnable step) {
        var length = seconds * ids.between(0.85, 1.25);
        agenda.after(length, () -> {
            if (host.isUp()) {
                second += length;
                step.run();
            }
        });
    }

    private void print(String line) {
        host.print(second, line);
    }

    private void runScript() {
        print("cloud-init[1690]: Cloud-init running 'modules:final'");
        if (!script.isRun()) {
            endScript();
        } else if (!script.installsHelpers()) {
            after(2, this::initialize);
        } else if (hasWayOut) {
            after(26, () -> {
                print(SCRIPT + "Installed: aws-cfn-bootstrap");
                print(SCRIPT + "Complete!");
                hasHelpers = true;
                initialize();
            });
        } else {
            after(120, () -> {
                print(SCRIPT + "Errors during downloading metadata for repository 'amazonlinux':");
                print(SCRIPT + "  - Curl error (28): Timeout was reached for https://al2023-repos-" + terrain.region()
                        + "-de612dc2.s3.dualstack." + terrain.region() + ".amazonaws.com/core/mirrors/latest/"
                        + "x86_64/mirror.list [Connection timed out after 30000 milliseconds]");
                print(SCRIPT + "Error: Failed to download metadata for repo 'amazonlinux'");
                initialize();
            });
        }
    }

    private void initialize() {
        if (script.init().isEmpty()) {
            signal(true);
        } else if (!hasHelpers) {
            print(SCRIPT + "/opt/aws/bin/cfn-init: No such file or directory");
            signal(false);
        } else {
            after(6, () -> {
                var call = script.init().get();
                var metadata = terrain.metadata(call.stack(), call.resource());
                if (metadata.isPresent()) {
                    print(SCRIPT + "cfn-init: Configuration of " + call.resource() + " applied");
                    cluster = Script.clusterIn(metadata.get()).or(() -> cluster);
                } else {
                    print(SCRIPT + "Error occurred during build: Could not retrieve metadata of " + call.resource()
                            + " in stack " + call.stack());
                }
                signal(metadata.isPresent());
            });
        }
    }

    private void signal(boolean isWell) {
        if (script.signal().isEmpty() || script.waitsForAgent()) {
            endScript();
        } else {
            after(3, () -> {
                send(isWell || !script.reportsExit());
                endScript();
            });
        }
    }

    private void send(boolean isSuccess) {
        var call = script.signal().orElseThrow();
        if (!hasHelpers) {
            print(SCRIPT + "/opt/aws/bin/cfn-signal: No such file or directory");
            return;
        }
        if (!hasWayOut) {
            print(SCRIPT + "cfn-signal: ConnectTimeout: cloudformation." + terrain.region()
                    + ".amazonaws.com:443 did not answer");
            return;
        }
        try {
            terrain.signal(call.stack(), call.resource(), host.id(), isSuccess);
            print(SCRIPT + "cfn-signal: " + (isSuccess ? "SUCCESS" : "FAILURE") + " sent for " + call.resource()
                    + " of stack " + call.stack());
        } catch (Refusal refusal) {
            print(SCRIPT + refusal.code() + ": " + refusal.getMessage());
        }
    }

    private void endScript() {
        print("cloud-init[1690]: Cloud-init finished. Datasource DataSourceEc2.  Up "
                + String.format(java.util.Locale.ROOT, "%.2f", second) + " seconds");
        print("systemd[1]: Reached target cloud-init.target - Cloud-init target.");
        if (terrain.hasAgent(host.birth().what().image())) {
            after(6, () -> {
                print("systemd[1]: Started ecs.service - Amazon Elastic Container Service - container agent.");
                after(8, this::join);
            });
        }
    }

    /// The agent takes the cluster named default where its configuration names none, and tries again and again.
    private void join() {
        var name = cluster.orElse("default");
        var obstacle = obstacle(name);
        if (obstacle.isPresent()) {
            print(AGENT + "level=error msg=\"Unable to register as a container instance with ECS: " + obstacle.get()
                    + "\"");
            after(90, this::join);
            return;
        }
        register.accept(host, name);
        print(AGENT + "level=info msg=\"Registration completed successfully\" cluster=\"" + name
                + "\" containerInstanceArn=\"arn:aws:ecs:" + terrain.region() + ":" + terrain.account()
                + ":container-instance/" + name + "/" + host.containerInstance.id() + "\"");
        if (script.waitsForAgent() && script.signal().isPresent()) {
            after(5, () -> send(true));
        }
    }

    private Optional<String> obstacle(String name) {
        if (!hasWayOut) {
            return Optional.of("RequestError: send request failed caused by: Post https://ecs." + terrain.region()
                    + ".amazonaws.com/: dial tcp: i/o timeout");
        }
        var role = host.birth().what().profile().flatMap(terrain::roleOf);
        if (role.isEmpty()) {
            return Optional.of("NoCredentialProviders: no valid providers in chain");
        }
        if (!terrain.mayRegister(role.get())) {
            return Optional.of("AccessDeniedException: User: arn:aws:sts::" + terrain.account() + ":assumed-role/"
                    + role.get() + "/" + host.id()
                    + " is not authorized to perform: ecs:RegisterContainerInstance on resource: arn:aws:ecs:"
                    + terrain.region() + ":" + terrain.account() + ":cluster/" + name
                    + " because no identity-based policy allows the ecs:RegisterContainerInstance action");
        }
        return terrain.hasCluster(name) ? Optional.empty() : Optional.of("ClientException: Cluster not found.");
    }
}
