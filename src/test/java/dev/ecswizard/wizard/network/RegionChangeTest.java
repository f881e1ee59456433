package dev.ecswizard.wizard.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Vpc;
import dev.ecswizard.preflight.Preflight;
import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.sandbox.Scenario;
import dev.ecswizard.sandbox.protocol.Ledger;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What another region costs, by the sandbox's ledger.
class RegionChangeTest {
    private static final Sandbox.Options FAR = Sandbox.Options.DEFAULT.withRoundTrip(Duration.ofMillis(100));
    /// So far that a call which a busy machine begins late is not taken for one that had to wait for another.
    private static final Sandbox.Options VERY_FAR = Sandbox.Options.DEFAULT.withRoundTrip(Duration.ofMillis(500));

    /// @param calls to the region itself
    /// @param rounds the longest row of calls each of which began when the one before had ended
    /// @param elsewhere calls to other regions
    /// @param took until the last answer of the region
    private record Cost(int calls, int rounds, int elsewhere, Duration took) {
        static Cost of(List<Ledger.Entry> entries, String region) {
            var here = entries.stream()
                    .filter(entry -> entry.call().region().equals(region))
                    .toList();
            var start = here.stream().map(entry -> entry.call().time()).min(Instant::compareTo);
            var end = here.stream().map(Cost::end).max(Instant::compareTo);
            return new Cost(
                    here.size(),
                    rounds(here),
                    entries.size() - here.size(),
                    here.isEmpty() ? Duration.ZERO : Duration.between(start.orElseThrow(), end.orElseThrow()));
        }

        private static Instant end(Ledger.Entry entry) {
            return entry.call().time().plus(entry.took());
        }

        /// The most calls no two of which overlap.
        private static int rounds(List<Ledger.Entry> entries) {
            var rounds = 0;
            var free = Instant.MIN;
            for (var entry :
                    entries.stream().sorted(Comparator.comparing(Cost::end)).toList()) {
                if (!entry.call().time().isBefore(free)) {
                    rounds++;
                    free = end(entry);
                }
            }
            return rounds;
        }
    }

    private static final Predicate<Vpc> DEFAULT_VPC = Vpc::isDefault;

    /// What the account page asks, before there is a region.
    private static List<Ledger.Entry> ofPages(List<Ledger.Entry> entries) {
        return entries.stream()
                .filter(entry -> !List.of("GetCallerIdentity", "DescribeRegions")
                        .contains(entry.call().action()))
                .toList();
    }

    private static void assertFew(String what, String region, List<Ledger.Entry> entries) {
        var cost = Cost.of(entries, region);
        Figures.report(what + " " + region + ": " + cost + " "
                + entries.stream()
                        .filter(entry -> entry.call().region().equals(region))
                        .collect(Collectors.groupingBy(
                                entry -> entry.call().action(), TreeMap::new, Collectors.counting())));
        assertThat(cost.calls()).as(() -> listed(entries)).isLessThanOrEqualTo(40);
        assertThat(cost.rounds()).as(() -> listed(entries)).isLessThanOrEqualTo(4);
    }

    private static String listed(List<Ledger.Entry> entries) {
        return entries.stream()
                .map(entry -> entry.call().time() + " " + entry.took().toMillis() + " ms "
                        + entry.call().region() + " " + entry.call().action())
                .sorted()
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu-west-1", "us-east-1", "us-west-2", "ap-northeast-3"})
    void aFirstRegionOfWhoseTypesNothingIsKnownIsFilledInFourRoundTrips(String region) throws IOException {
        try (var sandbox = Sandbox.start(0, VERY_FAR);
                var walk = new Walkthrough(sandbox.endpoint(), region, DEFAULT_VPC, _ -> true)) {
            walk.settle(region);

            var entries = ofPages(sandbox.ledger().entries());
            assertFew("first", region, entries);
        }
    }

    @Test
    void anotherRegionIsFilledInFourRoundTripsAndOneSeenBeforeByNoCall() throws IOException {
        try (var sandbox = Sandbox.start(0, VERY_FAR);
                var walk = new Walkthrough(sandbox.endpoint(), "eu-west-1", DEFAULT_VPC, _ -> true)) {
            walk.settle("eu-west-1");
            for (var region : List.of("us-east-1", "us-west-2", "ap-northeast-3")) {
                var before = sandbox.ledger().entries().size();
                walk.go(region);
                walk.settle(region);

                var entries =
                        ofPages(sandbox.ledger().entries().stream().skip(before).toList());
                assertFew("change to", region, entries);
            }
            for (var region : List.of("us-west-2", "eu-west-1", "ap-northeast-3", "us-east-1")) {
                var before = sandbox.ledger().entries().size();
                walk.go(region);
                assertThat(walk.window.get(
                                () -> walk.network.inventory().vpcs().value().getValue()))
                        .isPresent();
                walk.settle(region);
                assertThat(sandbox.ledger().entries().stream().skip(before)).isEmpty();
            }
        }
    }

    @Test
    void itTakesLittleTimeAtARoundTripOfAHundredMilliseconds() throws IOException {
        try (var sandbox = Sandbox.start(0, FAR);
                var walk = new Walkthrough(sandbox.endpoint(), "eu-west-1", DEFAULT_VPC, _ -> true)) {
            walk.settle("eu-west-1");
            var before = sandbox.ledger().entries().size();
            walk.go("us-east-1");
            walk.settle("us-east-1");

            var cost = Cost.of(sandbox.ledger().entries().stream().skip(before).toList(), "us-east-1");
            Figures.report("at 100 ms: " + cost);
            assertThat(cost.took()).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void aRefreshKeepsTheAnswersWhileItReadsEveryListAnew() throws IOException {
        try (var sandbox = Sandbox.start(0, VERY_FAR);
                var walk = new Walkthrough(sandbox.endpoint(), "us-east-1", DEFAULT_VPC, _ -> true)) {
            walk.settle("us-east-1");
            var before = sandbox.ledger().entries().size();
            var chosen = walk.window.get(() -> walk.compute.chosen().getValue());
            walk.window.run(() -> {
                walk.account.place().getValue().orElseThrow().readings().refresh("us-east-1");
                assertThat(walk.compute.chosen().getValue()).isEqualTo(chosen);
            });
            walk.settleAnew("us-east-1");

            var entries = sandbox.ledger().entries().stream().skip(before).toList();
            assertFew("refresh", "us-east-1", entries);
            assertThat(entries)
                    .extracting(entry -> entry.call().action())
                    .contains(
                            "DescribeVpcs",
                            "DescribeSubnets",
                            "DescribeSecurityGroups",
                            "DescribeKeyPairs",
                            "DescribeImages",
                            "DescribeInstanceTypeOfferings",
                            "ListStacks");
            assertThat(walk.window.get(() -> walk.compute.chosen().getValue())).isEqualTo(chosen);
        }
    }

    @Test
    void theChecksAskForThemselves() throws IOException {
        try (var sandbox = Sandbox.start(0);
                var walk = new Walkthrough(sandbox.endpoint(), "eu-west-1", DEFAULT_VPC, _ -> true)) {
            walk.settle("eu-west-1");
            var before = sandbox.ledger().entries().size();
            Preflight.run(
                    walk.window.get(
                            () -> walk.account.place().getValue().orElseThrow().cloud()),
                    walk.spec(),
                    InstantSource.system());

            assertThat(sandbox.ledger().entries().stream().skip(before))
                    .extracting(entry -> entry.call().action())
                    .contains("DescribeSubnets", "DescribeSecurityGroups", "DescribeInstanceTypeOfferings");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-east-1", "us-west-2"})
    void nothingIsThrottledWhereFourFifthsOfTheRequestsAreUsedUp(String region) throws IOException {
        var drained = FAR.withScenarios(EnumSet.of(Scenario.THROTTLED)).withDrained(0.8);
        try (var sandbox = Sandbox.start(0, drained);
                var walk = new Walkthrough(sandbox.endpoint(), region, DEFAULT_VPC, _ -> true)) {
            walk.settle(region);

            assertThat(sandbox.ledger().entries())
                    .extracting(Ledger.Entry::status)
                    .containsOnly(200);
        }
    }
}
