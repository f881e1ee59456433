package dev.ecswizard.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ecswizard.aws.Endpoints.Service;
import dev.ecswizard.cloud.CloudProblem;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
    private static final URI LOCAL = URI.create("http://127.0.0.1:4566");

    @ParameterizedTest
    @FieldSource("dev.ecswizard.aws.EndpointUrlTest#ALLOWED")
    void httpsAndLoopbackAreEndpoints(String endpoint) {
        assertThat(only(endpoint).of(Service.EC2)).contains(URI.create(endpoint));
    }

    @ParameterizedTest
    @FieldSource("dev.ecswizard.aws.EndpointUrlTest#REFUSED")
    void everythingElseIsRefused(String endpoint) {
        assumeThat(endpoint).isNotEmpty();
        assertThatThrownBy(() -> only(endpoint))
                .isInstanceOf(CloudProblem.class)
                .hasMessageContaining("can not be an endpoint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://user:word@aws.example.com", "https://user:w^word@aws.example.com"})
    void aRefusalHoldsNoSecret(String endpoint) {
        assertThatThrownBy(() -> only(endpoint))
                .isInstanceOf(CloudProblem.class)
                .hasMessageStartingWith("https://aws.example.com can not")
                .hasMessageNotContaining("word");
    }

    private static Endpoints only(String endpoint) {
        return Endpoints.configured(Map.of("AWS_ENDPOINT_URL", endpoint), Optional.empty(), Map.of());
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
