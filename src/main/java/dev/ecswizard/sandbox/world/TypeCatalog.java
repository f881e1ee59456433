package dev.ecswizard.sandbox.world;

import dev.ecswizard.sandbox.protocol.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;

/// The instance types and where they are offered. Read from the files at the first question.
public final class TypeCatalog {
    private SortedMap<String, InstanceTypeInfo> types;
    private Map<String, SortedMap<String, Set<String>>> offerings;

    /// All instance types, by name.
    public synchronized SortedMap<String, InstanceTypeInfo> types() {
        if (types == null) {
            types = readTypes();
        }
        return types;
    }

    /// By name the instance types of a region and the names of the zones that offer them.
    public synchronized SortedMap<String, Set<String>> offeredIn(String region) {
        if (offerings == null) {
            offerings = readOfferings();
        }
        return offerings.getOrDefault(region, new TreeMap<>());
    }

    /// The figures of a type that some zone of the region offers.
    public Optional<InstanceTypeInfo> find(String region, String name) {
        return offeredIn(region).containsKey(name) ? Optional.ofNullable(types().get(name)) : Optional.empty();
    }

    private static SortedMap<String, InstanceTypeInfo> readTypes() {
        var reader = new JsonReader(SdkField::memberName);
        var types = new TreeMap<String, InstanceTypeInfo>();
        try (var in = Figures.open("instance-types.json.gz")) {
            for (var node : JsonReader.parse(in.readAllBytes())) {
                var builder = InstanceTypeInfo.builder();
                reader.fill(builder, node);
                var type = builder.build();
                types.put(type.instanceTypeAsString(), type);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return types;
    }

    /// A line holds a type and behind it its regions, each with the last letters of the zones: `eu-west-1=abc`.
    private static Map<String, SortedMap<String, Set<String>>> readOfferings() {
        var offerings = new HashMap<String, SortedMap<String, Set<String>>>();
        for (var row : Figures.table("offerings.tsv.gz")) {
            for (var place : row.subList(1, row.size())) {
                var region = place.substring(0, place.indexOf('='));
                var zones = new TreeSet<String>();
                place.substring(place.indexOf('=') + 1).chars().forEach(letter -> zones.add(region + (char) letter));
                offerings
                        .computeIfAbsent(region, _ -> new TreeMap<>())
                        .put(row.getFirst(), java.util.Collections.unmodifiableSet(zones));
            }
        }
        return offerings;
    }
}
