package dev.ecswizard.cloud;

/// A region of the partition.
///
/// @param enabled whether the account may use it: AWS says `opt-in-not-required` or `opted-in`
public record Region(String name, boolean enabled) {}
