package dev.ecswizard.sandbox;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Fifty clients at once, polling ten stacks of 500 events each without a pause: what the sandbox needs, how long an
/// answer takes, and whether any failed. Arguments are further flags of the
/// sandbox's virtual machine.
final class LoadBench {
    private static final int CLIENTS = 50;
    private static final int STACKS = 10;
    private static final int LOGS = 166;
    private static final Duration SPAN = Duration.ofSeconds(20);
    private static final Pattern TOKEN = Pattern.compile("<NextToken>([^<]*)</NextToken>");

    private final ServedSandbox served;
    private final ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();

    private LoadBench(ServedSandbox served) {
        this.served = served;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (var served = new ServedSandbox(arguments)) {
            new LoadBench(served).run();
        }
    }

    private void run() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            create(client);
        }
        System.out.printf(
                Locale.ROOT, "%d stacks are there: resident %.0f MB, heap %.0f MB%n", STACKS, served.memory("VmRSS"), served.heap());
        var until = System.nanoTime() + SPAN.toNanos();
        var counted = new AtomicInteger();
        var heap = 0.0;
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (var i = 0; i < CLIENTS; i++) {
                clients.submit(() -> poll(until, counted));
            }
            while (System.nanoTime() < until) {
                Thread.sleep(500);
                heap = Math.max(heap, served.heap());
            }
        }
        var sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%d clients, %.0f s: %d answers, %d events, errors %d; median %.0f ms, p99 %.0f ms, slowest %.0f ms%n",
                CLIENTS,
                SPAN.toMillis() / 1000.0,
                sorted.length,
                counted.get(),
                errors.size(),
                sorted[sorted.length / 2],
                sorted[sorted.length * 99 / 100],
                sorted[sorted.length - 1]);
        System.out.printf(
                Locale.ROOT, "sandbox: peak resident %.0f MB, largest heap seen %.0f MB%n", served.memory("VmHWM"), heap);
        errors.stream().distinct().limit(5).forEach(System.out::println);
    }

    /// Each stack's log groups say three things each on their way.
    private void create(HttpClient client) throws IOException, InterruptedException {
        var resources = IntStream.range(0, LOGS)
                .mapToObj(i -> "L" + i + ": {Type: 'AWS::Logs::LogGroup'}")
                .reduce((a, b) -> a + "\n  " + b)
                .orElseThrow();
        for (var i = 0; i < STACKS; i++) {
            served.ask(client, "Action=CreateStack&Version=2010-05-15&StackName=load-" + i + "&TemplateBody="
                    + URLEncoder.encode("Resources:\n  " + resources, StandardCharsets.UTF_8));
        }
        for (var i = 0; i < STACKS; i++) {
            while (!served.ask(client, "Action=DescribeStacks&Version=2010-05-15&StackName=load-" + i)
                    .contains("CREATE_COMPLETE")) {
                Thread.sleep(200);
            }
        }
    }

    private Void poll(long until, AtomicInteger counted) throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < until) {
                for (var i = 0; i < STACKS; i++) {
                    ask(client, "DescribeStacks", i, "");
                    counted.addAndGet(events(client, i));
                }
            }
        } catch (IOException e) {
            errors.add(e.toString());
        }
        return null;
    }

    /// All pages.
    private int events(HttpClient client, int stack) throws IOException, InterruptedException {
        var events = 0;
        var token = "";
        do {
            var page = ask(client, "DescribeStackEvents", stack, token);
            events += page.split("<EventId>", -1).length - 1;
            var next = TOKEN.matcher(page);
            token = next.find() ? "&NextToken=" + URLEncoder.encode(next.group(1), StandardCharsets.UTF_8) : "";
        } while (!token.isEmpty());
        return events;
    }

    private String ask(HttpClient client, String action, int stack, String more) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var page = served.ask(client, "Action=" + action + "&Version=2010-05-15&StackName=load-" + stack + more);
        millis.add((System.nanoTime() - began) / 1e6);
        return page;
    }
}
