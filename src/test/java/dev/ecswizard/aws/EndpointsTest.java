package dev.ecswizard.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.aws.Endpoints.Service;
import dev.ecswizard.cloud.CloudProblem;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
    private static final URI LOCAL = URI.create("http://127.0.0.1:4566");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://aws.example.com",
                "https://aws.example.com:8443/path",
                "http://127.0.0.1:4566",
                "http://127.1.2.3",
                "http://localhost:4566",
                "http://[::1]:4566"
            })
    void httpsAndLoopbackAreEndpoints(String endpoint) {
        Endpoints.check(URI.create(endpoint));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://aws.example.com",
                "http://10.0.0.1",
                "http://127.0.0.1.example.com",
                "http://localhost.example.com",
                "http://[2001:db8::1]",
                "http://169.254.169.254",
                "ftp://127.0.0.1",
                "https://user:word@aws.example.com",
                "https://aws.example.com?a=b",
                "file:///etc/passwd",
                "127.0.0.1:4566",
                "localhost"
            })
    void everythingElseIsRefusedInWordsThatHoldNoSecret(String endpoint) {
        var uri = URI.create(endpoint.startsWith("127") ? "//" + endpoint : endpoint);
        assertThatThrownBy(() -> Endpoints.check(uri))
                .isInstanceOf(CloudProblem.class)
                .hasMessageContaining("can not be an endpoint")
                .hasMessageNotContaining("word");
    }

    @Test
    void oneForAllWinsOverThoseOfServices() {
        var endpoints = Endpoints.configured(
                Map.of("AWS_ENDPOINT_URL", LOCAL.toString(), "AWS_ENDPOINT_URL_STS", "https://sts.example.com"),
                Optional.empty(),
                Map.of("ec2", "https://ec2.example.com"));
        assertThat(Service.values())
                .allSatisfy(service -> assertThat(endpoints.of(service)).contains(LOCAL));
        assertThat(endpoints.isLoopback()).isTrue();
        assertThat(endpoints.notice()).contains("Everything goes to http://127.0.0.1:4566.");
    }

    @Test
    void theSettingsOfTheToolsHoldInTheirOrder() {
        var endpoints = Endpoints.configured(
                Map.of("AWS_ENDPOINT_URL_EC2", "https://one.example.com"),
                Optional.of("https://three.example.com"),
                Map.of("ec2", "https://two.example.com", "ecs", "https://two.example.com"));
        assertThat(endpoints.of(Service.EC2)).contains(URI.create("https://one.example.com"));
        assertThat(endpoints.of(Service.ECS)).contains(URI.create("https://two.example.com"));
        assertThat(endpoints.of(Service.STS)).contains(URI.create("https://three.example.com"));
        assertThat(endpoints.isLoopback()).isFalse();
    }

    @Test
    void aServicesOwnSettingIsCheckedToo() {
        assertThatThrownBy(() -> Endpoints.configured(
                        Map.of("AWS_ENDPOINT_URL_EC2", "http://aws.example.com"), Optional.empty(), Map.of()))
                .isInstanceOf(CloudProblem.class);
    }

    @Test
    void withoutSettingsEverythingGoesToAwsAndNothingIsSaid() {
        var endpoints = Endpoints.configured(Map.of("AWS_ENDPOINT_URL", " "), Optional.empty(), Map.of());
        assertThat(endpoints).isEqualTo(Endpoints.OF_AWS);
        assertThat(endpoints.notice()).isEmpty();
        assertThat(endpoints.isLoopback()).isFalse();
    }
}
