package dev.ecswizard.sandbox.ecs;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ecs.model.Attribute;
import software.amazon.awssdk.services.ecs.model.ContainerInstance;

/// A part of ECS's cluster query language (Amazon ECS developer guide, "Create expressions to define container
/// instances"): comparisons with `==`, `!=`, `in` and `exists`, put together by `and`. Everything else is refused.
final class Query {
    private static final Pattern COMPARISON = Pattern.compile("(\\S+?)\\s*(==|!=)\\s*(\\S+)");
    private static final Pattern CHOICE = Pattern.compile("(\\S+)\\s+in\\s+\\[([^\\]]*)]");
    private static final Pattern PRESENCE = Pattern.compile("(attribute:\\S+)\\s+exists");

    private Query() {}

    /// @throws Refusal of what is not understood
    static Predicate<ContainerInstance> of(String expression) {
        if (expression == null || expression.isBlank()) {
            return _ -> true;
        }
        return Pattern.compile("\\s+and\\s+|\\s*&&\\s*")
                .splitAsStream(expression.strip())
                .map(Query::term)
                .reduce(Predicate::and)
                .orElseThrow();
    }

    private static Predicate<ContainerInstance> term(String term) {
        var comparison = COMPARISON.matcher(term);
        if (comparison.matches()) {
            var subject = known(comparison.group(1), term);
            var wanted = plain(comparison.group(3));
            var isEqual = comparison.group(2).equals("==");
            return instance -> value(instance, subject).contains(wanted) == isEqual;
        }
        var choice = CHOICE.matcher(term);
        if (choice.matches()) {
            var subject = known(choice.group(1), term);
            var wanted = List.of(choice.group(2).split(",")).stream()
                    .map(Query::plain)
                    .toList();
            return instance -> value(instance, subject).stream().anyMatch(wanted::contains);
        }
        var presence = PRESENCE.matcher(term);
        if (presence.matches()) {
            return instance -> instance.attributes().stream()
                    .map(Attribute::name)
                    .anyMatch(name -> presence.group(1).equals("attribute:" + name));
        }
        throw refusal(term);
    }

    private static Refusal refusal(String term) {
        return new Refusal(400, "InvalidParameterException", "Filter expression is invalid: " + term);
    }

    private static String plain(String text) {
        return text.strip().replaceAll("^['\"]|['\"]$", "");
    }

    private static String known(String subject, String term) {
        var plain =
                Map.of("ec2InstanceId", true, "agentConnected", true, "runningTasksCount", true, "agentVersion", true);
        if (!plain.containsKey(subject) && !subject.startsWith("attribute:")) {
            throw refusal(term);
        }
        return subject;
    }

    private static List<String> value(ContainerInstance instance, String subject) {
        return switch (subject) {
            case "ec2InstanceId" -> List.of(instance.ec2InstanceId());
            case "agentConnected" -> List.of(String.valueOf(instance.agentConnected()));
            case "runningTasksCount" -> List.of(String.valueOf(instance.runningTasksCount()));
            case "agentVersion" -> List.of(instance.versionInfo().agentVersion());
            default ->
                instance.attributes().stream()
                        .filter(attribute -> subject.equals("attribute:" + attribute.name()))
                        .map(attribute -> attribute.value() == null ? "" : attribute.value())
                        .toList();
        };
    }
}
