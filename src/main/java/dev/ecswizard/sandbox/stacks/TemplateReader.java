package dev.ecswizard.sandbox.stacks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Turns the text of a template, YAML or JSON, into one tree of maps, lists and strings. Every scalar is a string, as
/// CloudFormation takes it; short-form functions are written out in full.
final class TemplateReader {
    private static final int DEEPEST = 100;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    /// CloudFormation user guide, template formats.
    private static final Set<Tag> UNSUPPORTED = Set.of(Tag.BINARY, Tag.OMAP, Tag.PAIRS, Tag.SET);

    private static final Set<String> BARE = Set.of("Ref", "Condition");

    private TemplateReader() {}

    /// @throws dev.ecswizard.sandbox.protocol.Refusal if it is not well-formed or not a mapping
    static Map<String, Object> read(String body) {
        var tree = body.stripLeading().startsWith("{") ? json(body) : yaml(body);
        if (tree instanceof Map<?, ?> map) {
            return Tree.map(map);
        }
        throw Refusals.invalid("Template format error: unsupported structure.");
    }

    private static Object json(String body) {
        try {
            return tree(JSON.readTree(body), "");
        } catch (JsonProcessingException malformed) {
            var at = malformed.getLocation();
            throw Refusals.invalid("Template format error: JSON not well-formed."
                    + (at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")"));
        }
    }

    private static Object tree(JsonNode node, String path) {
        if (node.isObject()) {
            var map = new LinkedHashMap<String, Object>();
            node.properties()
                    .forEach(entry -> map.put(entry.getKey(), tree(entry.getValue(), path + "/" + entry.getKey())));
            return map;
        }
        if (node.isArray()) {
            var list = new ArrayList<Object>();
            node.forEach(item -> list.add(tree(item, path + "/" + list.size())));
            return list;
        }
        if (node.isNull() || node.isMissingNode()) {
            throw noNull(path);
        }
        return node.asText();
    }

    private static Object yaml(String body) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(true);
        options.setNestingDepthLimit(DEEPEST);
        var yaml = new Yaml(options);
        try {
            for (var event : yaml.parse(new StringReader(body))) {
                if (event instanceof AliasEvent) {
                    throw Refusals.invalid("Template error: YAML aliases are not allowed in CloudFormation templates");
                }
            }
            var root = yaml.compose(new StringReader(body));
            if (root == null) {
                throw Refusals.invalid("Template format error: unsupported structure.");
            }
            return tree(root, "");
        } catch (MarkedYAMLException malformed) {
            var mark = malformed.getProblemMark();
            throw Refusals.invalid(
                    mark == null
                            ? "Template format error: YAML not well-formed."
                            : malformed(mark.getLine(), mark.getColumn()));
        } catch (YAMLException malformed) {
            throw Refusals.invalid("Template format error: YAML not well-formed.");
        }
    }

    private static Object tree(Node node, String path) {
        var tag = node.getTag();
        var plain = switch (node) {
            case MappingNode mapping -> map(mapping, path);
            case SequenceNode sequence -> list(sequence, path);
            case ScalarNode scalar when Tag.NULL.equals(tag) -> throw noNull(path);
            case ScalarNode scalar -> scalar.getValue();
            default -> throw new IllegalStateException(node.getNodeId().name());
        };
        if (UNSUPPORTED.contains(tag)) {
            throw Refusals.invalid(
                    malformed(node.getStartMark().getLine(), node.getStartMark().getColumn()));
        }
        if (!tag.getValue().startsWith("!")) {
            return plain;
        }
        return function(tag.getValue().substring(1), plain, node);
    }

    private static Map<String, Object> function(String name, Object argument, Node node) {
        if (BARE.contains(name)) {
            return Map.of(name, argument);
        }
        var full = "Fn::" + name;
        if (!Calls.SUPPORTED.contains(full) && !full.equals("Fn::Transform")) {
            throw Refusals.invalid(
                    malformed(node.getStartMark().getLine(), node.getStartMark().getColumn()));
        }
        if (full.equals("Fn::GetAtt") && argument instanceof String text) {
            var dot = text.indexOf('.');
            return Map.of(full, dot < 0 ? List.of(text) : List.of(text.substring(0, dot), text.substring(dot + 1)));
        }
        return Map.of(full, argument);
    }

    private static Map<String, Object> map(MappingNode node, String path) {
        var map = new LinkedHashMap<String, Object>();
        for (var tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                var mark = tuple.getKeyNode().getStartMark();
                throw Refusals.invalid(malformed(mark.getLine(), mark.getColumn()));
            }
            map.put(key.getValue(), tree(tuple.getValueNode(), path + "/" + key.getValue()));
        }
        return map;
    }

    private static List<Object> list(SequenceNode node, String path) {
        var list = new ArrayList<Object>();
        for (var item : node.getValue()) {
            list.add(tree(item, path + "/" + list.size()));
        }
        return list;
    }

    private static String malformed(int line, int column) {
        return "Template format error: YAML not well-formed. (line " + (line + 1) + ", column " + (column + 1) + ")";
    }

    private static RuntimeException noNull(String path) {
        return Refusals.invalid("[" + path + "] 'null' values are not allowed in templates");
    }
}
