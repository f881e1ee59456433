package dev.ecswizard.sandbox.ssm;

import dev.ecswizard.sandbox.protocol.AwsJson;
import dev.ecswizard.sandbox.protocol.Call;
import dev.ecswizard.sandbox.protocol.Constraints;
import dev.ecswizard.sandbox.protocol.Operations;
import dev.ecswizard.sandbox.protocol.Refusal;
import dev.ecswizard.sandbox.protocol.Service;
import dev.ecswizard.sandbox.world.PublicParameter;
import dev.ecswizard.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ssm.model.GetParameterRequest;
import software.amazon.awssdk.services.ssm.model.GetParameterResponse;
import software.amazon.awssdk.services.ssm.model.GetParametersByPathRequest;
import software.amazon.awssdk.services.ssm.model.GetParametersByPathResponse;
import software.amazon.awssdk.services.ssm.model.GetParametersRequest;
import software.amazon.awssdk.services.ssm.model.GetParametersResponse;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterStringFilter;

/// Systems Manager's parameter store over a world: the public parameters that name images. The account has none of its
/// own.
public final class Ssm {
    private static final Constraints CONSTRAINTS = new Constraints("ValidationException");
    private static final Pattern NAME = Pattern.compile("/?[\\w.-]+(/[\\w.-]+)*");
    private static final Pattern PATH = Pattern.compile("(/[\\w.-]+)*/?");
    private static final int MOST = 10;

    private final World world;

    private Ssm(World world) {
        this.world = world;
    }

    public static Service over(World world) {
        return new Service("ssm", new AwsJson("AmazonSSM", "1.1"), () -> {
            var ssm = new Ssm(world);
            return new Operations()
                    .on("GetParameter", GetParameterRequest::builder, ssm::parameter)
                    .on("GetParameters", GetParametersRequest::builder, ssm::parameters)
                    .on("GetParametersByPath", GetParametersByPathRequest::builder, ssm::byPath);
        });
    }

    /// A name as a request gives it: whole or as an ARN, perhaps with a version or a label behind a colon.
    private record Wanted(String name, String selector) {
        static Wanted of(String text, String region) {
            var arn = "arn:aws:ssm:" + region + "::parameter";
            var plain = text.startsWith(arn) ? text.substring(arn.length()) : text;
            int colon = plain.indexOf(':');
            var wanted = colon < 0
                    ? new Wanted(plain, "")
                    : new Wanted(plain.substring(0, colon), plain.substring(colon + 1));
            if (!NAME.matcher(wanted.name()).matches()
                    || wanted.name().indexOf('/') > 0
                    || wanted.name().matches("(?i)/?ssm.*")) {
                throw new Refusal(
                        400,
                        "ValidationException",
                        "Parameter name: can't be prefixed with \"ssm\" (case-insensitive). If formed as a path, it can"
                                + " consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix"
                                + " of letters, numbers and the following 3 symbols .-_");
            }
            return wanted;
        }

        boolean selects(PublicParameter parameter) {
            return selector.isEmpty() || selector.equals(Long.toString(parameter.version()));
        }
    }

    private GetParameterResponse parameter(GetParameterRequest request, Call call) {
        CONSTRAINTS.require(request.name(), "name");
        var wanted = Wanted.of(request.name(), call.region());
        var found = Optional.ofNullable(all(call).get(wanted.name()))
                .orElseThrow(
                        () -> new Refusal(400, "ParameterNotFound", "Parameter " + request.name() + " not found."));
        if (!wanted.selects(found)) {
            throw new Refusal(
                    400,
                    "ParameterVersionNotFound",
                    "Systems Manager could not find version " + wanted.selector() + " of " + wanted.name()
                            + ". Verify the version and try again.");
        }
        return GetParameterResponse.builder()
                .parameter(described(found, wanted.selector(), call))
                .build();
    }

    private GetParametersResponse parameters(GetParametersRequest request, Call call) {
        CONSTRAINTS.require(request.hasNames() ? request.names() : null, "names");
        CONSTRAINTS.atLeastOne(request.names(), "names");
        CONSTRAINTS.atMost(MOST, request.names(), "names");
        var found = new ArrayList<Parameter>();
        var invalid = new ArrayList<String>();
        for (var name : request.names().stream().distinct().toList()) {
            var wanted = Wanted.of(name, call.region());
            Optional.ofNullable(all(call).get(wanted.name()))
                    .filter(wanted::selects)
                    .ifPresentOrElse(
                            parameter -> found.add(described(parameter, wanted.selector(), call)),
                            () -> invalid.add(name));
        }
        return GetParametersResponse.builder()
                .parameters(found)
                .invalidParameters(invalid)
                .build();
    }

    private GetParametersByPathResponse byPath(GetParametersByPathRequest request, Call call) {
        CONSTRAINTS.require(request.path(), "path");
        CONSTRAINTS.between(request.maxResults(), 1, MOST, "maxResults");
        if (!request.path().startsWith("/") || !PATH.matcher(request.path()).matches()) {
            throw new Refusal(
                    400,
                    "ValidationException",
                    "The parameter doesn't meet the parameter name requirements. The parameter name must begin with a"
                            + " forward slash \"/\". It can't be prefixed with \\\"aws\\\" or \\\"ssm\\\""
                            + " (case-insensitive). It must use only letters, numbers, or the following symbols: ."
                            + " (period), - (hyphen), _ (underscore). Special characters are not allowed. All"
                            + " sub-paths, if specified, must use the forward slash symbol \"/\". Valid example:"
                            + " /get/parameters2-/by1./path0_.");
        }
        var folder = request.path().endsWith("/") ? request.path() : request.path() + "/";
        var below = all(call).tailMap(folder).values().stream()
                .takeWhile(parameter -> parameter.name().startsWith(folder))
                .filter(parameter -> Boolean.TRUE.equals(request.recursive())
                        || parameter.name().indexOf('/', folder.length()) < 0)
                .filter(_ -> request.parameterFilters().stream().allMatch(Ssm::lets))
                .toList();
        int from = from(request.nextToken(), below);
        int to = Math.min(below.size(), from + (request.maxResults() == null ? MOST : request.maxResults()));
        return GetParametersByPathResponse.builder()
                .parameters(below.subList(from, to).stream()
                        .map(parameter -> described(parameter, "", call))
                        .toList())
                .nextToken(to < below.size() ? below.get(to - 1).name() : null)
                .build();
    }

    /// All parameters are alike in what can be filtered: of type String, not labelled and not encrypted.
    private static boolean lets(ParameterStringFilter filter) {
        var option = filter.option() == null ? "Equals" : filter.option();
        if (!List.of("Equals", "BeginsWith").contains(option)) {
            throw new Refusal(
                    400,
                    "InvalidFilterOption",
                    "The following filter option is not valid: " + option
                            + ". Valid options include: [BeginsWith, Equals]");
        }
        return switch (filter.key()) {
            case "Type" -> filter.values().contains("String");
            case "DataType" -> filter.values().contains("text");
            case "KeyId", "Label" -> false;
            case null, default ->
                throw new Refusal(
                        400,
                        "InvalidFilterKey",
                        "The following filter key is not valid: " + filter.key()
                                + ". Valid filter keys include: [Type, KeyId].");
        };
    }

    /// The token is the last name of the page before.
    private static int from(String token, List<PublicParameter> below) {
        if (token == null) {
            return 0;
        }
        int last = below.stream().map(PublicParameter::name).toList().indexOf(token);
        if (last < 0) {
            throw new Refusal(400, "InvalidNextToken", "The specified token isn't valid.");
        }
        return last + 1;
    }

    private SortedMap<String, PublicParameter> all(Call call) {
        return world.in(call.region()).parameters();
    }

    private static Parameter described(PublicParameter parameter, String selector, Call call) {
        return Parameter.builder()
                .name(parameter.name())
                .type("String")
                .value(parameter.value())
                .version(parameter.version())
                .selector(selector.isEmpty() ? null : ":" + selector)
                .lastModifiedDate(parameter.modified())
                .arn("arn:aws:ssm:" + call.region() + "::parameter" + parameter.name())
                .dataType("text")
                .build();
    }
}
