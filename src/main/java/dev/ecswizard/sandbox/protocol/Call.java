package dev.ecswizard.sandbox.protocol;

import java.time.Instant;

/// Who asks for what, where and when.
///
/// @param service as in a credential scope, such as `ec2`
/// @param accessKey what the request claims to be signed with, or empty; nobody checks it
/// @param time the sandbox's, not the wall's
public record Call(String service, String action, String region, String accessKey, String requestId, Instant time) {}
