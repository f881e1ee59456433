package dev.ecswizard.sandbox;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/// Real SDK clients for an endpoint.
public record Clients(URI endpoint, String region, String accessKey) {
    private static final SdkHttpClient HTTP = UrlConnectionHttpClient.builder()
            .socketTimeout(Duration.ofSeconds(20))
            .build();

    public Clients(URI endpoint, String region) {
        this(endpoint, region, "AKID");
    }

    /// @param builder such as `Ec2Client.builder()`
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C of(B builder) {
        return builder.httpClient(HTTP)
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "secret")))
                .overrideConfiguration(override ->
                        override.retryStrategy(RetryMode.LEGACY).retryStrategy(strategy -> strategy.maxAttempts(1)))
                .build();
    }
}
