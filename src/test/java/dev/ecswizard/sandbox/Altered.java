package dev.ecswizard.sandbox;

import dev.ecswizard.sandbox.world.World;
import java.io.IOException;
import java.util.function.Consumer;

/// A sandbox whose account is not the usual one.
public final class Altered {
    private Altered() {}

    public static Sandbox sandbox(Consumer<World> change) throws IOException {
        return sandbox(Sandbox.Options.DEFAULT, change);
    }

    public static Sandbox sandbox(Sandbox.Options options, Consumer<World> change) throws IOException {
        var world = new World();
        change.accept(world);
        return Sandbox.start(0, options, world);
    }
}
