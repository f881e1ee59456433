package dev.ecswizard.cloud;

import java.util.List;

/// How far a deletion goes. All but the whole is for a stack in DELETE_FAILED only (CloudFormation API reference,
/// DeleteStack, `RetainResources`, `DeletionMode`).
public sealed interface DeletionExtent {
    /// Every resource; what can not be deleted fails it.
    record Whole() implements DeletionExtent {}

    /// Every resource but these, which stay in the account.
    ///
    /// @param logicalIds of resources in DELETE_FAILED, at least one
    record Retaining(List<String> logicalIds) implements DeletionExtent {
        public Retaining {
            logicalIds = List.copyOf(logicalIds);
        }
    }

    /// Every resource that can be deleted; CloudFormation leaves the others in the account (`FORCE_DELETE_STACK`).
    record Forced() implements DeletionExtent {}
}
