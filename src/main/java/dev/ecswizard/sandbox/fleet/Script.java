package dev.ecswizard.sandbox.fleet;

import java.util.Optional;
import java.util.regex.Pattern;

/// What a host's user data does, as far as it leads to a signal or into a cluster. It is not run: what counts is the
/// commands that a person would find in it.
///
/// @param isRun whether cloud-init takes it for a script at all
/// @param installsHelpers whether it installs cfn-init and cfn-signal, which are on none of the images
/// @param cluster that it writes into the agent's configuration
/// @param waitsForAgent whether it signals only when the agent has registered
/// @param reportsExit whether the signal tells how the command before it ended; else it is always a success
record Script(
        boolean isRun,
        boolean installsHelpers,
        Optional<Invocation> init,
        Optional<Invocation> signal,
        Optional<String> cluster,
        boolean waitsForAgent,
        boolean reportsExit) {

    private static final Pattern CLUSTER = Pattern.compile("\\bECS_CLUSTER=[\"']?([\\w-]+)");
    private static final Pattern INSTALL =
            Pattern.compile("\\b(yum|dnf|pip3?)\\b[^\\n]*\\binstall\\b[^\\n]*aws-cfn-bootstrap");

    /// A call of a helper.
    record Invocation(String stack, String resource) {
        private static Optional<Invocation> of(String name, String userData) {
            return userData.lines()
                    .filter(line -> line.contains(name + " "))
                    .filter(line -> !line.strip().startsWith("#"))
                    .map(line -> new Invocation(option(line, "--stack", "-s"), option(line, "--resource", "-r")))
                    .filter(helper -> !helper.stack.isEmpty() && !helper.resource.isEmpty())
                    .findFirst();
        }

        private static String option(String line, String name, String letter) {
            var option = Pattern.compile("(?:^|\\s)(?:" + name + "(?:\\s+|=)|" + letter + "\\s+)[\"']?([^\\s\"';|&]+)")
                    .matcher(line);
            return option.find() ? option.group(1) : "";
        }
    }

    static Script of(String userData) {
        var text = userData.replace("\\\n", " ");
        var call = text.indexOf("cfn-signal");
        return new Script(
                text.stripLeading().startsWith("#!") || text.contains("\n#!"),
                INSTALL.matcher(text).find(),
                Invocation.of("cfn-init", text),
                Invocation.of("cfn-signal", text),
                clusterIn(text),
                call >= 0 && text.substring(0, call).contains("localhost:51678"),
                call >= 0 && text.substring(call).lines().findFirst().orElse("").contains("$?"));
    }

    /// The cluster that a piece of text puts into the agent's configuration; the last one holds.
    static Optional<String> clusterIn(String text) {
        return CLUSTER.matcher(text).results().reduce((_, last) -> last).map(found -> found.group(1));
    }
}
