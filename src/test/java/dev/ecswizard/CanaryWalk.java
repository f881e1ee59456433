package dev.ecswizard;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ecswizard.deploy.Journals;
import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.ui.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

/// A process that walks from the account page to the end of a deployment and keeps all that can be kept, as a role that
/// is assumed with a one-time code. Every secret of it can be told from anything else.
final class CanaryWalk {
    static final String CODE = "918273";

    /// Of the person and of the role: access key, secret key, session token. With what URLs and Base64 change.
    static final List<String> OWN = List.of(
            "AKIACANARYSINGSATDAWN",
            "Own/Secret+Canary/In+A/Cage+0123456789ab",
            "Own+Token/Canary==/" + "Feather+".repeat(9));

    static final List<String> OF_ROLE = List.of(
            "ASIACANARYSINGSATDUSK",
            "Role/Secret+Canary/In+A/Mine+9876543210",
            "Role+Token/Canary==/" + "Quill+".repeat(9));

    private final Walker walker = new Walker();
    private final Path folder;

    private CanaryWalk(Path folder) {
        this.folder = folder;
    }

    /// @param arguments the folder in which to save
    public static void main(String[] arguments) {
        try {
            Log.toFiles();
            new CanaryWalk(Path.of(arguments[0])).walk();
            System.exit(0);
        } catch (Exception | AssertionError problem) {
            problem.printStackTrace();
            System.exit(1);
        }
    }

    private void walk() throws IOException, TimeoutException {
        var options = Sandbox.Options.DEFAULT.withPace(300);
        try (var sandbox = Sandbox.start(0, options);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sts = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            sts.setExecutor(threads);
            sts.createContext("/", CanaryWalk::answer);
            sts.start();
            writeProfile(sandbox.endpoint().toString(), sts.getAddress().getPort());
            walker.open(
                    new Start(
                            Optional.empty(), false, Optional.of("canary"), Optional.of("eu-west-1"), Optional.empty()),
                    options,
                    folder.resolve("web.yaml"),
                    Settings.ofUser(),
                    Journals.ofThisUser());
            pages();
            deployment();
            walker.close();
            sts.stop(0);
        }
    }

    private void pages() {
        walker.write("#mfaCode", CODE);
        walker.press("#mfaContinue");
        walker.next();
        walker.write("#stackName", "web");
        walker.next();
        walker.choose("#vpcId", each -> each.contains("name=main,"));
        walker.tick("#subnets", each -> each.contains("main-private"));
        walker.choose("#sourceSecurityGroup", each -> each.contains("name=web-alb"));
        walker.next();
        walker.waitFor("instance types", () -> walker.rows("#instanceType") > 400);
        walker.next();
        // the sandbox does not know the role
        walker.waitFor(
                "the end of the checks", () -> walker.text("#checksCount").equals("1 not checked"));
        walker.pick("#exportMenu", "saveAll");
        walker.waitFor("what is saved", () -> walker.find("#saved").isPresent());
    }

    private void deployment() throws IOException {
        walker.next();
        walker.press("#capabilities");
        walker.press("#deploy");
        walker.waitFor("the outputs", () -> walker.shows("ClusterName"));
        // every file dialog has the same answer
        var file = folder.resolve("web.yaml");
        for (var kind : List.of("recordText", "recordLines", "recordPage")) {
            var before = Files.copy(file, folder.resolve("before-" + kind));
            walker.pick("#record", kind);
            walker.waitFor(
                    kind,
                    () -> differ(before, file) && walker.find("#recordSaved").isPresent());
        }
    }

    private static boolean differ(Path one, Path other) {
        try {
            return Files.mismatch(one, other) >= 0;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /// As the AWS tools have it, where the app looks for it.
    private static void writeProfile(String endpoint, int sts) throws IOException {
        var aws = Files.createDirectories(Path.of(System.getProperty("user.home"), ".aws"));
        Files.writeString(aws.resolve("credentials"), """
                [own]
                aws_access_key_id = %s
                aws_secret_access_key = %s
                aws_session_token = %s
                """.formatted(OWN.toArray()));
        Files.writeString(aws.resolve("config"), """
                [profile canary]
                role_arn = arn:aws:iam::123456789012:role/canary
                source_profile = own
                mfa_serial = arn:aws:iam::123456789012:mfa/canary
                endpoint_url = %s
                services = canary
                [services canary]
                sts =
                  endpoint_url = http://127.0.0.1:%d
                """.formatted(endpoint, sts));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var bytes = (asked.contains("Action=AssumeRole&") ? role() : caller()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String role() {
        return """
                <R><AssumeRoleResult><Credentials><AccessKeyId>%s</AccessKeyId><SecretAccessKey>%s</SecretAccessKey>\
                <SessionToken>%s</SessionToken><Expiration>%s</Expiration></Credentials></AssumeRoleResult></R>""".formatted(
                OF_ROLE.get(0), OF_ROLE.get(1), OF_ROLE.get(2), Instant.now().plusSeconds(3600));
    }

    private static String caller() {
        return """
                <R><GetCallerIdentityResult><Arn>arn:aws:sts::123456789012:assumed-role/canary/session</Arn>\
                <Account>123456789012</Account></GetCallerIdentityResult></R>""";
    }
}
