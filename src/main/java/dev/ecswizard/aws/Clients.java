package dev.ecswizard.aws;

import dev.ecswizard.aws.Endpoints.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// The SDK's clients of one connection, one a service and region, made when first asked for.
///
/// Everything that the SDK would look up by itself is said here: region, endpoint, defaults mode (`auto` would ask the
/// instance metadata service), settings files.
final class Clients implements AutoCloseable {
    private static final String KEPT_CONNECTIONS = "http.maxConnections";
    private static final String APP = "ecs-cluster-wizard";

    private final AwsCredentialsProvider credentials;
    private final Network network;
    private final SdkHttpClient http;
    private final ScheduledExecutorService clock;
    private final Map<List<String>, SdkAutoCloseable> made = new HashMap<>();
    private boolean closed;

    /// How AWS is reached.
    record Network(Endpoints endpoints, boolean fips, boolean dualstack, Patience patience) {
        static final Network OF_AWS = new Network(Endpoints.OF_AWS, false, false, Patience.USUAL);
    }

    Clients(AwsCredentialsProvider credentials, Network network) {
        this(credentials, network, http(network));
    }

    /// @param http over which everything is asked; closed with the clients
    Clients(AwsCredentialsProvider credentials, Network network, SdkHttpClient http) {
        this.credentials = credentials;
        this.network = network;
        this.http = http;
        this.clock = Executors.newScheduledThreadPool(
                1, Thread.ofPlatform().daemon().name("aws-timeouts").factory());
    }

    /// The JDK keeps five connections to a host, and reads this setting once; a region's lists are asked for by more at
    /// the same time, and a new connection costs three round trips.
    private static SdkHttpClient http(Network network) {
        if (System.getProperty(KEPT_CONNECTIONS) == null) {
            System.setProperty(KEPT_CONNECTIONS, "20");
        }
        var builder = UrlConnectionHttpClient.builder()
                .connectionTimeout(network.patience().connect())
                .socketTimeout(network.patience().attempt());
        if (network.endpoints().isLoopback()) {
            builder.proxyConfiguration(ProxyConfiguration.builder()
                    .useSystemPropertyValues(false)
                    .useEnvironmentVariablesValues(false)
                    .build());
        }
        return builder.build();
    }

    /// Makes every client that a region is asked by before a stack is there.
    void ready(String region, String homeRegion) {
        ec2(region);
        cloudFormation(region);
        ecs(region);
        ssm(region);
        serviceQuotas(region);
        iam(homeRegion);
    }

    Ec2Client ec2(String region) {
        return client(Service.EC2, region, () -> build(Ec2Client.builder(), Service.EC2, region), Ec2Client.class);
    }

    CloudFormationClient cloudFormation(String region) {
        return client(
                Service.CLOUDFORMATION,
                region,
                () -> build(CloudFormationClient.builder(), Service.CLOUDFORMATION, region),
                CloudFormationClient.class);
    }

    EcsClient ecs(String region) {
        return client(Service.ECS, region, () -> build(EcsClient.builder(), Service.ECS, region), EcsClient.class);
    }

    AutoScalingClient autoScaling(String region) {
        return client(
                Service.AUTO_SCALING,
                region,
                () -> build(AutoScalingClient.builder(), Service.AUTO_SCALING, region),
                AutoScalingClient.class);
    }

    StsClient sts(String region) {
        return client(Service.STS, region, () -> build(StsClient.builder(), Service.STS, region), StsClient.class);
    }

    SsmClient ssm(String region) {
        return client(Service.SSM, region, () -> build(SsmClient.builder(), Service.SSM, region), SsmClient.class);
    }

    ServiceQuotasClient serviceQuotas(String region) {
        return client(
                Service.SERVICE_QUOTAS,
                region,
                () -> build(ServiceQuotasClient.builder(), Service.SERVICE_QUOTAS, region),
                ServiceQuotasClient.class);
    }

    /// One for all regions of a partition; the region says which partition.
    IamClient iam(String region) {
        return client(Service.IAM, region, () -> build(IamClient.builder(), Service.IAM, region), IamClient.class);
    }

    SsoClient sso(String region) {
        return client(Service.SSO, region, () -> build(SsoClient.builder(), Service.SSO, region), SsoClient.class);
    }

    SsoOidcClient ssoOidc(String region) {
        return client(
                Service.SSO_OIDC,
                region,
                () -> build(SsoOidcClient.builder(), Service.SSO_OIDC, region),
                SsoOidcClient.class);
    }

    private synchronized <C extends SdkAutoCloseable> C client(
            Service service, String region, Supplier<C> maker, Class<C> type) {
        if (closed) {
            throw Problems.cancelled(null);
        }
        return type.cast(made.computeIfAbsent(List.of(service.name(), region), _ -> maker.get()));
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
            B builder, Service service, String region) {
        var endpoint = network.endpoints().of(service);
        endpoint.ifPresent(builder::endpointOverride);
        return builder.region(Region.of(region))
                .credentialsProvider(credentials)
                .httpClient(http)
                .defaultsMode(DefaultsMode.STANDARD)
                // AWS has such endpoints, others do not
                .fipsEnabled(network.fips() && endpoint.isEmpty())
                .dualstackEnabled(network.dualstack() && endpoint.isEmpty())
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .apiCallAttemptTimeout(network.patience().attempt())
                        .apiCallTimeout(network.patience().whole())
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(network.patience().attempts())
                                .build())
                        .appId(APP)
                        .defaultProfileFile(ProfileFile.aggregator().build())
                        .defaultProfileName(APP)
                        .scheduledExecutorService(clock)
                        .addExecutionInterceptor(new WebPageAnswer())
                        .build())
                .build();
    }

    @Override
    public void close() {
        List<SdkAutoCloseable> clients;
        synchronized (this) {
            closed = true;
            clients = new ArrayList<>(made.values());
            made.clear();
        }
        clients.forEach(SdkAutoCloseable::close);
        http.close();
        clock.shutdownNow();
    }
}
