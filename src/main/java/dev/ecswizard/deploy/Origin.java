package dev.ecswizard.deploy;

import java.util.Optional;

/// By which way and where a deployment was begun. Nothing of it is secret.
///
/// @param connection the connection's id, such as `profile:ops`
/// @param label what a person calls it
/// @param account twelve digits
/// @param endpoint what is asked in place of AWS
public record Origin(String connection, String label, String account, String region, Optional<String> endpoint) {}
