package dev.ecswizard.template;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// What stands in each line of a text, as a YAML reader sees it that knows nothing of how the text was made.
final class Places {
    private final String yaml;

    /// Where the line feeds stand.
    private final int[] ends;

    private final List<List<String>> lines = new ArrayList<>();

    private Places(String yaml) {
        this.yaml = yaml;
        ends = IntStream.range(0, yaml.length())
                .filter(index -> yaml.charAt(index) == '\n')
                .toArray();
    }

    /// The path of the innermost part that stands in each line; a blank line belongs to what follows.
    static List<List<String>> of(String yaml) {
        var places = new Places(yaml);
        var written = yaml.lines().toList();
        written.forEach(_ -> places.lines.add(List.of()));
        places.mark(new Yaml().compose(new StringReader(yaml)), List.of());
        for (var line = places.lines.size() - 2; line >= 0; line--) {
            if (written.get(line).isBlank()) {
                places.lines.set(line, places.lines.get(line + 1));
            }
        }
        return places.lines;
    }

    private void mark(Node node, List<String> path) {
        // what stands in brackets has no lines of its own
        switch (node) {
            case MappingNode mapping
            when mapping.getFlowStyle() == FlowStyle.BLOCK ->
                mapping.getValue().forEach(entry -> {
                    var inner = with(path, ((ScalarNode) entry.getKeyNode()).getValue());
                    fill(entry.getKeyNode(), entry.getValueNode(), inner);
                    mark(entry.getValueNode(), inner);
                });
            case SequenceNode items
            when items.getFlowStyle() == FlowStyle.BLOCK -> {
                for (var i = 0; i < items.getValue().size(); i++) {
                    var item = items.getValue().get(i);
                    var inner = with(path, String.valueOf(i));
                    fill(item, item, inner);
                    mark(item, inner);
                }
            }
            default -> {}
        }
    }

    private void fill(Node first, Node last, List<String> path) {
        var end = last.getEndMark().getIndex();
        while (Character.isWhitespace(yaml.charAt(end - 1))) {
            end--;
        }
        for (var line = first.getStartMark().getLine(); line <= lineOf(end - 1); line++) {
            lines.set(line, path);
        }
    }

    private int lineOf(int index) {
        var found = Arrays.binarySearch(ends, index);
        return found < 0 ? -found - 1 : found;
    }

    private static List<String> with(List<String> path, String step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
