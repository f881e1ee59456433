package dev.ecswizard.sandbox.stacks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values in the text of properties that other services hold: `{{resolve:ssm:name:version}}`.
final class DynamicReferences {
    private static final Pattern REFERENCE =
            Pattern.compile("\\{\\{resolve:(ssm|ssm-secure|secretsmanager):([^{}]*)}}");

    private DynamicReferences() {}

    /// @throws dev.ecswizard.sandbox.protocol.Refusal if a secure parameter stands where CloudFormation resolves none:
    ///     no property of the types that the sandbox knows takes one
    static void check(Template template) {
        template.resources()
                .values()
                .forEach(resource -> check(resource.properties(), resource.type() + "/Properties"));
    }

    private static void check(Object node, String path) {
        switch (node) {
            case Map<?, ?> map ->
                map.forEach(
                        (key, value) -> check(value, String.valueOf(key).startsWith("Fn::") ? path : path + "/" + key));
            case List<?> list -> list.forEach(item -> check(item, path));
            case String text
            when text.contains("{{resolve:ssm-secure:") ->
                throw Refusals.invalid("SSM Secure reference is not supported in: [" + path + "]");
            default -> {}
        }
    }

    /// @param parameter the value of a parameter of Systems Manager
    /// @throws dev.ecswizard.sandbox.protocol.Refusal if there is no such value
    static Object resolve(Object node, Function<String, Optional<String>> parameter) {
        return switch (node) {
            case String text when text.contains("{{resolve:") -> resolve(text, parameter);
            case Map<?, ?> map -> {
                var resolved = Tree.map(map);
                resolved.replaceAll((_, value) -> resolve(value, parameter));
                yield resolved;
            }
            case List<?> list ->
                list.stream().map(item -> resolve(item, parameter)).toList();
            default -> node;
        };
    }

    private static String resolve(String text, Function<String, Optional<String>> parameter) {
        return REFERENCE
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        switch (match.group(1)) {
                            case "ssm" -> {
                                var name = match.group(2).replaceFirst(":\\d+$", "");
                                yield parameter
                                        .apply(name)
                                        .orElseThrow(() -> Refusals.invalid("Unable to fetch parameters ["
                                                + match.group(2) + "] from parameter store for this account."));
                            }
                            case "secretsmanager" ->
                                throw Refusals.invalid("Secrets Manager can't find the specified secret.");
                            default ->
                                throw Refusals.invalid("SSM Secure reference is not supported in: [" + text + "]");
                        }));
    }
}
