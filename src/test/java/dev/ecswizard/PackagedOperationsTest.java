package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sts.StsClient;

/// Whether what the packages leave out of AWS's clients is what nobody calls. What makes the packages belongs to no
/// module, so that it is compiled here.
class PackagedOperationsTest {
    private static final String CLIENT = "software/amazon/awssdk/services/sts/DefaultStsClient.class";
    private static final String FACE = "software/amazon/awssdk/services/sts/StsClient.class";

    @TempDir
    private Path folder;

    private Class<?> operations;

    @BeforeEach
    void compile() throws Exception {
        var made = compiled(Path.of("packaging", "Operations.java"));
        operations = new URLClassLoader(new URL[] {made.toUri().toURL()}).loadClass("Operations");
    }

    private Path compiled(Path source) throws IOException {
        var to = Files.createTempDirectory(folder, "classes");
        var code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-d",
                        to.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString());
        assertThat(code).isZero();
        return to;
    }

    /// A jar with a class that makes calls.
    private Path caller(String calls) throws IOException {
        var source = Files.createTempDirectory(folder, "source").resolve("Caller.java");
        Files.writeString(
                source,
                "class Caller { void call(software.amazon.awssdk.services.sts.StsClient sts) { %s } }"
                        .formatted(calls));
        var jar = Files.createTempFile(folder, "caller", ".jar");
        try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("Caller.class"));
            out.write(Files.readAllBytes(compiled(source).resolve("Caller.class")));
        }
        return jar;
    }

    private static Path published() throws Exception {
        return Path.of(StsClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    /// The service's jar with what a caller needs.
    private Path trimmed(Path caller) throws Exception {
        var constructor = operations.getDeclaredConstructor(List.class);
        constructor.setAccessible(true);
        var made = constructor.newInstance(List.of(caller, published()));
        var only = operations.getDeclaredMethod("only", byte[].class);
        only.setAccessible(true);
        var jar = Files.createTempFile(folder, "sts", ".jar");
        try (var from = new JarFile(published().toFile());
                var out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (var name : List.of(CLIENT, FACE)) {
                out.putNextEntry(new ZipEntry(name));
                var whole = from.getInputStream(from.getEntry(name)).readAllBytes();
                out.write((byte[]) only.invoke(made, (Object) whole));
            }
        }
        return jar;
    }

    private void check(Path... jars) throws Throwable {
        var check = operations.getDeclaredMethod("check", List.class);
        check.setAccessible(true);
        try {
            check.invoke(null, List.of(jars));
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    @Test
    void whatIsCalledIsThereAndNothingElse() throws Throwable {
        var caller = caller("sts.getCallerIdentity(); sts.close();");
        var jar = trimmed(caller);
        try (var zip = new JarFile(jar.toFile())) {
            var client = new String(
                    zip.getInputStream(zip.getEntry(CLIENT)).readAllBytes(),
                    java.nio.charset.StandardCharsets.ISO_8859_1);
            assertThat(client).contains("getCallerIdentity").doesNotContain("decodeAuthorizationMessage");
        }
        check(caller, jar);
    }

    @Test
    void whatIsCalledAndGoneIsNamed() throws Exception {
        var jar = trimmed(caller("sts.getCallerIdentity();"));
        var other = caller("sts.getCallerIdentity(); sts.getAccessKeyInfo(each -> {});");
        assertThatThrownBy(() -> check(other, jar))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Caller calls software/amazon/awssdk/services/sts/StsClient.getAccessKeyInfo")
                .hasMessageNotContaining("getCallerIdentity");
    }

    @Test
    void whatIsPassedOnAsAReferenceIsCalled() throws Throwable {
        var caller = caller("java.util.function.Function<%1$s.DecodeAuthorizationMessageRequest, ?> later ="
                        .formatted("software.amazon.awssdk.services.sts.model")
                + " sts::decodeAuthorizationMessage;");
        check(caller, trimmed(caller));
        assertThatThrownBy(() -> check(caller, trimmed(caller("sts.getCallerIdentity();"))))
                .hasMessageContaining("decodeAuthorizationMessage");
    }
}
