package dev.ecswizard.cloud;

/// A stack in a list of stacks.
public record StackSummary(String id, String name, StackStatus status) {}
