package dev.ecswizard.sandbox.protocol;

import software.amazon.awssdk.core.SdkPojo;

/// How a service is asked and how it answers. Generic over the SDK's model classes, whose fields say their names on the
/// wire.
public sealed interface Protocol permits Ec2Query, AwsQuery, AwsJson {
    /// Fills a request's builder.
    ///
    /// @throws Refusal if a value is not of the type that the service wants
    void read(Incoming incoming, SdkPojo builder);

    /// The body of an answer.
    Body answer(Call call, SdkPojo response);

    /// The body of an error.
    Body refusal(Call call, Refusal refusal);

    Refusal unknownAction(String action);

    /// What AWS says where the app itself failed.
    Refusal internalFailure();

    /// What AWS says of credentials that are none in this region.
    Refusal unknownCredentials();

    /// What AWS says where an account asks too often.
    Refusal throttled();

    /// What AWS says of credentials whose time is over.
    Refusal expiredCredentials();

    String contentType();
}
