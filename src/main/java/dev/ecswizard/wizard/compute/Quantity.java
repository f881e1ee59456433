package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.InstanceType;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/// What can be counted of a type, with the units and the names that a person may use for it.
enum Quantity {
    VCPUS(InstanceType::vcpus),
    /// In GiB; who says GB means that.
    MEMORY(type -> type.memoryMib() / 1024.0),
    GPUS(InstanceType::gpus),
    /// In gigabits a second.
    NETWORK(Quantity::gigabits),
    TASKS(InstanceType::awsvpcTasks);

    /// A unit: what is counted in it, and how much of [Quantity]'s own unit it is.
    record Unit(Quantity quantity, double size) {}

    private static final Pattern GIGABIT = Pattern.compile("(?:([0-9]+)x )?([0-9.]+) Gigabit");

    private static final Map<String, Unit> UNITS = Map.ofEntries(
            Map.entry("vcpu", new Unit(VCPUS, 1)),
            Map.entry("vcpus", new Unit(VCPUS, 1)),
            Map.entry("cpu", new Unit(VCPUS, 1)),
            Map.entry("cpus", new Unit(VCPUS, 1)),
            Map.entry("core", new Unit(VCPUS, 1)),
            Map.entry("cores", new Unit(VCPUS, 1)),
            Map.entry("g", new Unit(MEMORY, 1)),
            Map.entry("gb", new Unit(MEMORY, 1)),
            Map.entry("gib", new Unit(MEMORY, 1)),
            Map.entry("mb", new Unit(MEMORY, 1 / 1024.0)),
            Map.entry("mib", new Unit(MEMORY, 1 / 1024.0)),
            Map.entry("tb", new Unit(MEMORY, 1024)),
            Map.entry("tib", new Unit(MEMORY, 1024)),
            Map.entry("gpu", new Unit(GPUS, 1)),
            Map.entry("gpus", new Unit(GPUS, 1)),
            Map.entry("gbit", new Unit(NETWORK, 1)),
            Map.entry("gbit/s", new Unit(NETWORK, 1)),
            Map.entry("gbps", new Unit(NETWORK, 1)),
            Map.entry("gigabit", new Unit(NETWORK, 1)),
            Map.entry("gigabits", new Unit(NETWORK, 1)),
            Map.entry("task", new Unit(TASKS, 1)),
            Map.entry("tasks", new Unit(TASKS, 1)));

    private static final Map<String, Quantity> NAMES = Map.ofEntries(
            Map.entry("vcpu", VCPUS),
            Map.entry("vcpus", VCPUS),
            Map.entry("cpu", VCPUS),
            Map.entry("cpus", VCPUS),
            Map.entry("core", VCPUS),
            Map.entry("cores", VCPUS),
            Map.entry("memory", MEMORY),
            Map.entry("mem", MEMORY),
            Map.entry("ram", MEMORY),
            Map.entry("gpu", GPUS),
            Map.entry("gpus", GPUS),
            Map.entry("network", NETWORK),
            Map.entry("task", TASKS),
            Map.entry("tasks", TASKS));

    private final ToDoubleFunction<InstanceType> amount;

    Quantity(ToDoubleFunction<InstanceType> amount) {
        this.amount = amount;
    }

    double of(InstanceType type) {
        return amount.applyAsDouble(type);
    }

    /// The unit that stands behind a number.
    static Optional<Unit> unit(String word) {
        return Optional.ofNullable(UNITS.get(word));
    }

    /// The unit, or that of which a person has typed the beginning.
    static Optional<Unit> unitOrBeginning(String word) {
        return unit(word).or(() -> beginning(word));
    }

    private static Optional<Unit> beginning(String word) {
        if (word.length() < 2 && !word.equals("v")) {
            return Optional.empty();
        }
        return UNITS.keySet().stream()
                .filter(unit -> unit.startsWith(word))
                .min(Comparator.comparing(String::length))
                .map(UNITS::get);
    }

    /// What a word that stands before a number says is counted.
    static Optional<Quantity> named(String word) {
        return Optional.ofNullable(NAMES.get(word));
    }

    /// What EC2's words amount to; nothing where they give no figure, such as "Low to Moderate".
    private static double gigabits(InstanceType type) {
        var said = GIGABIT.matcher(type.networkPerformance());
        if (!said.find()) {
            return 0;
        }
        var lanes = said.group(1) == null ? 1 : Integer.parseInt(said.group(1));
        return lanes * Double.parseDouble(said.group(2));
    }
}
