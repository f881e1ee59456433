package dev.ecswizard;

import dev.ecswizard.sandbox.Scenario;
import java.util.Iterator;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// What a scenario is called on the command line.
final class ScenarioName implements ITypeConverter<Scenario>, Iterable<String> {
    @Override
    public Scenario convert(String name) {
        return Scenario.of(name).orElseThrow(() -> new TypeConversionException(Main.words("scenario.unknown", name)));
    }

    @Override
    public Iterator<String> iterator() {
        return Stream.of(Scenario.values()).map(Scenario::id).iterator();
    }
}
