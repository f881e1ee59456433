package dev.ecswizard.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The parameters of a template whose values nobody may see.
final class Secrets {
    private Secrets() {}

    /// Those that declare `NoEcho` (CloudFormation user guide, Parameters); none where the text can not be read.
    static Set<String> of(String template) {
        try {
            return new YAMLMapper()
                    .readTree(template).path("Parameters").properties().stream()
                            .filter(parameter ->
                                    parameter.getValue().path("NoEcho").asBoolean())
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toSet());
        } catch (JsonProcessingException _) {
            return Set.of();
        }
    }
}
