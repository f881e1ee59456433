package dev.ecswizard.cloud;

/// A resource of a stack.
///
/// @param physicalId or empty while there is none
/// @param reason or empty
public record StackResource(String logicalId, String physicalId, String type, StackStatus status, String reason) {}
