package dev.ecswizard.sandbox.quotas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.sandbox.Altered;
import dev.ecswizard.sandbox.Clients;
import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.sandbox.world.Quota;
import java.io.IOException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.servicequotas.model.ServiceQuota;
import software.amazon.awssdk.services.servicequotas.model.ServiceQuotasException;

/// Service Quotas as a client meets it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceQuotasTest {
    private Sandbox sandbox;
    private ServiceQuotasClient quotas;

    @BeforeAll
    void start() throws IOException {
        sandbox = Altered.sandbox(world -> world.quotas().set(Quota.X, 12));
        quotas = new Clients(sandbox.endpoint(), "eu-west-1").of(ServiceQuotasClient.builder());
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private static void assertRefused(ThrowingCallable call, String code, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ServiceQuotasException.class, e -> {
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
            assertThat(e.statusCode()).isEqualTo(400);
        });
    }

    private ServiceQuota get(String code) {
        return quotas.getServiceQuota(request -> request.serviceCode("ec2").quotaCode(code))
                .quota();
    }

    @Test
    void theAccountsFigureIsNotTheDefault() {
        var quota = get("L-1216C47A");
        assertThat(quota.value()).isEqualTo(20_000);
        assertThat(quota.quotaName()).isEqualTo("Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances");
        assertThat(quota.quotaArn()).isEqualTo("arn:aws:servicequotas:eu-west-1:123456789012:ec2/L-1216C47A");
        assertThat(quota.adjustable()).isTrue();
        var byDefault = quotas.getAWSDefaultServiceQuota(
                        request -> request.serviceCode("ec2").quotaCode("L-1216C47A"))
                .quota();
        assertThat(byDefault.value()).isEqualTo(5);
        assertThat(byDefault.quotaArn()).isEqualTo("arn:aws:servicequotas:eu-west-1::ec2/L-1216C47A");
    }

    @Test
    void aFigureThatIsChangedIsTold() {
        assertThat(get("L-7295265B").value()).isEqualTo(12);
    }

    @Test
    void allAreListedInPagesOfTheLengthAskedFor() {
        var pages = quotas
                .listServiceQuotasPaginator(
                        request -> request.serviceCode("ec2").maxResults(7))
                .stream()
                .toList();
        assertThat(pages).extracting(page -> page.quotas().size()).containsExactly(7, 7, 4);
        assertThat(pages.stream().flatMap(page -> page.quotas().stream()).toList())
                .isEqualTo(quotas.listServiceQuotas(request -> request.serviceCode("ec2"))
                        .quotas());
        assertThat(quotas.listServiceQuotas(
                                request -> request.serviceCode("ec2").quotaCode("L-1216C47A"))
                        .quotas())
                .containsExactly(get("L-1216C47A"));
        assertThat(quotas.listAWSDefaultServiceQuotas(request -> request.serviceCode("ec2"))
                        .quotas())
                .filteredOn(quota -> quota.value() > 0)
                .extracting(ServiceQuota::quotaCode)
                .containsExactly("L-1216C47A", "L-34B43A08");
    }

    @Test
    void unknownServicesQuotasAndPagesAreRefused() {
        assertRefused(
                () -> get("L-00000000"),
                "NoSuchResourceException",
                "The request failed because the specified service quota does not exist.");
        assertRefused(
                () -> quotas.listServiceQuotas(request -> request.serviceCode("EC2")),
                "NoSuchResourceException",
                "The request failed because the specified service does not exist.");
        assertRefused(
                () -> quotas.listServiceQuotas(
                        request -> request.serviceCode("ec2").maxResults(101)),
                "ValidationException",
                "1 validation error detected: Value '101' at 'maxResults' failed to satisfy constraint: Member must"
                        + " have value less than or equal to 100");
        assertRefused(
                () -> quotas.listServiceQuotas(
                        request -> request.serviceCode("ec2").nextToken("garbage")),
                "InvalidPaginationTokenException",
                "Invalid pagination token: garbage");
        assertRefused(
                () -> quotas.getServiceQuota(request -> request.serviceCode("ec2")),
                "ValidationException",
                "1 validation error detected: Value null at 'quotaCode' failed to satisfy constraint: Member must not"
                        + " be null");
    }
}
