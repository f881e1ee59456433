package dev.ecswizard.sandbox.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ecswizard.sandbox.protocol.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateSummaryRequest;
import software.amazon.awssdk.services.cloudformation.model.ValidateTemplateRequest;

/// Recipes that chance has damaged: every one is refused in words, or its stack comes to an end.
class HostileTemplatesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int TEMPLATES = 120;
    private static final Set<String> ENDS = Set.of("CREATE_COMPLETE", "ROLLBACK_COMPLETE", "DELETE_COMPLETE");

    /// What takes the place of a part of a template.
    private static final List<Object> FOREIGN = List.of(
            "",
            "x",
            "-1",
            "true",
            "${",
            "${A}",
            "{{resolve:ssm:/x}}",
            "é".repeat(300),
            List.of(),
            List.of("a", "b"),
            List.of(List.of()),
            Map.of(),
            Map.of("a", "b"),
            Map.of("Ref", "Cluster"),
            Map.of("Ref", "AWS::NoValue"),
            Map.of("Ref", List.of("a")),
            Map.of("Fn::GetAtt", "x"),
            Map.of("Fn::GetAtt", List.of("Cluster", "Arn")),
            Map.of("Fn::Sub", "${AWS::StackName}${Cluster.Arn}"),
            Map.of("Fn::If", List.of("x", "y", "z")),
            Map.of("Fn::Join", List.of(",", Map.of("Ref", "Subnets"))),
            Map.of("Fn::Select", List.of("9", Map.of("Ref", "Subnets"))),
            Map.of("Fn::Split", List.of(",", Map.of("Ref", "VpcId"))),
            Map.of("Fn::Cidr", List.of(Map.of("Ref", "VpcId"), "9", "9")),
            Map.of("Fn::FindInMap", List.of("AWSRegionToAMI", Map.of("Ref", "VpcId"), "AMI")),
            Map.of("Fn::ImportValue", Map.of("Ref", "VpcId")),
            Map.of("Fn::Base64", Map.of("Ref", "Subnets")),
            Map.of("Fn::GetAZs", ""),
            Map.of("Condition", "x"));

    private Stage stage = new Stage();
    private Random random;

    @ParameterizedTest
    @ValueSource(strings = {"classic", "standard", "production"})
    void aDamagedRecipeIsRefusedOrItsStackEnds(String recipe) {
        random = new Random(recipe.hashCode());
        var tree = TemplateReader.read(Stage.template(recipe + ".yaml"));
        var counts = new TreeMap<String, Integer>();
        for (var i = 0; i < TEMPLATES; i++) {
            stage = new Stage();
            stage.world().types.put("m6i.large", stage.world().types.get("t3.large"));
            var damaged = copy(tree);
            for (var times = 1 + random.nextInt(3); times > 0; times--) {
                damage(damaged);
            }
            counts.merge(outcome(recipe + i, json(damaged)), 1, Integer::sum);
        }

        // damage of every depth was done: what is refused, what fails on the way and what does no harm
        assertThat(counts.keySet()).contains("refused", "CREATE_COMPLETE", "ROLLBACK_COMPLETE");
        assertThat(counts.get("refused")).isBetween(TEMPLATES / 10, TEMPLATES * 9 / 10);
    }

    private String outcome(String name, String template) {
        try {
            validate(template);
            var declared = Template.parse(template).parameters().keySet();
            var given = new TreeMap<>(Map.of(
                    "VpcId",
                    FakeWorld.VPC,
                    "Subnets",
                    FakeWorld.FIRST + "," + FakeWorld.SECOND,
                    "SourceSecurityGroup",
                    FakeWorld.BALANCER,
                    "KeyName",
                    "ops",
                    "EcsAmi",
                    "/image"));
            given.keySet().retainAll(declared);
            var id = stage.create(Stage.request(name, template).parameters(Stage.parameters(given)));
            stage.pass(Duration.ofMinutes(10));
            var status = stage.describe(id).stackStatusAsString();
            assertThat(status).as(template).isIn(ENDS);
            stage.delete(id);
            stage.pass(Duration.ofMinutes(5));
            assertThat(stage.describe(id).stackStatusAsString()).as(template).isEqualTo("DELETE_COMPLETE");
            return status;
        } catch (Refusal refusal) {
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.getMessage()).isNotBlank();
            return "refused";
        } catch (RuntimeException | StackOverflowError thrown) {
            throw new AssertionError(template, thrown);
        }
    }

    private void validate(String template) {
        stage.engine
                .queries()
                .validateTemplate(
                        ValidateTemplateRequest.builder().templateBody(template).build());
        stage.engine
                .queries()
                .getTemplateSummary(
                        GetTemplateSummaryRequest.builder()
                                .templateBody(template)
                                .build(),
                        Stage.REGION);
    }

    private void damage(Map<String, Object> tree) {
        var places = new ArrayList<Place>();
        collect(tree, places);
        var place = places.get(random.nextInt(places.size()));
        switch (random.nextInt(4)) {
            case 0 -> place.remove();
            case 1 -> place.set(clone(FOREIGN.get(random.nextInt(FOREIGN.size()))));
            case 2 -> {
                var other = places.get(random.nextInt(places.size()));
                place.set(clone(other.value()));
            }
            default -> place.rename("x" + random.nextInt(10));
        }
    }

    /// A key of a map or an index of a list.
    private record Place(Object container, Object at) {
        @SuppressWarnings("unchecked")
        private Map<String, Object> map() {
            return (Map<String, Object>) container;
        }

        @SuppressWarnings("unchecked")
        private List<Object> list() {
            return (List<Object>) container;
        }

        Object value() {
            return at instanceof Integer index ? list().get(index) : map().get((String) at);
        }

        void set(Object value) {
            if (at instanceof Integer index) {
                list().set(index, value);
            } else {
                map().put((String) at, value);
            }
        }

        void remove() {
            if (at instanceof Integer index) {
                list().remove((int) index);
            } else {
                map().remove((String) at);
            }
        }

        void rename(String name) {
            if (at instanceof String key) {
                map().put(name, map().remove(key));
            }
        }
    }

    private static void collect(Object node, List<Place> places) {
        switch (node) {
            case Map<?, ?> map ->
                map.forEach((key, value) -> {
                    places.add(new Place(map, key));
                    collect(value, places);
                });
            case List<?> list -> {
                for (var i = 0; i < list.size(); i++) {
                    places.add(new Place(list, i));
                    collect(list.get(i), places);
                }
            }
            default -> {}
        }
    }

    private static Map<String, Object> copy(Map<String, Object> tree) {
        return Tree.map(clone(tree));
    }

    private static Object clone(Object node) {
        return switch (node) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((key, value) -> copy.put(String.valueOf(key), clone(value)));
                yield copy;
            }
            case List<?> list -> {
                var copy = new ArrayList<>();
                list.forEach(item -> copy.add(clone(item)));
                yield copy;
            }
            default -> node;
        };
    }

    private static String json(Object tree) {
        try {
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Text that is no longer YAML, or another one.
    @Test
    void damagedTextIsRefusedOrRead() {
        random = new Random(11);
        var text = Stage.template("standard.yaml");
        var refused = 0;
        for (var i = 0; i < 300; i++) {
            var damaged = new StringBuilder(text);
            for (var times = 1 + random.nextInt(4); times > 0; times--) {
                var at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.delete(at, Math.min(damaged.length(), at + 1 + random.nextInt(30)));
                    case 1 -> damaged.insert(at, "{}[]:,&*!|>'\"%@`#\t\n -?~\u0000é".charAt(random.nextInt(25)));
                    default -> damaged.setCharAt(at, (char) random.nextInt(0xd7ff));
                }
            }
            try {
                validate(damaged.toString());
            } catch (Refusal refusal) {
                assertThat(refusal.getMessage()).isNotBlank();
                refused++;
            } catch (RuntimeException | StackOverflowError thrown) {
                throw new AssertionError(damaged.toString(), thrown);
            }
        }
        assertThat(refused).isBetween(30, 297);
    }
}
