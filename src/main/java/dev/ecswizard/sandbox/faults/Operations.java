package dev.ecswizard.sandbox.faults;

import dev.ecswizard.sandbox.protocol.Call;
import java.util.regex.Pattern;

/// Tells operations that change something from those that look, by their names as AWS forms them.
final class Operations {
    private static final Pattern LOOKS = Pattern.compile("(Describe|Get|List|Validate|Simulate|Estimate).*");

    private Operations() {}

    static boolean change(Call call) {
        return !LOOKS.matcher(call.action()).matches();
    }
}
