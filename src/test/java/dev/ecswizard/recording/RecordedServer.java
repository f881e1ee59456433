package dev.ecswizard.recording;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;

/// A server like the one it wraps, whose handlers that the sandbox made have a filter in front.
final class RecordedServer extends HttpServer {
    private final HttpServer server;
    private final Filter filter;

    RecordedServer(HttpServer server, Filter filter) {
        this.server = server;
        this.filter = filter;
    }

    @Override
    public HttpContext createContext(String path, HttpHandler handler) {
        var context = server.createContext(path, handler);
        if (handler.getClass().getPackageName().startsWith("dev.ecswizard.sandbox")) {
            context.getFilters().add(filter);
        }
        return context;
    }

    @Override
    public HttpContext createContext(String path) {
        return server.createContext(path);
    }

    @Override
    public void bind(InetSocketAddress address, int backlog) throws IOException {
        server.bind(address, backlog);
    }

    @Override
    public void start() {
        server.start();
    }

    @Override
    public void setExecutor(Executor executor) {
        server.setExecutor(executor);
    }

    @Override
    public Executor getExecutor() {
        return server.getExecutor();
    }

    @Override
    public void stop(int delay) {
        server.stop(delay);
    }

    @Override
    public void removeContext(String path) {
        server.removeContext(path);
    }

    @Override
    public void removeContext(HttpContext context) {
        server.removeContext(context);
    }

    @Override
    public InetSocketAddress getAddress() {
        return server.getAddress();
    }
}
