package dev.ecswizard.sandbox.protocol;

import java.util.function.Supplier;

/// One of AWS's services: its name in credential scopes, how it speaks, and what it can be asked. The operations and
/// the model classes behind them are loaded with the first request.
public final class Service {
    private final String name;
    private final Protocol protocol;
    private final Supplier<Operations> source;
    private Operations operations;

    public Service(String name, Protocol protocol, Supplier<Operations> source) {
        this.name = name;
        this.protocol = protocol;
        this.source = source;
    }

    String name() {
        return name;
    }

    Protocol protocol() {
        return protocol;
    }

    synchronized Operations operations() {
        if (operations == null) {
            operations = source.get();
        }
        return operations;
    }
}
