package dev.ecswizard.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Recipe;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

/// Holds what a template says of its lines against what becomes of them when one answer is another: a line that is
/// added, taken away or changed has to name the answer. The recipe is left out, since it has a part in every line.
class ChangedAnswerTest {
    private static final int SPECS = 6;

    /// Their values travel beside the template.
    private static final Set<Question> BESIDE = EnumSet.of(
            Question.STACK_NAME,
            Question.REGION,
            Question.VPC_ID,
            Question.SUBNETS,
            Question.SOURCE_SECURITY_GROUP,
            Question.TAGS);

    /// Values that random choices do not have.
    private static final Map<Question, List<Object>> VALUES = Map.of(
            Question.STACK_NAME, List.of("web"),
            Question.REGION, List.of("us-east-1", "ap-south-1"),
            Question.VPC_ID, List.of("vpc-01234567"),
            Question.SOURCE_SECURITY_GROUP, List.of("sg-01234567"),
            Question.INSTANCE_TYPE, List.of("c5.xlarge", "m6g.xlarge", "m6gd.large"),
            Question.CLUSTER_MIN_SIZE, List.of(0),
            Question.TAGS, List.of(Map.of("team", "web")),
            Question.ARCHITECTURE, List.of("x86_64", "arm64"));

    @ParameterizedTest
    @EnumSource(Recipe.class)
    void theLinesThatChangeNameTheAnswer(Recipe recipe) {
        var seen = EnumSet.noneOf(Question.class);
        for (var seed = 0; seed < SPECS; seed++) {
            var random = new Random(seed);
            var chosen = spec(recipe, random);
            for (var question : asked(recipe)) {
                var spec = question == Question.ARCHITECTURE ? openToBoth(chosen) : chosen;
                if (check(spec, others(spec, EnumSet.of(question), random), EnumSet.of(question)) > 0) {
                    seen.add(question);
                }
            }
        }
        var changing = asked(recipe);
        changing.removeAll(BESIDE);
        if (recipe != Recipe.PRODUCTION) {
            // it is in the images only
            changing.remove(Question.ARCHITECTURE);
        }

        assertThat(seen).isEqualTo(changing);
    }

    @ParameterizedTest
    @EnumSource(Recipe.class)
    void anotherArchitectureTakesTypesAndImagesWithIt(Recipe recipe) {
        var questions = EnumSet.of(Question.ARCHITECTURE, Question.INSTANCE_TYPE, Question.IMAGES);
        if (recipe == Recipe.PRODUCTION) {
            questions.add(Question.ALTERNATE_INSTANCE_TYPES);
        }
        var changed = 0;
        for (var seed = 0; seed < SPECS; seed++) {
            var random = new Random(seed);
            var spec = spec(recipe, random);
            var others = others(spec, questions, random);
            others.removeIf(
                    other -> other.compute().architecture() == spec.compute().architecture());
            changed += check(spec, others, questions);
        }

        assertThat(changed).isGreaterThan(SPECS / 2);
    }

    private static Set<Question> asked(Recipe recipe) {
        var asked = EnumSet.allOf(Question.class);
        asked.removeIf(question -> !question.isAskedIn(recipe));
        asked.remove(Question.RECIPE);
        return asked;
    }

    /// With a type whose name does not tell what images it boots.
    private static ClusterSpec openToBoth(ClusterSpec spec) {
        var file = file(spec);
        file.put("instanceType", "p5.48xlarge");
        file.computeIfPresent("alternateInstanceTypes", (_, _) -> List.of());
        return read(file).orElseThrow();
    }

    /// @return how many of the others have another text
    private static int check(ClusterSpec spec, List<ClusterSpec> others, Set<Question> questions) {
        var template = Template.of(spec);
        var before = Line.of(template);
        var changes = 0;
        for (var other : others) {
            var made = Template.of(other);
            if (!made.yaml().equals(template.yaml())) {
                changes++;
                assertThat(changed(before, Line.of(made)))
                        .as(() -> questions + " from\n" + ClusterFile.write(spec) + "\nto\n" + ClusterFile.write(other))
                        .isNotEmpty()
                        .allMatch(line -> line.origin().questions().stream().anyMatch(questions::contains));
            }
        }
        return changes;
    }

    private static ClusterSpec spec(Recipe recipe, Random random) {
        return Stream.generate(() -> Specs.random(random))
                .filter(spec -> spec.cluster().recipe() == recipe)
                .findFirst()
                .orElseThrow();
    }

    /// The same choices but for some answers, which are those of other choices, as far as the rules allow it.
    private static List<ClusterSpec> others(ClusterSpec spec, Set<Question> questions, Random random) {
        var own = file(spec);
        var others = new ArrayList<ClusterSpec>();
        for (var i = 0; i < 2; i++) {
            var donor = file(spec(spec.cluster().recipe(), random));
            var other = new LinkedHashMap<>(own);
            for (var question : questions) {
                put(other, question, donor.get(question.key()));
            }
            read(other).ifPresent(others::add);
        }
        if (questions.size() == 1) {
            var question = questions.iterator().next();
            for (var value : VALUES.getOrDefault(question, List.of())) {
                var other = new LinkedHashMap<>(own);
                put(other, question, value);
                read(other).ifPresent(others::add);
            }
        }
        return others;
    }

    private static void put(Map<String, Object> file, Question question, Object value) {
        if (value == null) {
            file.remove(question.key());
        } else {
            file.put(question.key(), value);
        }
    }

    private static Map<String, Object> file(ClusterSpec spec) {
        return new Yaml().load(ClusterFile.write(spec));
    }

    private static Optional<ClusterSpec> read(Map<String, Object> file) {
        try {
            return Optional.of(ClusterFile.parse(new Yaml().dump(file).getBytes(StandardCharsets.UTF_8)));
        } catch (InvalidClusterFile _) {
            return Optional.empty();
        }
    }

    /// A line and where it stands, by keys: two that read alike in different places are different lines.
    private record Line(List<String> keys, String text, Origin origin) {
        static List<Line> of(Template template) {
            var texts = template.yaml().lines().toList();
            var places = Places.of(template.yaml());
            return IntStream.range(0, texts.size())
                    .mapToObj(line -> new Line(
                            places.get(line).stream()
                                    .filter(key -> !Character.isDigit(key.charAt(0)))
                                    .toList(),
                            texts.get(line),
                            template.origins().at(line).orElseThrow()))
                    .toList();
        }

        boolean is(Line other) {
            return text.equals(other.text) && keys.equals(other.keys);
        }
    }

    /// The lines that are only in one of the two: those beyond a longest common subsequence.
    private static List<Line> changed(List<Line> whole, List<Line> other) {
        var first = 0;
        while (whole.get(first).is(other.get(first))) {
            first++;
        }
        var last = 0;
        while (last < Math.min(whole.size(), other.size()) - first
                && whole.get(whole.size() - 1 - last).is(other.get(other.size() - 1 - last))) {
            last++;
        }
        return changedWithin(whole.subList(first, whole.size() - last), other.subList(first, other.size() - last));
    }

    private static List<Line> changedWithin(List<Line> before, List<Line> after) {
        var common = new int[before.size() + 1][after.size() + 1];
        for (var i = before.size() - 1; i >= 0; i--) {
            for (var j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).is(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        var changed = new ArrayList<Line>();
        var i = 0;
        var j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).is(after.get(j))) {
                i++;
                j++;
            } else if (j == after.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
                changed.add(before.get(i++));
            } else {
                changed.add(after.get(j++));
            }
        }
        return changed;
    }
}
