package dev.ecswizard.template;

import dev.ecswizard.template.Node.Base64;
import dev.ecswizard.template.Node.Equals;
import dev.ecswizard.template.Node.FindInMap;
import dev.ecswizard.template.Node.GetAtt;
import dev.ecswizard.template.Node.If;
import dev.ecswizard.template.Node.Items;
import dev.ecswizard.template.Node.Mapping;
import dev.ecswizard.template.Node.Not;
import dev.ecswizard.template.Node.ParameterName;
import dev.ecswizard.template.Node.Ref;
import dev.ecswizard.template.Node.Shape;
import dev.ecswizard.template.Node.Sub;
import dev.ecswizard.template.Node.Text;
import dev.ecswizard.template.Node.Truth;
import dev.ecswizard.template.Node.Whole;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/// Writes a [Node] as YAML: the same characters for the same node, lines ended by a line feed. What a reader would not
/// give back as it is meant is refused.
final class YamlText {
    /// Blocks are for well-behaved lines; anything else in one may come back changed.
    private static final Pattern LITERAL = Pattern.compile("[!-~]([ -~]*[!-~])?\n( *[!-~]([ -~]*[!-~])?\n)*");

    private static final Pattern FOLDED = Pattern.compile("[!-~]+( [!-~]+)*");

    private final TaggingGenerator generator;

    private YamlText(TaggingGenerator generator) {
        this.generator = generator;
    }

    static String of(Node root) {
        var text = new StringWriter();
        try (var generator = TaggingGenerator.to(text)) {
            new YamlText(generator).write(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return withoutIndentedBlanks(text.toString());
    }

    /// The emitter indents blank lines.
    private static String withoutIndentedBlanks(String text) {
        var kept = new StringBuilder(text.length());
        var from = 0;
        for (var end = text.indexOf(" \n"); end >= 0; end = text.indexOf(" \n", end + 1)) {
            var start = text.lastIndexOf('\n', end) + 1;
            if (text.substring(start, end).isBlank()) {
                kept.append(text, from, start);
                from = end + 1;
            }
        }
        return kept.append(text, from, text.length()).toString();
    }

    private void write(Node node) throws IOException {
        switch (node) {
            case Text text -> write(null, text);
            case ParameterName parameter -> write(null, Node.text(parameter.name()));
            case Whole whole -> generator.writeNumber(whole.value());
            case Truth truth -> generator.writeBoolean(truth.value());
            case Items items -> write(items);
            case Mapping mapping -> write(mapping);
            case Ref ref -> write("!Ref", Node.text(ref.name()));
            case GetAtt getAtt -> write("!GetAtt", path(getAtt));
            case Sub sub -> write("!Sub", sub.text());
            case FindInMap find ->
                writeLine("!FindInMap", Node.text(find.map()), find.first(), Node.text(find.second()));
            case Not not -> writeLine("!Not", not.condition());
            case Equals equals -> writeLine("!Equals", equals.left(), Node.text(equals.right()));
            case If choice -> writeLine("!If", Node.text(choice.condition()), choice.then(), choice.otherwise());
            case Base64 base64 -> write(Node.mapping(base64.entry()));
        }
    }

    private void write(String tag, Text text) throws IOException {
        generator.writeScalar(tag, WholeText.of(text.value()), style(text));
    }

    /// What stands behind the first point is the attribute.
    private static Text path(GetAtt getAtt) {
        if (getAtt.resource().contains(".")) {
            throw new TemplateRefused("unwritable.resource", Written.printable(getAtt.resource()));
        }
        return Node.text(getAtt.resource() + "." + getAtt.attribute());
    }

    private static ScalarStyle style(Text text) {
        var value = text.value();
        if (text.shape() == Shape.LITERAL && LITERAL.matcher(value).matches()) {
            return ScalarStyle.LITERAL;
        }
        if (text.shape() == Shape.FOLDED && FOLDED.matcher(value).matches()) {
            return ScalarStyle.FOLDED;
        }
        return PlainWords.isPlain(value) ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED;
    }

    private void write(Items items) throws IOException {
        generator.writeStartArray();
        for (var item : items.items()) {
            write(item);
        }
        generator.writeEndArray();
    }

    private void write(Mapping mapping) throws IOException {
        generator.writeStartObject();
        var first = true;
        var keys = new HashSet<String>();
        for (var entry : mapping.entries()) {
            if (!keys.add(entry.key())) {
                throw new TemplateRefused("unwritable.key", Written.printable(entry.key()));
            }
            if (mapping.spaced() && !first && entry.value() instanceof Mapping) {
                generator.writeBlankLine();
            }
            first = false;
            generator.writeFieldName(WholeText.of(entry.key()));
            write(entry.value());
        }
        generator.writeEndObject();
    }

    private void writeLine(String tag, Node... items) throws IOException {
        generator.writeStartLine(tag);
        for (var item : items) {
            write(item);
        }
        generator.writeEndArray();
    }
}
