package dev.ecswizard.template;

import dev.ecswizard.template.Written.Place;
import dev.ecswizard.template.Written.Scalar;
import dev.ecswizard.template.Written.Sequence;
import dev.ecswizard.template.Written.Table;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.Event.ID;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.reader.StreamReader;

/// Reads the YAML of a cluster file as text with places: no type is guessed, and what a cluster file has no use for is
/// refused (anchors, aliases, tags, a second document, anything nested deeper than a list or a table of texts).
final class ClusterFileReader {
    private static final Place START = new Place(1, 1);

    private final Iterator<Event> events;

    private ClusterFileReader(Iterator<Event> events) {
        this.events = events;
    }

    static Table read(String yaml) throws InvalidClusterFile {
        try {
            var events =
                    new Yaml(new LoaderOptions()).parse(new StringReader(yaml)).iterator();
            return new ClusterFileReader(events).file();
        } catch (MarkedYAMLException e) {
            var place = e.getProblemMark() == null ? START : place(e.getProblemMark());
            var problem = String.valueOf(e.getProblem());
            throw problem.contains("(TAB)")
                    ? refusal(place, "tab")
                    : refusal(place, "syntax", Written.printable(withoutAsides(problem)));
        } catch (YAMLException e) {
            // a character that YAML does not allow; the library gives no mark for it
            throw refusal(placeOfUnprintable(yaml), "character");
        }
    }

    /// The library puts code points and advice in parentheses, and may end with a full stop.
    private static String withoutAsides(String problem) {
        return problem.replaceAll("\\s*\\([^()]*\\)", "").replaceFirst("\\.$", "");
    }

    static InvalidClusterFile refusal(Place place, String key, Object... arguments) {
        return refusalSaying(place, TemplateRefused.sentence("clusterFile." + key, arguments));
    }

    static InvalidClusterFile refusalSaying(Place place, String sentence) {
        return new InvalidClusterFile(
                place.line(), place.column(), TemplateRefused.sentence("clusterFile.line", place.line(), sentence));
    }

    private Table file() throws InvalidClusterFile {
        events.next();
        if (!(events.next() instanceof DocumentStartEvent)) {
            throw refusal(START, "empty");
        }
        var first = events.next();
        if (!(first instanceof MappingStartEvent start)) {
            throw refusal(place(first), "noTable");
        }
        var table = table(start, "", 1);
        events.next();
        var after = events.next();
        if (!after.is(ID.StreamEnd)) {
            throw refusal(place(after), "documents");
        }
        return table;
    }

    private Table table(MappingStartEvent start, String prefix, int depth) throws InvalidClusterFile {
        checkPlain(start);
        var entries = new LinkedHashMap<Scalar, Written>();
        var keys = new LinkedHashMap<String, Place>();
        for (var event = events.next(); !event.is(ID.MappingEnd); event = events.next()) {
            if (!(event instanceof ScalarEvent key)) {
                throw refusal(place(event), "key");
            }
            var name = scalar(key);
            var before = keys.putIfAbsent(name.text(), name.place());
            if (before != null) {
                throw refusal(name.place(), "twice", prefix + Written.printable(name.text()), before.line());
            }
            entries.put(name, value(prefix + name.shown(), events.next(), depth));
        }
        return new Table(entries, place(start));
    }

    private Written value(String key, Event event, int depth) throws InvalidClusterFile {
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case AliasEvent _ -> throw refusal(place(event), "alias");
            case CollectionStartEvent _ when depth > 1 -> throw refusal(place(event), "deep", key);
            case SequenceStartEvent sequence -> sequence(key, sequence);
            case MappingStartEvent mapping -> table(mapping, key + ".", depth + 1);
            default -> throw refusal(place(event), "key");
        };
    }

    private Sequence sequence(String key, SequenceStartEvent start) throws InvalidClusterFile {
        checkPlain(start);
        var items = new ArrayList<Scalar>();
        for (var event = events.next(); !event.is(ID.SequenceEnd); event = events.next()) {
            if (value(key, event, 2) instanceof Scalar scalar) {
                items.add(scalar);
            }
        }
        return new Sequence(items, place(start));
    }

    private Scalar scalar(ScalarEvent event) throws InvalidClusterFile {
        checkPlain(event);
        return new Scalar(event.getValue(), !event.isPlain(), place(event));
    }

    private static void checkPlain(NodeEvent event) throws InvalidClusterFile {
        var tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> null;
        };
        if (tag != null) {
            throw refusal(place(event), "tag", Written.printable(tag));
        }
        if (event.getAnchor() != null) {
            throw refusal(place(event), "alias");
        }
    }

    private static Place place(Event event) {
        return place(event.getStartMark());
    }

    private static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Place placeOfUnprintable(String yaml) {
        var line = 1;
        var column = 1;
        for (var character : yaml.codePoints().toArray()) {
            if (!StreamReader.isPrintable(character)) {
                return new Place(line, column);
            }
            column++;
            if (character == '\n') {
                line++;
                column = 1;
            }
        }
        return START;
    }
}
