package dev.ecswizard.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecswizard.template.Meant.Field;
import dev.ecswizard.template.Meant.Table;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.scanner.StreamReader;

class ParameterFileTest {
    @Test
    void theFileIsTheListThatTheCliTakes() {
        var values = new LinkedHashMap<String, String>();
        values.put("VpcId", "vpc-0a1b2c3d");
        values.put("KeyName", "a \"b\"");

        assertThat(file(values)).isEqualTo("""
                [
                  {
                    "ParameterKey" : "VpcId",
                    "ParameterValue" : "vpc-0a1b2c3d"
                  },
                  {
                    "ParameterKey" : "KeyName",
                    "ParameterValue" : "a \\"b\\""
                  }
                ]
                """);
    }

    @Test
    void hostileTextsAreKeptAsNamesAndAsValues() throws IOException {
        var words = Hostile.texts().distinct().toList();
        var list = new ObjectMapper().readTree(file(doubled(words)));

        assertThat(list)
                .extracting(pair -> List.of(
                        pair.get("ParameterKey").textValue(),
                        pair.get("ParameterValue").textValue()))
                .isEqualTo(words.stream().map(word -> List.of(word, word)).toList());
    }

    @Test
    void theFileIsYamlTooWhereYamlAllowsItsCharacters() {
        var words = Hostile.texts().distinct().filter(StreamReader::isPrintable).toList();

        assertThat(Readers.yaml12(file(doubled(words))))
                .isEqualTo(words.stream()
                        .map(word ->
                                new Table(List.of(new Field("ParameterKey", word), new Field("ParameterValue", word))))
                        .toList());
    }

    @Test
    void halfACharacterIsRefused() {
        Hostile.broken().forEach(word -> {
            refuses(Map.of(word, "a"));
            refuses(Map.of("a", word));
        });
    }

    private static Map<String, String> doubled(List<String> words) {
        var values = new LinkedHashMap<String, String>();
        words.forEach(word -> values.put(word, word));
        return values;
    }

    private static void refuses(Map<String, String> values) {
        assertThatExceptionOfType(TemplateRefused.class)
                .isThrownBy(() -> file(values))
                .withMessageContaining("Half a character can not be written");
    }

    private static String file(Map<String, String> values) {
        return ParameterFile.of(new Template("", values, Set.of()));
    }
}
