package dev.ecswizard.sandbox.ssm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecswizard.sandbox.Clients;
import dev.ecswizard.sandbox.Sandbox;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterStringFilter;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.SsmException;

/// Systems Manager's parameter store as a client meets it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SsmTest {
    private static final String ROOT = "/aws/service/ecs/optimized-ami/";

    private Sandbox sandbox;
    private SsmClient ssm;
    private Ec2Client ec2;

    @BeforeAll
    void start() throws IOException {
        sandbox = Sandbox.start(0);
        ssm = new Clients(sandbox.endpoint(), "eu-west-1").of(SsmClient.builder());
        ec2 = new Clients(sandbox.endpoint(), "eu-west-1").of(Ec2Client.builder());
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private static void assertRefused(ThrowingCallable call, String code, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(SsmException.class, e -> {
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
            assertThat(e.statusCode()).isEqualTo(400);
        });
    }

    private Parameter get(String name) {
        return ssm.getParameter(request -> request.name(name)).parameter();
    }

    @ParameterizedTest
    @CsvSource({
        "amazon-linux-2023,x86_64,al2023-ami-ecs-hvm-",
        "amazon-linux-2023/arm64,arm64,al2023-ami-ecs-hvm-",
        "amazon-linux-2023/gpu,x86_64,al2023-ami-ecs-gpu-hvm-",
        "amazon-linux-2023/neuron,x86_64,al2023-ami-ecs-neuron-hvm-",
        "amazon-linux-2,x86_64,amzn2-ami-ecs-hvm-",
        "amazon-linux-2/arm64,arm64,amzn2-ami-ecs-hvm-",
    })
    void theRecommendedImageExistsAndIsOfItsKind(String variant, String architecture, String name) {
        var id = get(ROOT + variant + "/recommended/image_id").value();
        assertThat(ec2.describeImages(request -> request.imageIds(id)).images())
                .singleElement()
                .satisfies(image -> {
                    assertThat(image.architectureAsString()).isEqualTo(architecture);
                    assertThat(image.name()).startsWith(name);
                });
    }

    @Test
    void theWholeParameterHoldsEveryFieldAsJson() throws IOException {
        var parameter = get(ROOT + "amazon-linux-2023/recommended");
        assertThat(parameter.type()).isEqualTo(ParameterType.STRING);
        assertThat(parameter.dataType()).isEqualTo("text");
        assertThat(parameter.arn())
                .isEqualTo("arn:aws:ssm:eu-west-1::parameter" + ROOT + "amazon-linux-2023/recommended");
        assertThat(parameter.version()).isPositive();
        assertThat(parameter.lastModifiedDate()).isNotNull();
        var json = new ObjectMapper().readTree(parameter.value());
        assertThat(json.get("schema_version").isInt()).isTrue();
        assertThat(json.get("image_name").textValue())
                .isEqualTo("al2023-ami-ecs-hvm-2023.0.20260226-kernel-6.1-x86_64");
        assertThat(json.get("image_version").textValue()).isEqualTo("2023.0.20260226");
        assertThat(json.get("os").textValue()).isEqualTo("Amazon Linux 2023");
        assertThat(json.get("ecs_agent_version").textValue()).isEqualTo("1.102.0");
        assertThat(json.properties())
                .hasSize(8)
                .allSatisfy(field -> assertThat(get(ROOT + "amazon-linux-2023/recommended/" + field.getKey())
                                .value())
                        .isEqualTo(field.getValue().asText()));
    }

    @Test
    void anImageIsFoundByItsNameToo() {
        var older = "al2023-ami-ecs-hvm-2023.0.20260206-kernel-6.1-arm64";
        var id = get(ROOT + "amazon-linux-2023/arm64/" + older + "/image_id").value();
        assertThat(ec2.describeImages(request -> request.imageIds(id))
                        .images()
                        .getFirst()
                        .name())
                .isEqualTo(older);
    }

    @Test
    void amazonLinuxWithoutEcsHasParametersOfItsOwn() {
        var id = get("/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64")
                .value();
        assertThat(ec2.describeImages(request -> request.imageIds(id)).images())
                .singleElement()
                .satisfies(image ->
                        assertThat(image.name()).startsWith("al2023-ami-2023.").endsWith("-arm64"));
    }

    @Test
    void aParameterIsAskedForByArnAndByVersionToo() {
        var parameter = get(ROOT + "amazon-linux-2023/recommended/image_id");
        assertThat(get(parameter.arn())).isEqualTo(parameter);
        assertThat(get(parameter.name() + ":" + parameter.version()).selector()).isEqualTo(":" + parameter.version());
        assertRefused(
                () -> get(parameter.name() + ":9999"),
                "ParameterVersionNotFound",
                "Systems Manager could not find version 9999 of " + parameter.name()
                        + ". Verify the version and try again.");
    }

    @Test
    void whatIsNotThereIsRefusedAloneAndListedAmongOthers() {
        assertRefused(() -> get("/my/own"), "ParameterNotFound", "Parameter /my/own not found.");
        var there = ROOT + "amazon-linux-2023/recommended/image_id";
        var answer = ssm.getParameters(request -> request.names("/my/own", there, "mine"));
        assertThat(answer.parameters()).extracting(Parameter::name).containsExactly(there);
        assertThat(answer.invalidParameters()).containsExactly("/my/own", "mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws/service", "/a b", "", "ssm-mine", "/a//b"})
    void aNameThatIsNoneIsRefused(String name) {
        assertRefused(
                () -> get(name),
                "ValidationException",
                "Parameter name: can't be prefixed with \"ssm\" (case-insensitive). If formed as a path, it can consist"
                        + " of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters,"
                        + " numbers and the following 3 symbols .-_");
    }

    @Test
    void tenNamesAreTheMost() {
        var names = IntStream.range(0, 11).mapToObj(number -> "/n" + number).toList();
        assertThatThrownBy(() -> ssm.getParameters(request -> request.names(names)))
                .hasMessageContaining("at 'names' failed to satisfy constraint: Member must have length less than or"
                        + " equal to 10");
        assertThatThrownBy(() -> ssm.getParameters(request -> request.names(List.of())))
                .hasMessageContaining("Member must have length greater than or equal to 1");
    }

    @Test
    void aPathListsItsOwnLevelUnlessAllAreAsked() {
        var here = ssm.getParametersByPathPaginator(request -> request.path(ROOT + "amazon-linux-2023/")).stream()
                .flatMap(page -> page.parameters().stream())
                .toList();
        assertThat(here).hasSize(5).extracting(Parameter::name).contains(ROOT + "amazon-linux-2023/recommended");
        var pages = ssm
                .getParametersByPathPaginator(request ->
                        request.path(ROOT + "amazon-linux-2023").recursive(true).maxResults(7))
                .stream()
                .toList();
        assertThat(pages).allSatisfy(page -> assertThat(page.parameters()).hasSizeBetween(1, 7));
        assertThat(pages.stream().flatMap(page -> page.parameters().stream()).toList())
                .hasSize(4 * 5 * 9)
                .doesNotHaveDuplicates();
        assertThat(ssm.getParametersByPath(request -> request.path("/my/own")).parameters())
                .isEmpty();
    }

    @Test
    void aPathIsFilteredByType() {
        assertThat(filtered("Type", "String")).hasSize(5);
        assertThat(filtered("Type", "SecureString")).isEmpty();
        assertThat(filtered("DataType", "text")).hasSize(5);
        assertThatThrownBy(() -> filtered("Size", "1")).hasMessageContaining("filter key is not valid: Size");
    }

    private List<Parameter> filtered(String key, String value) {
        var filter = ParameterStringFilter.builder().key(key).values(value).build();
        return ssm.getParametersByPath(
                        request -> request.path(ROOT + "amazon-linux-2/arm64").parameterFilters(List.of(filter)))
                .parameters();
    }

    @Test
    void badPathsAndPagesAreRefused() {
        assertThatThrownBy(() -> ssm.getParametersByPath(request -> request.path("aws/service")))
                .hasMessageContaining("The parameter name must begin with a forward slash");
        assertRefused(
                () -> ssm.getParametersByPath(request -> request.path("/aws").maxResults(11)),
                "ValidationException",
                "1 validation error detected: Value '11' at 'maxResults' failed to satisfy constraint: Member must have"
                        + " value less than or equal to 10");
        assertRefused(
                () -> ssm.getParametersByPath(request -> request.path("/aws").nextToken("garbage")),
                "InvalidNextToken",
                "The specified token isn't valid.");
    }

    @Test
    void anUnknownOperationIsRefused() {
        assertThatThrownBy(() -> ssm.describeParameters())
                .isInstanceOfSatisfying(
                        SsmException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("UnknownOperationException"));
    }
}
