package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.compute.TypeFinder.Found;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How the browser of instance types says things.
final class BrowserWords {
    private final Messages messages = Messages.of(BrowserWords.class);
    private final ComputeWords words = new ComputeWords();

    String text(String key) {
        return messages.text(key);
    }

    /// What a term asks for, as a few words.
    String term(Term term) {
        return switch (term) {
            case Term.Amount(var quantity, var range) -> range(quantity, range);
            case Term.Peak(var gigabits) -> messages.text("compute.search.peak", figure(gigabits));
            case Term.Plain plain -> messages.text("compute.search.plain", plain.digits());
            case Term.Is(var feature, var wanted) ->
                wanted ? text("compute.feature." + feature.name()) : text("compute.without." + feature.name());
            case Term.Size(var size) -> messages.text("compute.search.size", size);
            case Term.NoName(var part) -> messages.text("compute.search.noName", part);
            case Term.Name(var part, var isBeginning) ->
                messages.text(isBeginning ? "compute.search.beginning" : "compute.search.inName", part);
        };
    }

    private String range(Quantity quantity, Range range) {
        var least = range.least();
        var most = range.most();
        if (least == most) {
            return amount(quantity, least);
        }
        if (Double.isInfinite(most)) {
            return messages.text(
                    range.isOpen() ? "compute.range.above" : "compute.range.from", amount(quantity, least));
        }
        if (Double.isInfinite(least)) {
            return messages.text(range.isOpen() ? "compute.range.below" : "compute.range.upTo", amount(quantity, most));
        }
        return messages.text("compute.range.between", figure(least), amount(quantity, most));
    }

    private String amount(Quantity quantity, double amount) {
        return messages.text("compute.quantity." + quantity.name(), figure(amount));
    }

    private static String figure(double amount) {
        return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.UK)).format(amount);
    }

    String memory(InstanceType type) {
        return amount(Quantity.MEMORY, Quantity.MEMORY.of(type));
    }

    /// What was not understood.
    String unknown(List<String> parts) {
        return messages.text(
                "compute.search.unknown",
                parts.stream()
                        .map(part -> messages.text("compute.search.quoted", part))
                        .collect(Collectors.joining(", ")));
    }

    /// What a control asks about while any type will do.
    String aspect(Aspect aspect) {
        return text("compute.aspect." + aspect.name());
    }

    /// What a control asks for, shorter than [#term], since the control says what it is about.
    String choice(Term term) {
        return switch (term) {
            case Term.Amount(var quantity, var range)
            when Double.isInfinite(range.most()) ->
                messages.text("compute.filter.from", amount(quantity, range.least()));
            case Term.Is(var feature, var wanted)
            when wanted && (feature == Feature.CURRENT || feature == Feature.PREVIOUS) ->
                text("compute.filter." + feature.name());
            default -> term(term);
        };
    }

    String anyOf(Aspect aspect) {
        return text("compute.any." + aspect.name());
    }

    /// In how many of the chosen zones a type can be had, or why it can not be chosen.
    String standing(TypeRow row) {
        return row.reason()
                .map(reason -> switch (reason) {
                    case LeftOut.NotForUs(var why) -> text("compute.barred." + why.name());
                    case LeftOut.NoImage _ -> text("compute.barred.noImage");
                    case LeftOut.NotOffered(var zones) ->
                        messages.text("compute.barred.notOffered", String.join(", ", zones));
                })
                .orElseGet(() -> messages.text("compute.type.zonesOf", row.zones(), row.of()));
    }

    /// Why a type can not be chosen, as a sentence.
    String barred(TypeRow row) {
        return row.reason()
                .map(reason ->
                        messages.text("compute.barred.sentence", row.type().name(), words.reason(reason)))
                .orElse("");
    }

    /// Everything that the row of a type does not say by itself.
    String details(TypeRow row) {
        var type = row.type();
        var facts = new ArrayList<String>();
        facts.add(messages.text("compute.details.zones", row.zones(), row.of()));
        if (!type.processor().isEmpty()) {
            facts.add(messages.text("compute.details.processor", type.processor()));
        }
        if (type.gpus() > 0) {
            facts.add(messages.text("compute.quantity.GPUS", figure(type.gpus())));
        }
        for (var feature : List.of(Feature.BURSTABLE, Feature.BARE_METAL, Feature.CURRENT, Feature.PREVIOUS)) {
            if (feature.isOf(type)) {
                facts.add(text("compute.feature." + feature.name()));
            }
        }
        var line = String.join(" \u00b7 ", facts);
        return row.isUsable() ? line : barred(row) + "\n" + line;
    }

    /// Why a recipe begins with another type than its own.
    String instead(TypePicker.Instead instead) {
        return messages.text(
                "compute.instanceType.instead",
                instead.own(),
                text("compute.recipe." + instead.recipe().name()),
                instead.why().map(words::reason).orElse(text("compute.leftOut.nowhere")),
                instead.taken().name());
    }

    /// How many types fit and how many of them can be chosen; empty if none fits.
    String summary(Found found) {
        var usable = found.usable().size();
        var others = found.others();
        if (found.rows().isEmpty()) {
            return "";
        }
        if (found.narrowing().equals(TypeFinder.Narrowing.NONE)) {
            return messages.text("compute.found.all", usable, found.total(), others.size());
        }
        if (usable == 0) {
            return noneUsable(others);
        }
        return messages.text("compute.found.some", usable, others.size());
    }

    private String noneUsable(List<TypeRow> rows) {
        var counts = new TreeMap<String, Integer>();
        var lacking = new TreeMap<String, Integer>();
        for (var row : rows) {
            row.reason().ifPresent(reason -> {
                counts.merge(group(reason), 1, Integer::sum);
                if (reason instanceof LeftOut.NotOffered(var zones)) {
                    zones.forEach(zone -> lacking.merge(zone, 1, Integer::sum));
                }
            });
        }
        var why = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(group -> messages.text("compute.found.part", group.getValue(), group.getKey()))
                .collect(Collectors.joining(", "));
        if (lacking.isEmpty()) {
            return messages.text("compute.found.none", rows.size(), why);
        }
        var isOnlyZones = counts.size() == 1;
        var zones = lacking.entrySet().stream()
                .map(zone -> zone.getValue() == rows.size()
                        ? messages.text("compute.found.zoneAll", zone.getKey(), rows.size())
                        : messages.text("compute.found.zone", zone.getKey(), zone.getValue()))
                .collect(Collectors.joining(", "));
        return isOnlyZones
                ? messages.text("compute.found.noneOffered", rows.size(), zones)
                : messages.text("compute.found.noneBoth", rows.size(), why, zones);
    }

    private String group(LeftOut.Reason reason) {
        return switch (reason) {
            case LeftOut.NotForUs(var why) -> text("compute.leftOutCount." + why.name());
            case LeftOut.NoImage _ -> text("compute.leftOutCount.noImage");
            case LeftOut.NotOffered _ -> text("compute.leftOutCount.notOffered");
        };
    }

    /// What to say where no type fits.
    String nothingFits(Found found) {
        if (found.total() == 0) {
            return text("compute.found.nothingThere");
        }
        var text = found.narrowing().text().strip();
        var named = found.search().terms().stream()
                .filter(Term.NoName.class::isInstance)
                .map(this::term)
                .findFirst();
        if (named.isPresent()) {
            return messages.text("compute.found.noSuchName", named.get());
        }
        if (found.narrowing().filter().equals(TypeFilter.NONE)) {
            return messages.text("compute.found.nothing", text);
        }
        return text.isEmpty()
                ? text("compute.found.nothingFiltered")
                : messages.text("compute.found.nothingBoth", text);
    }
}
