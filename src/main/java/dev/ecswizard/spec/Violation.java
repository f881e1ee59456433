package dev.ecswizard.spec;

import java.util.List;

/// A value that breaks a rule: under which key, which value, which rule, and what the rule's sentence needs to say it.
///
/// @param key the answer's name, as it stands in a cluster file
/// @param value the offending value as text
/// @param arguments figures for the rule's sentence, such as a limit
public record Violation(String key, String value, Rule rule, List<Object> arguments) {
    public Violation {
        arguments = List.copyOf(arguments);
    }

    /// The rule in words a person can act on, for a field that already bears the key's name.
    public String sentence() {
        return rule.sentence(arguments);
    }
}
