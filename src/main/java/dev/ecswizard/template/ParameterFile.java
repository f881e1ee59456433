package dev.ecswizard.template;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/// The JSON that the AWS CLI takes as `aws cloudformation create-stack --parameters file://…`.
public final class ParameterFile {
    private ParameterFile() {}

    /// The file's text, ended by a line feed: the same for the same template.
    public static String of(Template template) {
        return list(template.parameters(), "ParameterKey", "ParameterValue", true) + "\n";
    }

    /// A list of objects with a key and a value each, as CloudFormation has its parameters and tags.
    static String list(Map<String, String> values, String keyName, String valueName, boolean indented) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text)) {
            if (indented) {
                var lines = new DefaultIndenter("  ", "\n");
                json.setPrettyPrinter(
                        new DefaultPrettyPrinter().withArrayIndenter(lines).withObjectIndenter(lines));
            }
            json.writeStartArray();
            for (var value : values.entrySet()) {
                json.writeStartObject();
                json.writeStringField(keyName, WholeText.of(value.getKey()));
                json.writeStringField(valueName, WholeText.of(value.getValue()));
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
