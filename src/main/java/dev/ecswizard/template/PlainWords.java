package dev.ecswizard.template;

import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Leaves without quotes only what no reader of YAML 1.1 or 1.2 takes for anything but text: words that begin with a
/// letter, a slash or `${`, and are neither a truth value nor a null. Numbers, times and dates all begin otherwise.
final class PlainWords extends StringQuotingChecker {
    private static final long serialVersionUID = 1L;

    private static final Pattern WORDS = Pattern.compile("([A-Za-z/]|\\$\\{)[\\w ./:;<>${}*=,()@+-]*");
    private static final Set<String> RESERVED =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf");

    static boolean isPlain(String text) {
        return WORDS.matcher(text).matches()
                && !text.contains(": ")
                && !text.endsWith(":")
                && !text.endsWith(" ")
                && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean needToQuoteName(String name) {
        return !isPlain(name);
    }

    @Override
    public boolean needToQuoteValue(String value) {
        return !isPlain(value);
    }
}
