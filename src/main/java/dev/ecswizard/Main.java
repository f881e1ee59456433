package dev.ecswizard;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER;

import dev.ecswizard.aws.EndpointUrl;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.spec.Rule;
import dev.ecswizard.template.ClusterFile;
import dev.ecswizard.template.DeployScript;
import dev.ecswizard.template.InvalidClusterFile;
import dev.ecswizard.template.NotSaved;
import dev.ecswizard.template.TextFile;
import dev.ecswizard.template.TextFiles;
import dev.ecswizard.ui.Shortcut;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The command line. Exit codes: 0, 1 for what could not be done and for checks that failed, 2 for wrong usage, 3 where
/// nothing could be checked.
@Command(
        name = "ecs-cluster-wizard",
        resourceBundle = "dev.ecswizard.main",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = Version.class)
public final class Main implements Callable<Integer> {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("dev.ecswizard.main");

    /// Not 1, which says that a check failed.
    private static final int NOT_CHECKED = 3;

    @Spec
    private CommandSpec command;

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    private Path file;

    @Option(names = "--sandbox", descriptionKey = "sandbox")
    private boolean sandbox;

    @Option(names = "--profile", paramLabel = "NAME", descriptionKey = "profile")
    private String profile;

    @Option(names = "--region", paramLabel = "NAME", descriptionKey = "region")
    private String region;

    @Option(names = "--endpoint-url", paramLabel = "URL", descriptionKey = "endpointUrl")
    private String endpointUrl;

    @Option(names = "--print-template", paramLabel = "FILE", descriptionKey = "printTemplate")
    private Path printTemplate;

    @Option(names = "--export", paramLabel = "FOLDER", descriptionKey = "export")
    private Path export;

    @Option(names = "--replace", descriptionKey = "replace")
    private boolean replace;

    @Option(names = "--serve-sandbox", paramLabel = "PORT", descriptionKey = "serveSandbox")
    private Integer serveSandbox;

    @Option(names = "--check", paramLabel = "FILE", descriptionKey = "check")
    private Path check;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private SandboxSettings settings;

    private Main() {}

    /// Most starts give nothing to read, or a file alone; they do without what reads command lines.
    public static void main(String[] arguments) {
        var plain = Start.plain(arguments, System.getenv());
        // the toolkit's threads may linger after the window is gone
        System.exit(plain.isPresent() ? open(plain.get()) : read(arguments));
    }

    private static int open(Start start) {
        try {
            App.open(
                    start,
                    Sandbox.Options.DEFAULT.withSeed(ThreadLocalRandom.current().nextLong()));
            return ExitCode.OK;
        } catch (RuntimeException problem) {
            complain(words("unexpected", problem));
            return ExitCode.SOFTWARE;
        }
    }

    private static int read(String[] arguments) {
        var command = new CommandLine(new Main());
        command.getHelpSectionMap().put(SECTION_KEY_FOOTER, _ -> words("shortcuts", Shortcut.list()));
        return command.setParameterExceptionHandler((problem, _) -> {
                    complain(problem.getMessage());
                    complain(words("tryHelp"));
                    return ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((problem, _, _) -> {
                    complain(words("unexpected", problem));
                    return ExitCode.SOFTWARE;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() {
        if (settings.areGiven() && !sandbox && serveSandbox == null) {
            throw wrong("withoutSandbox");
        }
        if (replace && export == null) {
            throw wrong("withoutExport");
        }
        if (json && check == null) {
            throw wrong("withoutCheck");
        }
        if (check != null) {
            if (file != null || printTemplate != null || export != null || serveSandbox != null || region != null) {
                throw wrong("checkOf");
            }
            return check();
        }
        if (printTemplate != null) {
            refuseBeside("--print-template", serveSandbox != null || export != null || opensWindow());
            return printTemplate();
        }
        if (export != null) {
            if (file == null || serveSandbox != null || sandbox || region != null) {
                throw wrong("exportOf");
            }
            if (export.toString().isEmpty()) {
                throw wrong("noFolder");
            }
            return export();
        }
        if (serveSandbox != null) {
            refuseBeside("--serve-sandbox", opensWindow());
            return serveSandbox();
        }
        App.open(start(), settings.options());
        return ExitCode.OK;
    }

    private boolean opensWindow() {
        return file != null || sandbox || profile != null || region != null || endpointUrl != null;
    }

    private void refuseBeside(String option, boolean others) {
        if (others) {
            throw wrong("alone", option);
        }
    }

    private Start start() {
        if (sandbox && endpointUrl != null) {
            throw wrong("sandboxOrEndpoint");
        }
        refuseBlankProfile();
        if (region != null) {
            Rule.REGION.check(region).ifPresent(broken -> {
                throw wrong("region.rule", region, broken.sentence());
            });
        }
        return new Start(
                Optional.ofNullable(file),
                sandbox,
                Optional.ofNullable(profile),
                Optional.ofNullable(region),
                sandbox ? Optional.empty() : endpoint());
    }

    private void refuseBlankProfile() {
        if (profile != null && profile.isBlank()) {
            throw wrong("noProfile");
        }
    }

    private Optional<URI> endpoint() {
        if (endpointUrl != null) {
            return Optional.of(endpoint("--endpoint-url", endpointUrl));
        }
        return Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL"))
                .filter(url -> !url.isBlank())
                .map(url -> endpoint("AWS_ENDPOINT_URL", url));
    }

    private URI endpoint(String source, String url) {
        return EndpointUrl.of(url).orElseThrow(() -> wrong("endpointUrl.rule", source, EndpointUrl.shown(url)));
    }

    private int printTemplate() {
        byte[] bytes;
        try {
            bytes = ClusterFile.template(printTemplate).yaml().getBytes(StandardCharsets.UTF_8);
        } catch (InvalidClusterFile e) {
            complain(printTemplate + ": " + e.getMessage());
            return ExitCode.SOFTWARE;
        } catch (IOException e) {
            complain(words("unreadable", printTemplate, reason(e)));
            return ExitCode.SOFTWARE;
        }
        // not System.out: it turns characters into the terminal's and keeps a broken pipe to itself
        try (var out = new FileOutputStream(FileDescriptor.out)) {
            out.write(bytes);
            return ExitCode.OK;
        } catch (IOException e) {
            complain(words("unwritable", reason(e)));
            return ExitCode.SOFTWARE;
        }
    }

    /// What the environment points the AWS CLI to is not for the script to say.
    private int export() {
        refuseBlankProfile();
        var given = Optional.ofNullable(endpointUrl).map(url -> endpoint("--endpoint-url", url));
        try {
            var files = ClusterFile.export(file, new DeployScript(Optional.ofNullable(profile), given), export);
            var all = files.stream().map(TextFile::path).collect(Collectors.toSet());
            TextFiles.write(files, replace ? all : Set.of());
            files.forEach(saved -> System.out.println(saved.path()));
            return ExitCode.OK;
        } catch (InvalidClusterFile e) {
            complain(file + ": " + e.getMessage());
        } catch (NotSaved e) {
            complain(e.getMessage());
            if (e.kind() == NotSaved.Kind.EXISTS) {
                complain(words("tryReplace"));
            }
        } catch (IOException e) {
            complain(words("unreadable", file, reason(e)));
        }
        return ExitCode.SOFTWARE;
    }

    private int check() {
        var start = start();
        var options = settings.options();
        try {
            var found = FileCheck.of(ClusterFile.read(check), start, options, Main::code);
            System.out.println(json ? found.json() : found.lines());
            return found.hasFailed() ? ExitCode.SOFTWARE : ExitCode.OK;
        } catch (InvalidClusterFile e) {
            complain(check + ": " + e.getMessage());
        } catch (IOException e) {
            complain(words("unreadable", check, reason(e)));
        } catch (CloudProblem e) {
            complain(e.getMessage());
            e.remedy().ifPresent(Main::complain);
        }
        return NOT_CHECKED;
    }

    private static Optional<String> code(String profile, String serial) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readLine("%s ", words("check.code", profile, serial)))
                .map(String::strip);
    }

    private int serveSandbox() {
        if (serveSandbox < 0 || serveSandbox > 65535) {
            throw wrong("port", serveSandbox);
        }
        var options = settings.options();
        try (var running = Sandbox.start(serveSandbox, options)) {
            Runtime.getRuntime().addShutdownHook(new Thread(running::close));
            System.out.println(running.endpoint());
            if (System.out.checkError()) {
                complain(words("urlUnwritable"));
                return ExitCode.SOFTWARE;
            }
            new CountDownLatch(1).await();
        } catch (IOException e) {
            complain(words("portTaken", String.valueOf(serveSandbox), reason(e)));
            return ExitCode.SOFTWARE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.OK;
    }

    private ParameterException wrong(String key, Object... arguments) {
        return new ParameterException(command.commandLine(), words(key, arguments));
    }

    private static String reason(IOException problem) {
        return switch (problem) {
            case NoSuchFileException _ -> words("noSuchFile");
            case AccessDeniedException _ -> words("accessDenied");
            default -> Objects.requireNonNullElse(problem.getMessage(), problem.toString());
        };
    }

    static String words(String key, Object... arguments) {
        return new MessageFormat(WORDS.getString(key), Locale.ROOT).format(arguments);
    }

    private static void complain(String sentence) {
        System.err.println(sentence);
    }
}
