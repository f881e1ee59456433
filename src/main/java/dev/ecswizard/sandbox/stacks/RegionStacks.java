package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.protocol.Refusal;
import dev.ecswizard.sandbox.time.Agenda;
import dev.ecswizard.sandbox.time.Ids;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The stacks of one region, deleted ones too, and what they made.
final class RegionStacks {
    private final World world;
    private final Agenda agenda;
    private final Ids ids;
    private final Inventory inventory = new Inventory();
    private final List<Stack> stacks = new ArrayList<>();
    private final Map<String, Asked> asked = new HashMap<>();

    private record Asked(Object request, Stack stack) {}

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

    /// One that is not among them yet.
    Stack newStack(String name) {
        var region = world.region();
        return new Stack(
                "arn:" + Stack.partition(region) + ":cloudformation:" + region + ":" + world.account() + ":stack/"
                        + name + "/" + ids.uuid(),
                name,
                this);
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

    /// @throws Refusal if there is none, or no longer
    Stack existing(String nameOrId) {
        return find(nameOrId)
                .filter(stack -> !stack.isDeleted())
                .orElseThrow(() -> Refusals.invalid("Stack [" + nameOrId + "] does not exist"));
    }

    /// Does what is asked, unless the same was asked before with the same token.
    ///
    /// @param token null if none was given: nothing is remembered
    /// @throws Refusal if something else was asked with that token
    Stack once(String token, Object request, Supplier<Stack> action) {
        if (token == null) {
            return action.get();
        }
        var before = asked.get(token);
        if (before == null) {
            var stack = action.get();
            asked.put(token, new Asked(request, stack));
            return stack;
        }
        if (!before.request().equals(request)) {
            throw new Refusal(400, "TokenAlreadyExistsException", "A client request token already exists: " + token);
        }
        return before.stack();
    }

    /// The names of the stacks that use an export, in a row; empty if there are none.
    Optional<String> importers(String export) {
        var names = stacks.stream()
                .filter(stack -> !stack.isDeleted() && stack.plan().imports().contains(export))
                .map(Stack::name)
                .toList();
        return switch (names.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(names.getFirst());
            default -> Optional.of(String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast());
        };
    }

    Optional<String> exported(String name) {
        return living().stream()
                .map(stack -> stack.exported(name))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
