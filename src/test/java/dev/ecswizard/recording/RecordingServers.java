package dev.ecswizard.recording;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import com.sun.net.httpserver.spi.HttpServerProvider;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/// The JDK's HTTP servers, but every answer of a sandbox's endpoint is kept in the folder that the system property
/// `answers` names. The tests' virtual machine is told to take its servers from here; the product knows nothing of it.
public final class RecordingServers extends HttpServerProvider {
    /// An endpoint whose context has this attribute answers what some test made up: nothing to keep.
    public static final String MADE_UP = "made up";

    private final HttpServerProvider servers;
    private final AnswerLog log;

    /// Made once, by the JDK. What an earlier run recorded is gone then.
    public RecordingServers() throws IOException, ReflectiveOperationException {
        servers = (HttpServerProvider) Class.forName("sun.net.httpserver.DefaultHttpServerProvider")
                .getConstructor()
                .newInstance();
        log = new AnswerLog(Path.of(System.getProperty("answers")));
        Runtime.getRuntime().addShutdownHook(new Thread(log::close));
    }

    @Override
    public HttpServer createHttpServer(InetSocketAddress address, int backlog) throws IOException {
        return new RecordedServer(servers.createHttpServer(address, backlog), log);
    }

    @Override
    public HttpsServer createHttpsServer(InetSocketAddress address, int backlog) throws IOException {
        return servers.createHttpsServer(address, backlog);
    }
}
