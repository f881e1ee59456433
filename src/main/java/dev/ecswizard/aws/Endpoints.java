package dev.ecswizard.aws;

import dev.ecswizard.cloud.CloudProblem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Where each service is asked, where it is not AWS.
///
/// What the person gave for this start of the app, or `AWS_ENDPOINT_URL`, holds for every service, those that only
/// serve the credentials included. Without one the settings of the AWS tools hold, in their order:
/// `AWS_ENDPOINT_URL_EC2` and its like, the profile's `services` section, its `endpoint_url` (AWS SDKs and Tools
/// reference guide, "Service-specific endpoints"). All are checked here, before anything is sent.
record Endpoints(Map<Service, URI> byService) {
    static final Endpoints OF_AWS = new Endpoints(Map.of());

    /// The services that are asked, by the ids that settings use.
    enum Service {
        EC2,
        CLOUDFORMATION,
        ECS,
        AUTO_SCALING,
        STS,
        SSM,
        IAM,
        SERVICE_QUOTAS,
        SSO,
        SSO_OIDC;

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Endpoints {
        byService = Map.copyOf(byService);
    }

    static Endpoints allAt(URI endpoint) {
        check(endpoint);
        var all = new EnumMap<Service, URI>(Service.class);
        List.of(Service.values()).forEach(service -> all.put(service, endpoint));
        return new Endpoints(all);
    }

    /// @param ofServices what the profile's `services` section says, by lines such as `ec2` → `endpoint_url = …`
    static Endpoints configured(
            Map<String, String> environment, Optional<String> ofProfile, Map<String, String> ofServices) {
        var every = setting(environment.get("AWS_ENDPOINT_URL"));
        if (every.isPresent()) {
            return allAt(parse(every.get()));
        }
        var own = new EnumMap<Service, URI>(Service.class);
        for (var service : Service.values()) {
            setting(environment.get("AWS_ENDPOINT_URL_" + service.name()))
                    .or(() -> setting(ofServices.get(service.key())))
                    .or(() -> ofProfile.flatMap(Endpoints::setting))
                    .map(Endpoints::parse)
                    .ifPresent(endpoint -> {
                        check(endpoint);
                        own.put(service, endpoint);
                    });
        }
        return new Endpoints(own);
    }

    Optional<URI> of(Service service) {
        return Optional.ofNullable(byService.get(service));
    }

    /// Whether everything stays on this computer.
    boolean isLoopback() {
        return byService.size() == Service.values().length
                && byService.values().stream().allMatch(endpoint -> EndpointUrl.isLoopback(endpoint.getHost()));
    }

    /// What has to stay in sight, if anything goes elsewhere than to AWS.
    Optional<String> notice() {
        if (byService.isEmpty()) {
            return Optional.empty();
        }
        var all = new TreeSet<>(byService.values());
        var key = byService.size() == Service.values().length ? "aws.endpoint.notice" : "aws.endpoint.noticeSome";
        return Optional.of(
                Words.of(key, String.join(", ", all.stream().map(URI::toString).toList())));
    }

    /// @throws CloudProblem unless it is https, or http on loopback, with nothing secret in it
    static void check(URI endpoint) {
        if (!EndpointUrl.isAllowed(endpoint)) {
            throw refusal(endpoint.toString());
        }
    }

    private static Optional<String> setting(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static URI parse(String endpoint) {
        try {
            return new URI(endpoint);
        } catch (URISyntaxException _) {
            throw refusal(endpoint);
        }
    }

    private static CloudProblem refusal(String endpoint) {
        return new CloudProblem(
                CloudProblem.Kind.REFUSED,
                "",
                "",
                Words.of("aws.endpoint.invalid", EndpointUrl.shown(endpoint)),
                "",
                null);
    }
}
