package dev.ecswizard.wizard.compute;

import dev.ecswizard.wizard.compute.Quantity.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads a search word by word, from left to right.
final class SearchReader {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}(?:\\.[0-9]{1,3})?");

    private static final Map<String, DoubleFunction<Range>> COMPARISONS = Map.ofEntries(
            Map.entry(">=", Range::from),
            Map.entry("=>", Range::from),
            Map.entry("<=", Range::upTo),
            Map.entry("=<", Range::upTo),
            Map.entry(">", Range::above),
            Map.entry("<", Range::below),
            Map.entry("=", Range::exactly),
            Map.entry("exactly", Range::exactly),
            Map.entry("from", Range::from),
            Map.entry("between", Range::from),
            Map.entry("min", Range::from),
            Map.entry("minimum", Range::from),
            Map.entry("at least", Range::from),
            Map.entry("max", Range::upTo),
            Map.entry("maximum", Range::upTo),
            Map.entry("at most", Range::upTo),
            Map.entry("up to", Range::upTo),
            Map.entry("over", Range::above),
            Map.entry("above", Range::above),
            Map.entry("more than", Range::above),
            Map.entry("under", Range::below),
            Map.entry("below", Range::below),
            Map.entry("less than", Range::below));
    private static final Map<String, DoubleFunction<Range>> AFTERWARDS = Map.of(
            "+", Range::from,
            "or more", Range::from,
            "and more", Range::from,
            "or less", Range::upTo,
            "or fewer", Range::upTo);
    /// The words of which those are made.
    private static final Set<String> GRAMMAR = Stream.of(COMPARISONS, AFTERWARDS)
            .flatMap(phrases -> phrases.keySet().stream())
            .flatMap(phrase -> Arrays.stream(phrase.split(" ")))
            .collect(Collectors.toSet());

    private static final Set<String> NOT = Set.of("no", "not", "non", "without");
    private static final Set<String> GENERATION = Set.of("generation", "generations", "gen");
    private static final Set<String> MEMORY = Set.of("memory", "mem", "ram");
    /// Words that say nothing.
    private static final Set<String> FILLERS =
            Set.of("a", "an", "and", "the", "with", "of", "for", "type", "types", "instance", "instances");

    private final Collection<String> names;
    private final List<String> words;
    private final List<Term> terms = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private int next;

    SearchReader(String text, Collection<String> names) {
        this.names = names;
        words = SearchWords.of(text);
    }

    TypeSearch read() {
        while (next < words.size()) {
            if (!readAmount() && !readFeature()) {
                readWord(words.get(next++));
            }
        }
        return new TypeSearch(terms, unknown);
    }

    /// Reads `>= 8 gib`, `4-8 vcpu`, `8+ gib`, `memory 16` and the like.
    private boolean readAmount() {
        var start = next;
        var named = at(next).flatMap(Quantity::named);
        if (named.isPresent()) {
            next++;
        }
        var afterName = next;
        var comparison = phrase(COMPARISONS);
        var said = afterName == next ? "" : String.join(" ", words.subList(afterName, next));
        var number = number();
        if (number.isEmpty()) {
            next = start;
            return false;
        }
        var range = comparison.orElse(Range::exactly).apply(number.getAsDouble());
        var isBare = comparison.isEmpty() && named.isEmpty();
        var beforeSecond = next;
        var bridge = said.equals("between") ? "and" : "to";
        if (at(next).filter(word -> word.equals(bridge) || word.equals("-")).isPresent()) {
            next++;
            var second = number();
            if (second.isPresent()) {
                range = Range.between(number.getAsDouble(), second.getAsDouble());
                isBare = false;
            } else {
                next = beforeSecond;
            }
        }
        var more = phrase(AFTERWARDS);
        var unit = unit(next);
        if (unit.isPresent() && named.isPresent() && unit.get().quantity() != named.get()) {
            if (Quantity.unit(words.get(start)).isPresent() && !isAmountWithoutUnit(next + 1)) {
                // what stood before the number was no name of what is counted: "gpu 4 vcpu"
                next = start;
                return false;
            }
            // the name of what is counted next: "cpu 4 gpu 1"
            unit = Optional.empty();
        }
        unit.ifPresent(_ -> next++);
        more = more.or(() -> phrase(AFTERWARDS));
        if (more.isPresent()) {
            range = more.get().apply(number.getAsDouble());
            isBare = false;
        }
        add(start, unit.or(() -> named.map(quantity -> new Unit(quantity, 1))), range, isBare, said);
        return true;
    }

    private void add(int start, Optional<Unit> unit, Range range, boolean isBare, String said) {
        if (unit.isEmpty()) {
            if (isBare) {
                terms.add(new Term.Plain(range.least(), words.get(next - 1)));
            } else {
                unknown.add(String.join(" ", words.subList(start, next)));
            }
            return;
        }
        var quantity = unit.get().quantity();
        if (quantity == Quantity.NETWORK && said.equals("up to")) {
            terms.add(new Term.Peak(range.most() * unit.get().size()));
        } else {
            terms.add(new Term.Amount(quantity, range.times(unit.get().size())));
        }
        if (quantity == Quantity.MEMORY && at(next).filter(MEMORY::contains).isPresent() && !isNumber(next + 1)) {
            next++;
        }
    }

    /// The unit at a place; at the end of the text its beginning is enough.
    private Optional<Unit> unit(int index) {
        var isLast = index == words.size() - 1;
        return at(index).flatMap(word -> isLast ? Quantity.unitOrBeginning(word) : Quantity.unit(word));
    }

    private boolean isAmountWithoutUnit(int index) {
        var number = at(index).filter(COMPARISONS::containsKey).isPresent() ? index + 1 : index;
        return isNumber(number) && unit(number + 1).isEmpty();
    }

    private boolean isNumber(int index) {
        return at(index).filter(word -> NUMBER.matcher(word).matches()).isPresent();
    }

    private OptionalDouble number() {
        return isNumber(next) ? OptionalDouble.of(Double.parseDouble(words.get(next++))) : OptionalDouble.empty();
    }

    /// Takes one or two words that mean something together.
    private <T> Optional<T> phrase(Map<String, T> meanings) {
        for (var length = 2; length > 0; length--) {
            if (next + length <= words.size()) {
                var meaning = meanings.get(String.join(" ", words.subList(next, next + length)));
                if (meaning != null) {
                    next += length;
                    return Optional.of(meaning);
                }
            }
        }
        return Optional.empty();
    }

    /// Reads `arm`, `not burstable`, `bare metal`, `previous generation` and the like.
    private boolean readFeature() {
        var isDenied = at(next).filter(NOT::contains).isPresent();
        var first = isDenied ? next + 1 : next;
        var isBare = at(first).filter("bare"::equals).isPresent()
                && at(first + 1).filter("metal"::equals).isPresent();
        var feature = at(isBare ? first + 1 : first).flatMap(this::feature);
        if (feature.isEmpty()) {
            return false;
        }
        next = first + (isBare ? 2 : 1);
        if (Set.of(Feature.CURRENT, Feature.PREVIOUS).contains(feature.get())
                && at(next).filter(GENERATION::contains).isPresent()) {
            next++;
        }
        terms.add(new Term.Is(feature.get(), !isDenied));
        return true;
    }

    /// The feature that a word means, or begins to mean where it is part of no name.
    private Optional<Feature> feature(String word) {
        var exact = Arrays.stream(Feature.values())
                .filter(feature -> feature.words().contains(word))
                .findFirst();
        if (exact.isPresent() || word.length() < 2 || isInName(word) || FILLERS.contains(word)) {
            return exact;
        }
        var begun = Arrays.stream(Feature.values())
                .filter(feature -> feature.words().stream().anyMatch(each -> each.startsWith(word)))
                .toList();
        return begun.size() == 1 ? Optional.of(begun.getFirst()) : Optional.empty();
    }

    private void readWord(String word) {
        if (FILLERS.contains(word)) {
            return;
        }
        if (NOT.contains(word) || GRAMMAR.contains(word)) {
            unknown.add(word);
        } else if (names.stream().anyMatch(name -> name.endsWith("." + word))) {
            terms.add(new Term.Size(word));
        } else if (names.stream().anyMatch(name -> name.startsWith(word))) {
            terms.add(new Term.Name(word, true));
        } else if (isInName(word)) {
            terms.add(new Term.Name(word, false));
        } else if (looksLikeName(word)) {
            terms.add(new Term.NoName(word));
        } else {
            unknown.add(word);
        }
    }

    private boolean isInName(String word) {
        return names.stream().anyMatch(name -> name.contains(word));
    }

    /// Whether it is better to say that there is no such type than that the word was not understood.
    private static boolean looksLikeName(String word) {
        return Character.isLetter(word.charAt(0))
                && word.chars().anyMatch(each -> each == '.' || Character.isDigit(each));
    }

    private Optional<String> at(int index) {
        return index < words.size() ? Optional.of(words.get(index)) : Optional.empty();
    }
}
