package dev.ecswizard.ui;

/// Where a person was last.
///
/// @param connection the id of the connection, such as `profile:ops`
public record Visit(String connection, String region) {}
