package dev.ecswizard.aws;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.SignIn;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Signs in to IAM Identity Center by `aws sso login` of the AWS CLI, which opens the browser itself and leaves its
/// token where this app and the AWS tools look for one. Nothing that it prints is kept.
final class SsoLogin implements SignIn {
    /// A code for a device lasts ten minutes (the `expiresIn` of StartDeviceAuthorization).
    static final Duration PATIENCE = Duration.ofMinutes(11);

    /// How long the last words of a program that has ended may take. A browser that it started may hold its output
    /// open.
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private static final Pattern ADDRESS = Pattern.compile("https://\\S+");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{4}-[A-Z0-9]{4}");
    private static final int LONGEST = 300;

    private final String profile;
    private final Map<String, String> environment;
    private final Duration patience;

    /// @param profile whose sign-in it is: one with an `sso_session` or an `sso_start_url` of its own
    /// @param environment that of the AWS CLI, which is looked for on its path
    SsoLogin(String profile, Map<String, String> environment, Duration patience) {
        this.profile = profile;
        this.environment = environment;
        this.patience = patience;
    }

    @Override
    public void run(Consumer<Prompt> told) {
        var system = System.getProperty("os.name", "");
        var program =
                AwsProgram.find(environment, system).orElseThrow(() -> problem(Words.of("aws.signIn.missing"), null));
        var process = start(program);
        try {
            follow(process, told);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Problems.cancelled(interrupted);
        } finally {
            // and only this one: the person's browser may be a child of it
            process.destroyForcibly();
        }
    }

    private Process start(Path program) {
        try {
            var builder = new ProcessBuilder(program.toString(), "sso", "login", "--profile=" + profile)
                    .redirectErrorStream(true);
            builder.environment().clear();
            builder.environment().putAll(AwsProgram.environment(environment));
            var process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException broken) {
            throw problem(Words.of("aws.signIn.broken", program), broken);
        }
    }

    private void follow(Process process, Consumer<Prompt> told) throws InterruptedException {
        var lines = new LinkedBlockingQueue<Optional<String>>();
        var reader = Thread.ofPlatform().daemon().name("aws sso login").start(() -> read(process, lines));
        process.onExit().thenRun(() -> lines.add(Optional.empty()));
        var end = System.nanoTime() + patience.toNanos();
        var heard = new Heard(told);
        while (true) {
            var line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) {
                throw problem(Words.of("aws.signIn.late", patience.toMinutes()), null);
            }
            if (line.isEmpty()) {
                break;
            }
            heard.take(line.get());
        }
        reader.join(LAST_WORDS);
        lines.forEach(line -> line.ifPresent(heard::take));
        if (process.exitValue() != 0) {
            throw problem(
                    heard.last.isEmpty()
                            ? Words.of("aws.signIn.status", process.exitValue())
                            : Words.of("aws.signIn.said", heard.last),
                    null);
        }
    }

    private static void read(Process process, BlockingQueue<Optional<String>> lines) {
        try (BufferedReader output = process.inputReader()) {
            output.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> lines.add(Optional.of(line)));
        } catch (IOException | java.io.UncheckedIOException _) {
            // the program was ended
        }
    }

    private CloudProblem problem(String words, Throwable cause) {
        return new CloudProblem(CloudProblem.Kind.EXPIRED, "", "", words, SsoRole.remedy(profile), cause);
    }

    /// What the program has said so far.
    private static final class Heard {
        private final Consumer<Prompt> told;
        private Prompt prompt = Prompt.NOTHING;
        private String last = "";

        Heard(Consumer<Prompt> told) {
            this.told = told;
        }

        void take(String line) {
            last = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
            var next = prompt;
            if (ADDRESS.matcher(line).matches()) {
                next = new Prompt(Optional.of(line), prompt.code());
            } else if (CODE.matcher(line).matches()) {
                next = new Prompt(prompt.address(), Optional.of(line));
            }
            if (!next.equals(prompt)) {
                prompt = next;
                told.accept(prompt);
            }
        }
    }
}
