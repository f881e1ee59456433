package dev.ecswizard.sandbox.faults;

import dev.ecswizard.sandbox.protocol.Call;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells operations that change something from those that look, by their names as AWS forms them.
final class Operations {
    private static final Pattern LOOKS = Pattern.compile("(Describe|Get|List|Validate|Simulate|Estimate).*");

    private static final Set<String> PREPARE = Set.of("CreateChangeSet", "DeleteChangeSet");

    private Operations() {}

    static boolean change(Call call) {
        return !LOOKS.matcher(call.action()).matches();
    }

    /// Changes that do more than write down what shall be changed.
    static boolean work(Call call) {
        return change(call) && !PREPARE.contains(call.action());
    }
}
