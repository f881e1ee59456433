package dev.ecswizard.cloud;

import java.util.List;

/// A VPC.
///
/// @param name its Name tag, or empty
/// @param cidrs its IPv4 blocks, the primary one first
/// @param ownerId the account it belongs to; another one than the caller's means that it is shared
public record Vpc(String id, String name, List<String> cidrs, boolean isDefault, String ownerId) {
    public Vpc {
        cidrs = List.copyOf(cidrs);
    }
}
