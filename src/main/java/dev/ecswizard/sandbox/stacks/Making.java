package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.time.Ids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One resource's turn to be made: what it is to be, and what is there already.
///
/// @param metadata worked out, as the properties and the policies are
/// @param stackTags of the plan that it is part of
record Making(
        Stack stack,
        Template.Declared declared,
        Map<String, Object> properties,
        Map<String, Object> metadata,
        Map<String, Object> creationPolicy,
        Map<String, Object> updatePolicy,
        Map<String, String> stackTags,
        RegionStacks home) {

    /// What became of it.
    ///
    /// @param ref what `Ref` gives
    /// @param settling what still has to happen until it is complete
    record Made(String ref, Map<String, String> attributes, Thing thing, Settling settling) {}

    /// How a resource that was begun becomes complete, in seconds as they would pass in AWS.
    sealed interface Settling {
        record After(double seconds) implements Settling {}

        /// A group whose hosts are replaced by and by.
        record Rolling(Thing.Group group, RollingPolicy policy) implements Settling {}

        record Fails(double seconds, String sentence) implements Settling {}

        /// A group that waits for signals of its hosts.
        record Signals(String group, int wanted, int percent, double timeout) implements Settling {}

        /// A group that waits until it has what it desires.
        record Stable(String group) implements Settling {}
    }

    /// Thrown where a resource can not be made; the message is the event's reason.
    static final class Failure extends Exception {
        private static final long serialVersionUID = 1L;

        Failure(String reason) {
            super(reason, null, false, false);
        }
    }

    /// A resource as a plan has it. All that it needs has been made.
    ///
    /// @throws dev.ecswizard.sandbox.protocol.Refusal if a function can not be worked out
    static Making of(Stack stack, Plan plan, Template.Declared declared) {
        var functions = plan.functions();
        return new Making(
                stack,
                declared,
                Tree.map(functions.value(declared.properties())),
                Tree.map(functions.value(Tree.map(declared.body(), "Metadata"))),
                Tree.map(functions.value(Tree.map(declared.body(), "CreationPolicy"))),
                Tree.map(functions.value(Tree.map(declared.body(), "UpdatePolicy"))),
                plan.desired().tagsByKey(),
                stack.home());
    }

    Making with(Map<String, Object> properties, Map<String, Object> metadata) {
        return new Making(stack, declared, properties, metadata, creationPolicy, updatePolicy, stackTags, home);
    }

    World world() {
        return home.world();
    }

    Ids ids() {
        return home.ids();
    }

    Inventory inventory() {
        return home.inventory();
    }

    Optional<String> text(String... path) {
        return Tree.text(properties, path);
    }

    /// A name as CloudFormation makes one up: the stack's, the resource's, and twelve characters.
    String name(int limit) {
        var tail = "-" + ids().mixed(12);
        var head = stack.name() + "-" + declared.logicalId();
        return head.substring(0, Math.min(head.length(), limit - tail.length())) + tail;
    }

    String arn(String service, String region, String resource) {
        return "arn:" + stack.partition() + ":" + service + ":" + region + ":" + world().account() + ":" + resource;
    }

    /// The resource's own tags, the stack's, and those that CloudFormation adds.
    Map<String, String> tags() {
        var tags = new LinkedHashMap<>(stackTags);
        tags.putAll(Tree.tags(properties.get("Tags")));
        tags.put("aws:cloudformation:stack-name", stack.name());
        tags.put("aws:cloudformation:logical-id", declared.logicalId());
        tags.put("aws:cloudformation:stack-id", stack.id());
        return tags;
    }

    /// A service's refusal, as the registry's handlers report it.
    Failure refused(String service, int status, String sentence, String code) {
        return handler(
                sentence + " (Service: " + service + ", Status Code: " + status + ", Request ID: " + ids().uuid()
                        + ") (SDK Attempt Count: 1)",
                code);
    }

    /// Whether a stack of this region made something of that type and name.
    boolean isMade(String identifier) {
        return inventory().find(declared.type(), identifier).isPresent();
    }

    /// The refusal to make what is there already.
    Failure exists(String identifier) {
        return inventory()
                .owner(declared.type(), identifier)
                .map(owner -> new Failure(identifier + " already exists in stack " + owner))
                .orElseGet(() -> handler(
                        "Resource of type '" + declared.type() + "' with identifier '" + identifier
                                + "' already exists.",
                        "AlreadyExists"));
    }

    Failure handler(String message, String code) {
        return new Failure("Resource handler returned message: \"" + message + "\" (RequestToken: " + ids().uuid()
                + ", HandlerErrorCode: " + code + ")");
    }

    List<String> texts(String key) {
        return Tree.texts(properties.get(key));
    }
}
