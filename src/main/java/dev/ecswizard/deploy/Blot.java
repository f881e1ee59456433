package dev.ecswizard.deploy;

import java.util.Optional;
import java.util.regex.Pattern;

/// Makes account ids unreadable, so that a text can be shown to strangers: the account's own wherever it stands, any
/// other twelve digits that stand alone as those in an ARN do, and ids such as access keys', which an account id can be
/// computed from.
///
/// @param account the account's own id; nothing to leave texts as they are
public record Blot(Optional<String> account) {
    /// Leaves every text as it is.
    public static final Blot NONE = new Blot(Optional.empty());

    private static final String INK = "************";
    /// The last part of a UUID may be twelve digits, and is no account.
    private static final Pattern OTHERS = Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}"
            + "|(?<![0-9A-Za-z])(?:[0-9]{12}|[0-9]{4}-[0-9]{4}-[0-9]{4}|A(?:3T[A-Z0-9]|KIA|SIA|ROA|IDA|GPA|IPA|NPA|NVA)[A-Z2-7]{16})"
            + "(?![0-9A-Za-z])");

    /// Blots out the account with the given id, and others that can be told as such.
    public static Blot of(String account) {
        return new Blot(Optional.of(account));
    }

    public String in(String text) {
        if (account.isEmpty()) {
            return text;
        }
        var rest = account.get().isEmpty() ? text : text.replace(account.get(), INK);
        return OTHERS.matcher(rest).replaceAll(found -> found.group().length() == 36 ? found.group() : INK);
    }
}
