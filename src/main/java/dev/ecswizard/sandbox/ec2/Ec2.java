package dev.ecswizard.sandbox.ec2;

import dev.ecswizard.sandbox.fleet.Fleet;
import dev.ecswizard.sandbox.protocol.Ec2Query;
import dev.ecswizard.sandbox.protocol.Operations;
import dev.ecswizard.sandbox.protocol.Service;
import dev.ecswizard.sandbox.world.World;

/// EC2 over a world.
public final class Ec2 {
    private Ec2() {}

    public static Service over(World world, Fleet fleet) {
        return new Service("ec2", new Ec2Query("2016-11-15"), () -> {
            var operations = new Operations();
            new Places(world).addTo(operations);
            new Networks(world).addTo(operations);
            new Barriers(world).addTo(operations);
            new Launchables(world).addTo(operations);
            new Instances(world, fleet).addTo(operations);
            new LaunchTemplates(fleet).addTo(operations);
            return operations;
        });
    }
}
