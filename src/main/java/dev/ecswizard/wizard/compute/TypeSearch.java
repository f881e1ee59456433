package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.InstanceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What a person types to find an instance type, word by word; every word has to fit.
///
/// A bare number fits the number of processors, the GiB of memory or a part of the name; a number with a unit
/// (`4 vcpu`, `16gib`) fits only what it names; any other word fits a part of the name or the beginning of another
/// fact.
final class TypeSearch implements Predicate<InstanceType> {
    private static final Pattern QUANTITY = Pattern.compile(
            "(?<=^| )([0-9]{1,6}(?:\\.[0-9]{1,3})?) ?(v?cpus?|gib|gb|g)(?= |$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,3})?");

    private final List<Predicate<InstanceType>> words = new ArrayList<>();

    TypeSearch(String text) {
        var rest = text.strip().replaceAll("[\\s,;]+", " ");
        var quantities = QUANTITY.matcher(rest);
        while (quantities.find()) {
            var amount = Double.parseDouble(quantities.group(1));
            var isProcessors = quantities.group(2).toLowerCase(Locale.ROOT).contains("cpu");
            words.add(isProcessors ? type -> type.vcpus() == amount : type -> gib(type) == amount);
        }
        for (var word : quantities.replaceAll("").toLowerCase(Locale.ROOT).split(" ")) {
            if (!word.isEmpty()) {
                words.add(NUMBER.matcher(word).matches() ? number(word) : plain(word));
            }
        }
    }

    @Override
    public boolean test(InstanceType type) {
        return words.stream().allMatch(word -> word.test(type));
    }

    /// Memory in GiB.
    static double gib(InstanceType type) {
        return type.memoryMib() / 1024.0;
    }

    private static Predicate<InstanceType> number(String word) {
        var amount = Double.parseDouble(word);
        return type -> type.name().contains(word) || type.vcpus() == amount || gib(type) == amount;
    }

    private static Predicate<InstanceType> plain(String word) {
        return type -> type.name().contains(word)
                || type.architectures().stream().anyMatch(each -> each.startsWith(word))
                || (type.burstable() && "burstable".startsWith(word))
                || (type.bareMetal() && "bare-metal".startsWith(word))
                || type.networkPerformance().toLowerCase(Locale.ROOT).contains(word);
    }
}
