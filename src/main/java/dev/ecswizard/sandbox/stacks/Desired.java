package dev.ecswizard.sandbox.stacks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.RollbackConfiguration;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/// What a stack is to be, as somebody asked for it: replaced by an update, restored by its roll-back.
///
/// @param roleArn null if none was given
/// @param rollback alarms to watch; never null
record Desired(
        Template template,
        Parameters parameters,
        List<Tag> tags,
        List<String> capabilities,
        List<String> notificationArns,
        String roleArn,
        RollbackConfiguration rollback) {

    /// Of a stack for which there is only a change set.
    static final Desired NOTHING = new Desired(
            Template.NONE,
            new Parameters(Template.NONE, Map.of(), Map.of()),
            List.of(),
            List.of(),
            List.of(),
            null,
            RollbackConfiguration.builder().build());

    static Desired of(CreateStackRequest request, Template template, Parameters parameters) {
        return new Desired(
                template,
                parameters,
                request.tags(),
                request.capabilitiesAsStrings(),
                request.notificationARNs(),
                request.roleARN(),
                request.rollbackConfiguration() == null ? NOTHING.rollback() : request.rollbackConfiguration());
    }

    Map<String, String> tagsByKey() {
        var byKey = new LinkedHashMap<String, String>();
        tags.forEach(tag -> byKey.put(tag.key(), tag.value()));
        return byKey;
    }
}
