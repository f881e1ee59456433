package dev.ecswizard.sandbox.stacks;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;

/// Change sets of the stack `web` on a stage.
final class Drafts {
    final ChangeSets sets;
    private final Stage stage;

    Drafts(Stage stage) {
        this.stage = stage;
        this.sets = stage.engine.changeSets();
    }

    static CreateChangeSetRequest.Builder create(String name, String template) {
        return CreateChangeSetRequest.builder()
                .stackName("web")
                .changeSetName(name)
                .changeSetType(ChangeSetType.CREATE)
                .templateBody(template)
                .capabilities(Capability.CAPABILITY_NAMED_IAM);
    }

    static CreateChangeSetRequest.Builder update(String name, String template) {
        return create(name, template).changeSetType(ChangeSetType.UPDATE);
    }

    /// The change set's ARN, at once.
    String begin(CreateChangeSetRequest.Builder request) {
        return sets.createChangeSet(request.build(), Stage.REGION).id();
    }

    /// The change set's ARN, when it is known what it would do.
    String make(CreateChangeSetRequest.Builder request) {
        var id = begin(request);
        stage.pass(Duration.ofSeconds(1));
        return id;
    }

    DescribeChangeSetResponse describe(String id) {
        return describe(id, false);
    }

    DescribeChangeSetResponse describe(String id, boolean withValues) {
        return sets.describeChangeSet(
                DescribeChangeSetRequest.builder()
                        .changeSetName(id)
                        .includePropertyValues(withValues)
                        .build(),
                Stage.REGION);
    }

    void execute(String id) {
        execute(id, _ -> {});
    }

    void execute(String id, Consumer<ExecuteChangeSetRequest.Builder> more) {
        sets.executeChangeSet(
                ExecuteChangeSetRequest.builder()
                        .changeSetName(id)
                        .applyMutation(more)
                        .build(),
                Stage.REGION);
    }

    /// What the stack's change from one template to another is said to be.
    String changes(
            String before, String after, Map<String, String> old, Map<String, String> values, boolean withValues) {
        if (stage.engine.on(Stage.REGION, home -> home.find("web")).isEmpty()) {
            stage.create(Stage.request("web", before).parameters(Stage.parameters(old)));
            stage.passAll();
        }
        var id = make(update("next", after).parameters(Stage.parameters(values)));
        return text(describe(id, withValues));
    }

    String changes(String before, String after) {
        return changes(before, after, Map.of(), Map.of(), false);
    }

    String values(String before, String after) {
        return changes(before, after, Map.of(), Map.of(), true);
    }

    static String text(DescribeChangeSetResponse set) {
        var text = new StringBuilder();
        if (set.statusReason() != null) {
            text.append(set.statusAsString())
                    .append(' ')
                    .append(set.statusReason())
                    .append('\n');
        }
        set.changes().forEach(change -> append(change, text));
        return text.toString();
    }

    private static void append(Change change, StringBuilder text) {
        var resource = change.resourceChange();
        text.append(resource.actionAsString()).append(' ').append(resource.logicalResourceId());
        Optional.ofNullable(resource.replacementAsString())
                .ifPresent(replacement -> text.append(" replacement ").append(replacement));
        Optional.ofNullable(resource.policyActionAsString())
                .ifPresent(policy -> text.append(' ').append(policy));
        text.append(resource.scope().isEmpty() ? "" : " " + resource.scopeAsStrings())
                .append('\n');
        resource.details().forEach(detail -> append(detail, text));
    }

    private static void append(ResourceChangeDetail detail, StringBuilder text) {
        var target = detail.target();
        text.append("  ").append(target.attributeAsString());
        Optional.ofNullable(target.name()).ifPresent(name -> text.append(' ').append(name));
        Optional.ofNullable(target.path())
                .ifPresent(path -> text.append(' ')
                        .append(target.attributeChangeTypeAsString())
                        .append(' ')
                        .append(path)
                        .append(" [")
                        .append(target.beforeValue())
                        .append("] [")
                        .append(target.afterValue())
                        .append(']'));
        text.append(' ')
                .append(target.requiresRecreationAsString())
                .append(' ')
                .append(detail.evaluationAsString())
                .append(' ')
                .append(detail.changeSourceAsString());
        Optional.ofNullable(detail.causingEntity())
                .ifPresent(cause -> text.append(' ').append(cause));
        text.append('\n');
    }
}
