package dev.ecswizard.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.ContainerInsights;
import dev.ecswizard.spec.Fleet;
import dev.ecswizard.spec.Hosts;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.spec.Rule;
import dev.ecswizard.template.Meant.Field;
import dev.ecswizard.template.Meant.Table;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What holds for every template, cluster file and parameter file that the generator can make of legal choices.
///
/// `-Dspecs.count` says of how many choices, `-Dspecs.first` which are the first: others for another number.
class SpecPropertyTest {
    private static final int COUNT = Integer.getInteger("specs.count", 1_000);
    private static final long FIRST = Long.getLong("specs.first", 0);

    private static final ObjectMapper JSON = new ObjectMapper();

    @FunctionalInterface
    private interface Property {
        void check(ClusterSpec spec) throws Exception;
    }

    @Test
    void twoReadersSeeTheTreeThatWasMeant() {
        forAll(spec -> {
            var root = ClusterTemplate.root(spec);
            var yaml = ClusterTemplate.template(root, spec).yaml();
            var meant = Meant.by(root);
            same(Readers.yaml11(yaml), meant);
            same(Readers.yaml12(yaml), meant);
        });
    }

    @Test
    void aClusterFileIsReadBackAsTheSameChoices() {
        forAll(spec -> {
            var file = ClusterFile.write(spec);
            var opened = ClusterFile.parse(file.getBytes(StandardCharsets.UTF_8));
            same(opened, spec);
            // maps that are equal may differ in order
            same(ClusterFile.write(opened), file);
        });
    }

    @Test
    void aParameterFileHoldsTheValues() {
        forAll(spec -> {
            var values = Parameters.values(spec);
            var file = ParameterFile.of(new Template("", values, Set.of()));
            var meant = values.entrySet().stream()
                    .map(value -> new Table(List.of(
                            new Field("ParameterKey", value.getKey()), new Field("ParameterValue", value.getValue()))))
                    .toList();
            // JSON is YAML 1.2
            same(Readers.yaml12(file), meant);
            var list = JSON.readTree(file);
            for (var i = 0; i < meant.size(); i++) {
                same(
                        list.get(i).properties().stream()
                                .map(SpecPropertyTest::field)
                                .toList(),
                        meant.get(i).fields());
            }
        });
    }

    @Test
    void choicesOfEveryKindOccur() {
        var seen = new HashSet<>();
        var keyLengths = new TreeSet<Integer>();
        LongStream.range(0, 2_000).mapToObj(RandomSpecs::of).forEach(spec -> {
            var recipe = spec.cluster().recipe();
            var compute = spec.compute();
            seen.add(List.of(recipe, compute.architecture()));
            seen.add(List.of(recipe, "key", compute.keyName().isPresent()));
            seen.add(List.of(recipe, "address", spec.network().assignPublicIp()));
            seen.add(List.of("tags", spec.cluster().tags().size()));
            compute.keyName().ifPresent(name -> keyLengths.add(name.length()));
            if (compute.fleet() instanceof Fleet.Managed fleet) {
                seen.add(List.of(
                        "alternates", fleet.hosts().alternateInstanceTypes().size()));
                seen.add(List.of(fleet.hosts().imageSource(), compute.images().isEmpty()));
                seen.add(fleet.operations().containerInsights());
                seen.add(List.of("protected", fleet.operations().protectBusyInstances()));
                seen.add(List.of("kept", fleet.operations().logRetentionDays()));
            }
        });

        assertThat(seen).containsAll(expected());
        assertThat(keyLengths).contains(1, 255);
    }

    private static Set<Object> expected() {
        var expected = new HashSet<>();
        for (var recipe : Recipe.values()) {
            Stream.of(Architecture.values()).forEach(one -> expected.add(List.of(recipe, one)));
            Stream.of(true, false).forEach(one -> expected.add(List.of(recipe, "key", one)));
        }
        IntStream.range(0, Hosts.MAX_ALTERNATES).forEach(count -> expected.add(List.of("alternates", count)));
        expected.addAll(List.of(ContainerInsights.values()));
        Rule.RETENTIONS.forEach(days -> expected.add(List.of("kept", days)));
        expected.add(List.of("protected", true));
        expected.add(List.of(ImageSource.SSM, true));
        expected.add(List.of(ImageSource.SSM, false));
        expected.add(List.of(ImageSource.PINNED, false));
        expected.add(List.of("tags", 0));
        return expected;
    }

    private static Field field(Map.Entry<String, JsonNode> entry) {
        return new Field(entry.getKey(), entry.getValue().textValue());
    }

    /// AssertJ's own comparison takes longer than all that is compared.
    private static void same(Object actual, Object expected) {
        if (!actual.equals(expected)) {
            assertThat(actual).isEqualTo(expected);
        }
    }

    private static void forAll(Property property) {
        LongStream.range(FIRST, FIRST + COUNT).parallel().forEach(number -> {
            try {
                property.check(RandomSpecs.of(number));
            } catch (Exception | AssertionError e) {
                throw new AssertionError("spec " + number + ": " + RandomSpecs.of(number), e);
            }
        });
    }
}
