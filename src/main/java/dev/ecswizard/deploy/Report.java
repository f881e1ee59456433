package dev.ecswizard.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A deployment, to be kept in a file. Made into text away from the window's thread: a long log takes its time.
///
/// @param caller who deployed, as an ARN; nothing where it was not this app
/// @param status the last that was seen of the stack, or empty
/// @param cause what failed first
/// @param template the body that was sent; nothing where it was not this app
/// @param parameters as the stack has them
/// @param changes what was going to be done, in sentences
/// @param expected resources of the template
/// @param events oldest first
/// @param hosts what was seen of the stack's
/// @param saved when it is written
public record Report(
        String stackName,
        String stackId,
        String account,
        Optional<String> caller,
        String region,
        String status,
        Optional<StackEvent> cause,
        Optional<String> template,
        Map<String, String> parameters,
        List<String> changes,
        List<TemplateResource> expected,
        List<StackEvent> events,
        List<Stack.Output> outputs,
        Optional<HostsSeen> hosts,
        Instant saved) {
    private static final JsonMapper JSON = new JsonMapper();

    public Report {
        changes = List.copyOf(changes);
        expected = List.copyOf(expected);
        events = List.copyOf(events);
        outputs = List.copyOf(outputs);
    }

    /// The ends of the consoles of hosts that were late.
    List<HostConsole> consoles() {
        return hosts.map(HostsSeen::consoles).orElse(List.of());
    }

    /// The log, an event a line, times in UTC; columns are parted by tabs and the reason is the last one. Below it what
    /// hosts wrote to their consoles, each under a line that names the host.
    public String text(Blot blot) {
        var log = events.stream()
                .map(event -> String.join(
                        "\t",
                        event.time().toString(),
                        event.logicalId(),
                        event.type(),
                        event.status().name(),
                        event.physicalId(),
                        event.reason().replaceAll("\\s+", " ")))
                .map(blot::in);
        var said = consoles().stream()
                .flatMap(console -> Stream.concat(
                        Stream.of("", Words.of("deploy.page.console", console.instanceId())),
                        console.lines().stream().map(blot::in)));
        return Stream.concat(log, said).collect(Collectors.joining("\n", "", "\n"));
    }

    /// The log, a JSON object a line, named as the AWS CLI names its parts; then one for each console, with the lines
    /// of its end.
    public String jsonLines(Blot blot) {
        return Stream.concat(
                        events.stream().map(event -> json(event, blot)),
                        consoles().stream().map(console -> json(console, blot)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /// The deployment as a web page that needs nothing but itself.
    public String webPage(Blot blot) {
        return new WebPage(this, blot).text();
    }

    private static String json(HostConsole console, Blot blot) {
        var parts = JSON.createObjectNode().put("InstanceId", console.instanceId());
        var lines = parts.putArray("Output");
        console.lines().forEach(line -> lines.add(blot.in(line)));
        return parts.toString();
    }

    private static String json(StackEvent event, Blot blot) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("Timestamp", event.time().toString());
        parts.put("EventId", event.id());
        parts.put("StackId", event.stackId());
        parts.put("LogicalResourceId", event.logicalId());
        parts.put("PhysicalResourceId", event.physicalId());
        parts.put("ResourceType", event.type());
        parts.put("ResourceStatus", event.status().name());
        parts.put("ResourceStatusReason", event.reason());
        parts.values().removeIf(String::isEmpty);
        // texts, before they are escaped; nothing that the escapes hide stays readable
        parts.replaceAll((_, text) -> blot.in(text));
        try {
            return JSON.writeValueAsString(parts);
        } catch (JsonProcessingException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
