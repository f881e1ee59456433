package dev.ecswizard.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Fleet;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Hostile texts at every place of a cluster file at which a text can stand: they are kept exactly or refused in words,
/// and no other answer changes.
class HostileClusterFileTest {
    private static final String FILE = """
            version: 1
            stackName: web
            recipe: production
            region: eu-west-1
            vpcId: vpc-0a1b2c3d4e5f60718
            subnets: [subnet-0a1b2c3d4e5f60718, subnet-0b1b2c3d4e5f60718]
            sourceSecurityGroup: sg-0a1b2c3d4e5f60718
            assignPublicIp: true
            instanceType: m6i.large
            alternateInstanceTypes: [m6a.large, m7i.large]
            architecture: x86_64
            clusterMinSize: 1
            clusterMaxSize: 9
            targetCapacity: 80
            onDemandBaseCapacity: 2
            onDemandPercentage: 25
            rootVolumeSize: 50
            maxInstanceLifetime: 604800
            keyName: ops
            containerInsights: enhanced
            protectBusyInstances: ENABLED
            logRetentionDays: 90
            imageSource: pinned
            images: {eu-west-1: ami-0a1b2c3d, us-east-1: ami-0b1b2c3d}
            tags: {team: owners}
            """;

    /// A place: what stands there, and how to find in the choices what was read there.
    private record Place(String text, Function<ClusterSpec, String> read) {}

    private static final Map<String, Place> PLACES = places();

    private static Map<String, Place> places() {
        var places = new LinkedHashMap<String, Place>();
        places.put("stackName", new Place("web", spec -> spec.cluster().stackName()));
        places.put(
                "recipe",
                new Place("production", spec -> spec.cluster().recipe().key()));
        places.put("region", new Place("eu-west-1\n", ClusterSpec::region));
        places.put(
                "vpcId",
                new Place("vpc-0a1b2c3d4e5f60718", spec -> spec.network().vpcId()));
        places.put(
                "subnets",
                new Place(
                        "subnet-0b1b2c3d4e5f60718",
                        spec -> spec.network().subnets().get(1)));
        places.put(
                "sourceSecurityGroup",
                new Place("sg-0a1b2c3d4e5f60718", spec -> spec.network().sourceSecurityGroup()));
        places.put(
                "assignPublicIp",
                new Place(
                        "true",
                        spec -> String.valueOf(spec.network().assignPublicIp().orElseThrow())));
        places.put("instanceType", new Place("m6i.large", spec -> spec.compute().instanceType()));
        places.put(
                "alternateInstanceTypes",
                new Place(
                        "m7i.large",
                        spec -> fleet(spec).hosts().alternateInstanceTypes().get(1)));
        places.put(
                "architecture",
                new Place("x86_64", spec -> spec.compute().architecture().key()));
        places.put("keyName", new Place("ops", spec -> spec.compute().keyName().orElseThrow()));
        places.put(
                "containerInsights",
                new Place(
                        "enhanced",
                        spec -> fleet(spec).operations().containerInsights().key()));
        places.put(
                "protectBusyInstances",
                new Place("ENABLED", spec -> fleet(spec).operations().protectBusyInstances() ? "ENABLED" : "DISABLED"));
        places.put(
                "imageSource",
                new Place("pinned", spec -> spec.compute().imageSource().key()));
        places.put(
                "images, a region",
                new Place("us-east-1", spec -> other(spec.compute().images().keySet(), "eu-west-1")));
        places.put(
                "images, an image",
                new Place("ami-0b1b2c3d", spec -> spec.compute().images().get("us-east-1")));
        places.put(
                "tags, a key",
                new Place(
                        "team",
                        spec -> spec.cluster().tags().keySet().iterator().next()));
        places.put(
                "tags, a value",
                new Place(
                        "owners",
                        spec -> spec.cluster().tags().values().iterator().next()));
        return places;
    }

    static Stream<String> placeNames() {
        return PLACES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("placeNames")
    void aHostileTextIsKeptExactlyOrRefusedInWords(String name) throws InvalidClusterFile {
        var place = PLACES.get(name);
        var line = lineOf(place.text());
        assertThat(place.read().apply(parse(FILE))).isEqualTo(place.text().strip());

        Stream.concat(Hostile.texts(), Hostile.broken()).forEach(word -> {
            try {
                var opened = parse(with(place, word));
                assertThat(place.read().apply(opened)).as("kept").isEqualTo(word);
                assertThat(parse(ClusterFile.write(opened)))
                        .as("saved and opened")
                        .isEqualTo(opened);
                assertThat(others(name, opened)).as("the other answers").isEqualTo(others(name, parse(FILE)));
            } catch (InvalidClusterFile e) {
                assertThat(e.getMessage())
                        .startsWith("line " + line + ": ")
                        .doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]")
                        .hasSizeLessThan(400);
            }
        });
    }

    @Test
    void noHostileTextIsAKeyOfTheFile() {
        Hostile.texts().forEach(word -> {
            try {
                throw new AssertionError(parse(FILE + "? " + quoted(word) + "\n: x\n"));
            } catch (InvalidClusterFile e) {
                assertThat(e.getMessage()).startsWith("line 26: ").contains(": is no key of a cluster file");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "No",
                "y",
                "012",
                "0x1F",
                "0o14",
                "1e3",
                "1_000",
                "1:30:00",
                "+1",
                "1.",
                ".inf",
                ".NaN",
                "2010-09-09",
                "=",
                "<<",
                "-x",
                "a:b",
                "a#b",
                "~/a",
                "${AWS::StackName}",
                "$(x)",
                "a\\nb",
                "it's",
                "..."
            })
    void aTextWithoutQuotesIsTakenAsItStands(String word) throws InvalidClusterFile {
        assertThat(parse(FILE.replace("keyName: ops", "keyName: " + word))
                        .compute()
                        .keyName())
                .contains(word);
    }

    private static List<Object> others(String name, ClusterSpec spec) {
        return Stream.concat(
                        Stream.of(
                                spec.compute().images().size(),
                                spec.cluster().tags().size(),
                                fleet(spec).scaling()),
                        PLACES.entrySet().stream()
                                .filter(place -> !place.getKey().equals(name))
                                .map(place -> place.getValue().read().apply(spec)))
                .toList();
    }

    private static String with(Place place, String word) {
        assertThat(FILE).contains(place.text());
        var text = place.text().strip();
        return FILE.replaceFirst(
                Pattern.quote(place.text()),
                Matcher.quoteReplacement(place.text().replace(text, quoted(word))));
    }

    private static String quoted(String word) {
        var quoted = new StringBuilder("\"");
        word.chars().forEach(unit -> quoted.append("\\u%04x".formatted(unit)));
        return quoted.append('"').toString();
    }

    private static int lineOf(String text) {
        return (int) FILE.substring(0, FILE.indexOf(text)).lines().count();
    }

    private static Fleet.Managed fleet(ClusterSpec spec) {
        return (Fleet.Managed) spec.compute().fleet();
    }

    private static String other(Iterable<String> keys, String known) {
        for (var key : keys) {
            if (!key.equals(known)) {
                return key;
            }
        }
        throw new AssertionError(keys);
    }

    private static ClusterSpec parse(String file) throws InvalidClusterFile {
        return ClusterFile.parse(file.getBytes(StandardCharsets.UTF_8));
    }
}
