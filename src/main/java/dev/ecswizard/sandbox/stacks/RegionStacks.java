package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.time.Agenda;
import dev.ecswizard.sandbox.time.Ids;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The stacks of one region, deleted ones too, and what they made.
final class RegionStacks {
    private final World world;
    private final Agenda agenda;
    private final Ids ids;
    private final Inventory inventory = new Inventory();
    private final List<Stack> stacks = new ArrayList<>();

    RegionStacks(World world, Agenda agenda, Ids ids) {
        this.world = world;
        this.agenda = agenda;
        this.ids = ids;
    }

    World world() {
        return world;
    }

    Agenda agenda() {
        return agenda;
    }

    Ids ids() {
        return ids;
    }

    Inventory inventory() {
        return inventory;
    }

    void add(Stack stack) {
        stacks.add(stack);
    }

    /// Newest first.
    List<Stack> all() {
        return stacks.reversed();
    }

    List<Stack> living() {
        return all().stream().filter(stack -> !stack.isDeleted()).toList();
    }

    /// By name, unless it has been deleted; by id in any case.
    Optional<Stack> find(String nameOrId) {
        return all().stream()
                .filter(stack -> stack.id().equals(nameOrId)
                        || !stack.isDeleted() && stack.name().equals(nameOrId))
                .max(Comparator.comparing(stack -> stack.id().equals(nameOrId)));
    }

    Optional<Stack> withToken(String token) {
        return all().stream()
                .filter(stack -> token.equals(stack.request().clientRequestToken()))
                .findFirst();
    }

    Optional<String> exported(String name) {
        return living().stream()
                .map(stack -> stack.exported(name))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
