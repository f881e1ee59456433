package dev.ecswizard.deploy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The end of what a host wrote to its console.
///
/// @param lines the last ones, [#MOST_LINES] at most and none longer than [#LONGEST_LINE] characters
public record HostConsole(String instanceId, List<String> lines) {
    /// As many as are kept.
    public static final int MOST_LINES = 120;
    /// What is beyond it in a line is cut off.
    public static final int LONGEST_LINE = 500;

    /// From a sign of the whole to a part: the agent's own complaint goes before what cfn-init said before, and that
    /// before the package manager's.
    private static final List<Pattern> COMPLAINTS = List.of(
            Pattern.compile("Unable to register as a container instance"),
            Pattern.compile("ecs-agent.*(level=(error|critical)|\\[(ERROR|CRITICAL)])"),
            Pattern.compile("cfn-signal.*(rror|imeout|No such file)"),
            Pattern.compile(
                    "(cfn-init|Error occurred during build).*(rror|imeout|No such file)|Error occurred during build"),
            Pattern.compile("cloud-init.*(Error|Curl error|Could not resolve|No such file|Failed to)"),
            Pattern.compile("Kernel panic|Out of memory"));
    /// Escape sequences of terminals and other characters that are none.
    private static final Pattern UNPRINTABLE = Pattern.compile("\u001b\\[[0-9;?]*[A-Za-z]|[\\p{Cntrl}&&[^\t]]");

    public HostConsole {
        lines = List.copyOf(lines);
    }

    /// The end of a console.
    ///
    /// @param text all that EC2 gave; nothing of it is kept but the end
    public static HostConsole of(String instanceId, String text) {
        var lines = text.lines()
                .map(line -> UNPRINTABLE.matcher(line).replaceAll("").stripTrailing())
                .filter(line -> !line.isEmpty())
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line)
                .toList();
        return new HostConsole(instanceId, lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()));
    }

    /// The line in which the host says what keeps it from joining, the last of the most telling ones.
    public Optional<String> complaint() {
        return COMPLAINTS.stream()
                .flatMap(pattern ->
                        lines.reversed().stream()
                                .filter(line -> pattern.matcher(line).find())
                                .findFirst()
                                .stream())
                .findFirst()
                // without the seconds since the start
                .map(line -> line.replaceFirst("^\\[ *[0-9.]+] ", ""));
    }
}
