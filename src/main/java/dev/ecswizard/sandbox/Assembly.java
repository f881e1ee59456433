package dev.ecswizard.sandbox;

import dev.ecswizard.sandbox.autoscaling.AutoScaling;
import dev.ecswizard.sandbox.ec2.Ec2;
import dev.ecswizard.sandbox.ecs.Ecs;
import dev.ecswizard.sandbox.faults.Combined;
import dev.ecswizard.sandbox.faults.Expiry;
import dev.ecswizard.sandbox.faults.Guard;
import dev.ecswizard.sandbox.faults.Lossy;
import dev.ecswizard.sandbox.faults.Throttle;
import dev.ecswizard.sandbox.iam.Iam;
import dev.ecswizard.sandbox.protocol.AwsQuery;
import dev.ecswizard.sandbox.protocol.Endpoint;
import dev.ecswizard.sandbox.protocol.Faults;
import dev.ecswizard.sandbox.protocol.Operations;
import dev.ecswizard.sandbox.protocol.Service;
import dev.ecswizard.sandbox.quotas.ServiceQuotas;
import dev.ecswizard.sandbox.ssm.Ssm;
import dev.ecswizard.sandbox.time.Agenda;
import dev.ecswizard.sandbox.time.Ids;
import dev.ecswizard.sandbox.world.Circumstances;
import dev.ecswizard.sandbox.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/// A world, its time and the services over it, put together at the first question, so that a sandbox can be reached
/// before the SDK's libraries are opened.
final class Assembly {
    private static final Duration SLOW = Duration.ofMillis(800);

    private final Sandbox.Options options;
    private final Optional<World> given;
    private Endpoint endpoint;

    /// Over a world of its own.
    Assembly(Sandbox.Options options) {
        this(options, Optional.empty());
    }

    Assembly(Sandbox.Options options, World world) {
        this(options, Optional.of(world));
    }

    private Assembly(Sandbox.Options options, Optional<World> given) {
        this.options = options;
        this.given = given;
    }

    synchronized Endpoint endpoint() {
        if (endpoint == null) {
            endpoint = over(given.orElseGet(() -> new World(circumstances())));
        }
        return endpoint;
    }

    private Endpoint over(World world) {
        var agenda = new Agenda(options.clock(), options.pace());
        var stacks = new Stacks(world, agenda, new Ids(options.seed()), new Ids(~options.seed()));
        return new Endpoint(
                services(world, stacks), world::enabled, options.clock(), delay(), agenda::catchUp, faults(world));
    }

    private boolean has(Scenario scenario) {
        return options.scenarios().contains(scenario);
    }

    private Circumstances circumstances() {
        return new Circumstances(
                has(Scenario.NO_WAY_OUT),
                has(Scenario.LAUNCH_CONFIGURATIONS_CLOSED),
                has(Scenario.VCPU_QUOTA_EXCEEDED) ? Circumstances.FEW_VCPUS : Circumstances.MANY_VCPUS,
                has(Scenario.NO_CAPACITY),
                has(Scenario.ROLE_NAME_TAKEN));
    }

    private Faults faults(World world) {
        var faults = new ArrayList<Faults>();
        if (has(Scenario.CREDENTIALS_EXPIRE)) {
            faults.add(new Expiry(Duration.ofMillis(Math.round(60_000 / options.pace()))));
        }
        if (has(Scenario.THROTTLED)) {
            faults.add(new Throttle(options.drained()));
        }
        if (has(Scenario.ANSWERS_LOST)) {
            faults.add(new Lossy(options.seed()));
        }
        faults.add(new Guard(world.permissions()));
        return new Combined(faults);
    }

    private Duration delay() {
        return has(Scenario.SLOW_NETWORK) && options.roundTrip().isZero() ? SLOW : options.roundTrip();
    }

    private static List<Service> services(World world, Stacks stacks) {
        return List.of(
                Ec2.over(world, stacks.fleet()),
                Ecs.over(world, stacks.fleet()),
                Iam.over(world),
                ServiceQuotas.over(world),
                Ssm.over(world),
                AutoScaling.over(stacks.fleet()),
                stacks.service(),
                new Service(
                        "sts", new AwsQuery("2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/"), Assembly::sts));
    }

    private static Operations sts() {
        return new Operations()
                .on(
                        "GetCallerIdentity",
                        GetCallerIdentityRequest::builder,
                        (_, _) -> GetCallerIdentityResponse.builder()
                                .account(World.ACCOUNT)
                                .userId(World.USER_ID)
                                .arn(World.USER_ARN)
                                .build());
    }
}
