package dev.ecswizard.cloud;

/// A stack in the list of a region's stacks, with what only that list tells.
///
/// @param description the template's, or empty
/// @param isProtected whether CloudFormation refuses to delete it (`EnableTerminationProtection`)
public record StandingStack(Stack stack, String description, boolean isProtected) {}
