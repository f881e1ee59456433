package dev.ecswizard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The version that the build wrote down.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"ecs-cluster-wizard " + number()};
    }

    /// Such as `0.1.0`.
    static String number() {
        var properties = new Properties();
        try (var in = Version.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return properties.getProperty("version");
    }
}
