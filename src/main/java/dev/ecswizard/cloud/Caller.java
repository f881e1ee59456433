package dev.ecswizard.cloud;

/// Who AWS takes us for.
///
/// @param account twelve digits
public record Caller(String account, String arn) {}
