package dev.ecswizard.sandbox.quotas;

import dev.ecswizard.sandbox.protocol.AwsJson;
import dev.ecswizard.sandbox.protocol.Call;
import dev.ecswizard.sandbox.protocol.Constraints;
import dev.ecswizard.sandbox.protocol.Operations;
import dev.ecswizard.sandbox.protocol.Refusal;
import dev.ecswizard.sandbox.protocol.Service;
import dev.ecswizard.sandbox.world.Quota;
import dev.ecswizard.sandbox.world.World;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import software.amazon.awssdk.services.servicequotas.model.AppliedLevelEnum;
import software.amazon.awssdk.services.servicequotas.model.GetAwsDefaultServiceQuotaRequest;
import software.amazon.awssdk.services.servicequotas.model.GetAwsDefaultServiceQuotaResponse;
import software.amazon.awssdk.services.servicequotas.model.GetServiceQuotaRequest;
import software.amazon.awssdk.services.servicequotas.model.GetServiceQuotaResponse;
import software.amazon.awssdk.services.servicequotas.model.ListAwsDefaultServiceQuotasRequest;
import software.amazon.awssdk.services.servicequotas.model.ListAwsDefaultServiceQuotasResponse;
import software.amazon.awssdk.services.servicequotas.model.ListServiceQuotasRequest;
import software.amazon.awssdk.services.servicequotas.model.ListServiceQuotasResponse;
import software.amazon.awssdk.services.servicequotas.model.ServiceQuota;

/// Service Quotas over a world. Of all services it knows EC2 alone, and of EC2 the vCPUs that may run.
public final class ServiceQuotas {
    private static final String EC2 = "ec2";
    private static final Constraints CONSTRAINTS = new Constraints("ValidationException");
    private static final int MOST = 100;

    private final World world;

    private ServiceQuotas(World world) {
        this.world = world;
    }

    public static Service over(World world) {
        return new Service("servicequotas", new AwsJson("ServiceQuotasV20190624", "1.1"), () -> {
            var quotas = new ServiceQuotas(world);
            return new Operations()
                    .on("GetServiceQuota", GetServiceQuotaRequest::builder, quotas::get)
                    .on("GetAWSDefaultServiceQuota", GetAwsDefaultServiceQuotaRequest::builder, quotas::getDefault)
                    .on("ListServiceQuotas", ListServiceQuotasRequest::builder, quotas::list)
                    .on(
                            "ListAWSDefaultServiceQuotas",
                            ListAwsDefaultServiceQuotasRequest::builder,
                            quotas::listDefaults);
        });
    }

    private GetServiceQuotaResponse get(GetServiceQuotaRequest request, Call call) {
        var quota = find(request.serviceCode(), request.quotaCode());
        if (request.contextId() != null) {
            throw noSuchResource("The request failed because applied value for the specified context Id do not exist.");
        }
        return GetServiceQuotaResponse.builder().quota(applied(quota, call)).build();
    }

    private GetAwsDefaultServiceQuotaResponse getDefault(GetAwsDefaultServiceQuotaRequest request, Call call) {
        return GetAwsDefaultServiceQuotaResponse.builder()
                .quota(byDefault(find(request.serviceCode(), request.quotaCode()), call))
                .build();
    }

    private ListServiceQuotasResponse list(ListServiceQuotasRequest request, Call call) {
        refuseOthers(request.serviceCode());
        CONSTRAINTS.between(request.maxResults(), 1, MOST, "maxResults");
        var all = Arrays.stream(Quota.values())
                .filter(quota -> request.quotaCode() == null || quota.code().equals(request.quotaCode()))
                .filter(_ -> request.quotaAppliedAtLevel() != AppliedLevelEnum.RESOURCE)
                .toList();
        int from = from(request.nextToken(), all.size());
        int to = to(from, request.maxResults(), all.size());
        return ListServiceQuotasResponse.builder()
                .quotas(all.subList(from, to).stream()
                        .map(quota -> applied(quota, call))
                        .toList())
                .nextToken(token(to, all.size()))
                .build();
    }

    private ListAwsDefaultServiceQuotasResponse listDefaults(ListAwsDefaultServiceQuotasRequest request, Call call) {
        refuseOthers(request.serviceCode());
        CONSTRAINTS.between(request.maxResults(), 1, MOST, "maxResults");
        var all = List.of(Quota.values());
        int from = from(request.nextToken(), all.size());
        int to = to(from, request.maxResults(), all.size());
        return ListAwsDefaultServiceQuotasResponse.builder()
                .quotas(all.subList(from, to).stream()
                        .map(quota -> byDefault(quota, call))
                        .toList())
                .nextToken(token(to, all.size()))
                .build();
    }

    private static Quota find(String service, String code) {
        CONSTRAINTS.require(code, "quotaCode");
        refuseOthers(service);
        return Quota.withCode(code)
                .orElseThrow(
                        () -> noSuchResource("The request failed because the specified service quota does not exist."));
    }

    private static void refuseOthers(String service) {
        CONSTRAINTS.require(service, "serviceCode");
        if (!service.equals(EC2)) {
            throw noSuchResource("The request failed because the specified service does not exist.");
        }
    }

    private static Refusal noSuchResource(String sentence) {
        return new Refusal(400, "NoSuchResourceException", sentence);
    }

    private ServiceQuota applied(Quota quota, Call call) {
        return described(quota, call, World.ACCOUNT, world.quotas()::of)
                .quotaAppliedAtLevel(AppliedLevelEnum.ACCOUNT)
                .build();
    }

    private static ServiceQuota byDefault(Quota quota, Call call) {
        return described(quota, call, "", Quota::byDefault).build();
    }

    private static ServiceQuota.Builder described(Quota quota, Call call, String account, ToIntFunction<Quota> value) {
        var described = ServiceQuota.builder()
                .serviceCode(EC2)
                .serviceName("Amazon Elastic Compute Cloud (Amazon EC2)")
                .quotaArn("arn:aws:servicequotas:" + call.region() + ":" + account + ":ec2/" + quota.code())
                .quotaCode(quota.code())
                .quotaName(quota.title())
                .value((double) value.applyAsInt(quota))
                .unit("None")
                .adjustable(true)
                .globalQuota(false);
        return quota != Quota.STANDARD
                ? described
                : described.usageMetric(metric -> metric.metricNamespace("AWS/Usage")
                        .metricName("ResourceCount")
                        .metricDimensions(Map.of(
                                "Class", "Standard/OnDemand",
                                "Resource", "vCPU",
                                "Service", "EC2",
                                "Type", "Resource"))
                        .metricStatisticRecommendation("Maximum"));
    }

    private static int from(String token, int size) {
        if (token == null) {
            return 0;
        }
        if (!token.matches("quota/\\d{1,4}") || Integer.parseInt(token.substring(6)) > size) {
            throw new Refusal(400, "InvalidPaginationTokenException", "Invalid pagination token: " + token);
        }
        return Integer.parseInt(token.substring(6));
    }

    private static int to(int from, Integer maxResults, int size) {
        return Math.min(size, from + (maxResults == null ? MOST : maxResults));
    }

    private static String token(int to, int size) {
        return to < size ? "quota/" + to : null;
    }
}
