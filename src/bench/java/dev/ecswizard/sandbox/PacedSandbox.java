package dev.ecswizard.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// A sandbox in a process of its own, that tells what it was asked. Its argument is how many of its seconds pass in one
/// of ours. It prints its endpoint; then, for each access key that it reads, when CloudFormation was asked with it for
/// something that changes nothing (ms since 1970), a line each, and an empty line.
final class PacedSandbox {
    private static final Set<String> READS = Set.of("Describe", "List", "Get");

    private PacedSandbox() {}

    public static void main(String[] arguments) throws IOException {
        var options = Sandbox.Options.DEFAULT.withPace(Double.parseDouble(arguments[0]));
        try (var sandbox = Sandbox.start(0, options)) {
            System.out.println(sandbox.endpoint());
            var asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (var key = asked.readLine(); key != null; key = asked.readLine()) {
                tell(sandbox, key);
            }
        }
    }

    private static void tell(Sandbox sandbox, String key) {
        sandbox.ledger().entries().stream()
                .map(entry -> entry.call())
                .filter(call -> call.accessKey().equals(key)
                        && call.service().equals("cloudformation")
                        && READS.stream().anyMatch(call.action()::startsWith))
                .forEach(call -> System.out.println(call.time().toEpochMilli() + " " + call.action()));
        System.out.println();
    }
}
