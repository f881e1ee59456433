package dev.ecswizard.cloud;

import java.util.List;

/// What a change set would do to one resource.
///
/// @param physicalId empty if it is to be added
/// @param replacement what becomes of the resource that is there
/// @param isRetained whether a resource that leaves the stack, or its predecessor, stays in the account
/// @param scope which of its attributes change: `Properties`, `Metadata`, `Tags`, `UpdatePolicy` …
public record ResourceChange(
        Action action,
        String logicalId,
        String physicalId,
        String type,
        Replacement replacement,
        boolean isRetained,
        List<String> scope,
        List<Detail> details) {
    public ResourceChange {
        scope = List.copyOf(scope);
        details = List.copyOf(details);
    }

    /// What is done.
    public enum Action {
        ADD,
        MODIFY,
        REMOVE,
        /// CloudFormation knows only when it is done, or the app does not know the word for it.
        OTHER
    }

    /// Whether another resource takes its place (CloudFormation API reference, ResourceChange, `Replacement`).
    public enum Replacement {
        NEVER,
        /// It is known only when it is done.
        PERHAPS,
        CERTAIN
    }

    /// One place where it changes.
    ///
    /// @param attribute one of the scope
    /// @param path of the place within the resource, such as `Properties/MinSize`, or as much of it as AWS says
    /// @param before empty where nothing was there, or AWS does not say
    /// @param after empty where nothing will be there, or AWS does not say
    /// @param recreation what a change at this place does
    /// @param isCertain whether the value will differ; otherwise it is known only when it is done (`Dynamic`)
    /// @param cause the parameter, resource or attribute (`Role.Arn`) that brings it about, or empty
    public record Detail(
            String attribute,
            String path,
            String before,
            String after,
            Replacement recreation,
            boolean isCertain,
            String cause) {}
}
