package dev.ecswizard.recording;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/// Writes down what an endpoint answered to whom: JSON lines, compressed, each answer once however often it was given.
/// Answers that differ only in the request's id count as the same.
final class AnswerLog extends Filter implements AutoCloseable {
    private static final int BODY_KEPT = 1 << 13;
    private static final Pattern PARAMETER = Pattern.compile("(?:^|&)(Action|Version)=([^&]*)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> seen = new HashSet<>();
    private final OutputStream out;
    private boolean isClosed;

    AnswerLog(Path folder) throws IOException {
        Files.createDirectories(folder);
        out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("answers.jsonl.gz")), 1 << 16);
    }

    @Override
    public String description() {
        return "keeps answers";
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        if (exchange.getHttpContext().getAttributes().containsKey(RecordingServers.MADE_UP)) {
            chain.doFilter(exchange);
            return;
        }
        var request = new ByteArrayOutputStream();
        var answer = new ByteArrayOutputStream();
        exchange.setStreams(
                new Heard(exchange.getRequestBody(), request), new Said(exchange.getResponseBody(), answer));
        chain.doFilter(exchange);
        if (exchange.getResponseCode() < 0) {
            // the answer was lost on purpose
            return;
        }
        add(exchange, request.toString(StandardCharsets.UTF_8), answer.toString(StandardCharsets.UTF_8));
    }

    private synchronized void add(HttpExchange exchange, String request, String answer) throws IOException {
        var headers = exchange.getResponseHeaders();
        var id = headers.getFirst("x-amzn-RequestId");
        var entry = new HashMap<String, Object>(Map.of(
                "target", String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target")),
                "status", exchange.getResponseCode(),
                "type", String.valueOf(headers.getFirst("Content-Type")),
                "id", String.valueOf(id)));
        for (var part : new String[] {String.valueOf(exchange.getRequestURI().getRawQuery()), request}) {
            PARAMETER.matcher(part).results().forEach(found -> entry.putIfAbsent(found.group(1), found.group(2)));
        }
        var same = id == null ? answer : answer.replace(id, "");
        if (!isClosed
                && seen.add(entry.get("target") + " " + entry.get("Action") + " " + entry.get("Version") + " "
                        + entry.get("status") + " " + same.length() + " " + hash(same))) {
            entry.put("body", answer);
            out.write(JSON.writeValueAsBytes(entry));
            out.write('\n');
        }
    }

    /// 64 bits: two answers of the same length that share them are the same.
    private static long hash(String text) {
        var hash = 1125899906842597L;
        for (var i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash;
    }

    @Override
    public synchronized void close() {
        try {
            isClosed = true;
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Keeps the beginning of what is read.
    private static final class Heard extends FilterInputStream {
        private final ByteArrayOutputStream copy;

        Heard(InputStream in, ByteArrayOutputStream copy) {
            super(in);
            this.copy = copy;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            var count = super.read(bytes, from, length);
            if (count > 0) {
                copy.write(bytes, from, Math.min(count, BODY_KEPT - Math.min(BODY_KEPT, copy.size())));
            }
            return count;
        }
    }

    /// Keeps what is written.
    private static final class Said extends FilterOutputStream {
        private final ByteArrayOutputStream copy;

        Said(OutputStream out, ByteArrayOutputStream copy) {
            super(out);
            this.copy = copy;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            copy.write(bytes, from, length);
            out.write(bytes, from, length);
        }

        @Override
        public void write(int one) throws IOException {
            copy.write(one);
            out.write(one);
        }
    }
}
