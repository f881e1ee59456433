package dev.ecswizard.wizard.compute;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What the controls beside the search ask about, and what each of them offers.
enum Aspect {
    ARCHITECTURE(List.of(new Term.Is(Feature.X86, true), new Term.Is(Feature.ARM, true))),
    VCPUS(amounts(Quantity.VCPUS, new double[] {1, 2, 4, 8, 16, 32, 48, 64, 96, 128, 192}, 2, 4, 8, 16, 32, 64)),
    MEMORY(amounts(Quantity.MEMORY, new double[] {0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512}, 4, 8, 16, 32, 64, 256)),
    GPU(eitherWay(Feature.GPU)),
    BURSTABLE(eitherWay(Feature.BURSTABLE)),
    GENERATION(List.of(new Term.Is(Feature.CURRENT, true), new Term.Is(Feature.PREVIOUS, true)));

    private final List<Term> choices;

    Aspect(List<Term> choices) {
        this.choices = choices;
    }

    /// What can be asked for.
    List<Term> choices() {
        return choices;
    }

    private static List<Term> eitherWay(Feature feature) {
        return List.of(new Term.Is(feature, true), new Term.Is(feature, false));
    }

    private static List<Term> amounts(Quantity quantity, double[] exactly, double... orMore) {
        return Stream.concat(
                        Arrays.stream(exactly).mapToObj(Range::exactly),
                        Arrays.stream(orMore).mapToObj(Range::from))
                .<Term>map(range -> new Term.Amount(quantity, range))
                .toList();
    }
}
