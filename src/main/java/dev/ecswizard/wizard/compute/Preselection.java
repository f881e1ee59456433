package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Recipe;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which instance type to begin with.
final class Preselection {
    private static final int VCPUS = 2;
    private static final double GIB = 8;
    /// Few families of the seventh generation and none of a later one are from before 2023.
    private static final int LAST_OF_2022 = 6;

    private static final Pattern GENERATION = Pattern.compile("[0-9]{1,3}");

    private Preselection() {}

    /// The type that a recipe begins with where it can.
    static String own(Recipe recipe) {
        return wanted(recipe).getFirst();
    }

    /// The recipe's own type where it can be chosen, else a close relative, else whatever comes nearest to two x86
    /// processors and 8 GiB, cheap families first. Nothing if there is nothing to choose from.
    static Optional<InstanceType> of(Recipe recipe, List<InstanceType> types) {
        return wanted(recipe).stream()
                .flatMap(name -> types.stream().filter(type -> type.name().equals(name)))
                .findFirst()
                .or(() -> types.stream().min(nearest(recipe)));
    }

    private static List<String> wanted(Recipe recipe) {
        return switch (recipe) {
            // launch configurations take no type that is newer than 2022 (EC2 Auto Scaling user guide)
            case CLASSIC -> List.of("t2.large", "t3.large", "t3a.large", "m5.large", "m5a.large", "m4.large");
            case STANDARD -> List.of("t3.large", "t3a.large", "m6i.large", "m6a.large", "m5.large");
            // hosts that ECS keeps busy would soon have used up the credits of a burstable type
            case PRODUCTION -> List.of("m6i.large", "m6a.large", "m5.large", "m5a.large", "t3.large");
        };
    }

    private static Comparator<InstanceType> nearest(Recipe recipe) {
        return Comparator.<InstanceType, Boolean>comparing(
                        type -> !type.architecture().equals(Optional.of(Architecture.X86_64)))
                .thenComparing(InstanceType::bareMetal)
                .thenComparing(type -> recipe == Recipe.CLASSIC && generation(type) > LAST_OF_2022)
                .thenComparing(type -> distance(type.vcpus(), VCPUS) + distance(Quantity.MEMORY.of(type), GIB))
                .thenComparing(type -> !type.currentGeneration())
                .thenComparing(type -> type.burstable() == (recipe == Recipe.PRODUCTION))
                .thenComparing(type -> !type.family().startsWith("m"))
                .thenComparing(InstanceType::name, new TypeOrder());
    }

    /// The first number in its family's name; greater ones are newer.
    private static int generation(InstanceType type) {
        var digits = GENERATION.matcher(type.family());
        return digits.find() ? Integer.parseInt(digits.group()) : 0;
    }

    /// How far apart two amounts are, in doublings; too little counts twice as much as too much.
    private static double distance(double amount, double wanted) {
        var doublings = Math.log(Math.max(amount, 0.001) / wanted) / Math.log(2);
        return doublings < 0 ? -2 * doublings : doublings;
    }
}
