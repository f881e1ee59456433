package dev.ecswizard.template;

import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.events.CommentEvent;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/// Jackson's generator, made to write tags on scalars and on short lists, blank lines, and each text in the style asked
/// for.
final class TaggingGenerator extends YAMLGenerator {
    private static final int LINE_LENGTH = 100;

    private String tag;

    private TaggingGenerator(YAMLFactory factory, IOContext context, Writer writer) throws IOException {
        super(
                context,
                factory.getGeneratorFeatures(),
                YAMLGenerator.Feature.collectDefaults() & ~Feature.WRITE_DOC_START_MARKER.getMask(),
                new PlainWords(),
                null,
                writer,
                options());
    }

    /// A generator that writes into a text.
    static TaggingGenerator to(StringWriter writer) throws IOException {
        return (TaggingGenerator) new Factory().createGenerator(writer);
    }

    private static DumperOptions options() {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setProcessComments(true);
        options.setWidth(LINE_LENGTH);
        return options;
    }

    /// Writes a text.
    ///
    /// @param tag such as `!Ref`, or null
    void writeScalar(String tag, String value, ScalarStyle style) throws IOException {
        _verifyValueWrite("write a scalar");
        this.tag = tag;
        _writeScalar(value, "string", style);
    }

    /// Begins a list that stands on one line.
    void writeStartLine(String tag) throws IOException {
        _verifyValueWrite("start a list");
        _writeContext = _writeContext.createChildArrayContext();
        _emit(new SequenceStartEvent(null, tag, tag == null, null, null, FlowStyle.FLOW));
    }

    void writeBlankLine() throws IOException {
        _emit(new CommentEvent(CommentType.BLANK_LINE, "", null, null));
    }

    @Override
    protected ScalarEvent _scalarEvent(String value, ScalarStyle style) {
        var implicit = tag == null ? new ImplicitTuple(true, true) : new Tagged();
        var event = new ScalarEvent(null, tag, implicit, value, null, null, style);
        tag = null;
        return event;
    }

    /// SnakeYAML asks twice whether a tag may be left out: when it looks for a style (a yes is what allows a scalar
    /// without quotes) and when it writes the tag (a no is what writes it). Constant answers give either no tag or
    /// `!Ref 'Cluster'`.
    private static final class Tagged extends ImplicitTuple {
        private boolean asked;

        private Tagged() {
            super(false, false);
        }

        @Override
        public boolean canOmitTagInPlainScalar() {
            var first = !asked;
            asked = true;
            return first;
        }
    }

    private static final class Factory extends YAMLFactory {
        private static final long serialVersionUID = 1L;

        @Override
        protected YAMLGenerator _createGenerator(Writer writer, IOContext context) throws IOException {
            return new TaggingGenerator(this, context, writer);
        }
    }
}
