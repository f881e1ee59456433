package dev.ecswizard.wizard.compute;

import static dev.ecswizard.wizard.compute.FakeMarket.arm;
import static dev.ecswizard.wizard.compute.FakeMarket.type;
import static dev.ecswizard.wizard.compute.FakeMarket.x86;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.cloud.InstanceType.Accelerator;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeSearchTest {
    private static final List<InstanceType> ALL = List.of(
            x86("m5.xlarge", 4, 16),
            x86("m5.metal", 96, 384),
            x86("t3.large", 2, 8),
            x86("t3.nano", 2, 0.5),
            arm("t4g.small", 2, 2),
            arm("m6g.xlarge", 4, 16),
            arm("m6gd.2xlarge", 8, 32),
            of("m5a.large", 2, 8, "AMD", "Up to 10 Gigabit", 3, true, 0),
            of("m4.large", 2, 8, "Intel", "Moderate", 2, false, 0),
            of("c5n.18xlarge", 72, 192, "Intel", "10 Gigabit", 15, true, 0),
            of("p4d.24xlarge", 96, 1152, "Intel", "4x 100 Gigabit", 60, true, 8),
            type("g5.xlarge", 4, 16, "x86_64", Accelerator.GPU),
            x86("u-3tb1.56xlarge", 224, 3072));
    private static final Set<String> NAMES =
            ALL.stream().map(InstanceType::name).collect(Collectors.toSet());

    private final BrowserWords words = new BrowserWords();

    private static InstanceType of(
            String name,
            int vcpus,
            long gib,
            String processor,
            String network,
            int interfaces,
            boolean isCurrent,
            int gpus) {
        return new InstanceType(
                name,
                vcpus,
                gib * 1024,
                Set.of("x86_64"),
                processor,
                network,
                interfaces,
                isCurrent,
                false,
                false,
                gpus,
                gpus > 0 ? Accelerator.GPU : Accelerator.NONE);
    }

    private static TypeSearch search(String text) {
        return TypeSearch.of(text == null ? "" : text, NAMES);
    }

    private static List<String> found(String text) {
        return ALL.stream().filter(search(text)).map(InstanceType::name).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the name
                "M5                        | m5.xlarge m5.metal m5a.large",
                "m5.                       | m5.xlarge m5.metal",
                "T3.Large                  | t3.large",
                "large                     | t3.large m5a.large m4.large",
                "m5 xlarge                 | m5.xlarge",
                "6gd                       | m6gd.2xlarge",
                "m9g                       | ''",
                "t3.huge                   | ''",
                // numbers with units, glued or not, in any order and case
                "4 vcpu                    | m5.xlarge m6g.xlarge g5.xlarge",
                "4vCPUs arm 16 GiB         | m6g.xlarge",
                "16 gib ARM 4 vcpu         | m6g.xlarge",
                "4 cpu graviton            | m6g.xlarge",
                "4 cores 16gb intel        | m5.xlarge g5.xlarge",
                "4-core arm                | m6g.xlarge",
                "512 mib                   | t3.nano",
                "0.5 gib                   | t3.nano",
                "3 tib                     | u-3tb1.56xlarge",
                "3,072 GiB                 | u-3tb1.56xlarge",
                "16 g                      | m5.xlarge m6g.xlarge g5.xlarge",
                "16 gib ram                | m5.xlarge m6g.xlarge g5.xlarge",
                "8 gpus                    | p4d.24xlarge",
                "1 gpu                     | g5.xlarge",
                "14 tasks                  | c5n.18xlarge",
                // the name of what is counted before the number
                "vcpu 4 arm                | m6g.xlarge",
                "vcpus: 4 arm              | m6g.xlarge",
                "mem=2                     | t4g.small",
                "memory >= 1 tib           | p4d.24xlarge u-3tb1.56xlarge",
                "memory 16 cpu 4 arm       | m6g.xlarge",
                "cpu 4 gpu 1               | g5.xlarge",
                "gpu 4 vcpu                | g5.xlarge",
                "gpu 4 vcpu 16 gib         | g5.xlarge",
                "network 10                | m5a.large c5n.18xlarge",
                // comparisons
                ">=1000 gib                | p4d.24xlarge u-3tb1.56xlarge",
                ">= 96 vcpu                | m5.metal p4d.24xlarge u-3tb1.56xlarge",
                "> 96 vcpu                 | u-3tb1.56xlarge",
                "=> 224 vcpu               | u-3tb1.56xlarge",
                "< 2 gib                   | t3.nano",
                "\u2264 2 gib              | t3.nano t4g.small",
                "96+ vcpu                  | m5.metal p4d.24xlarge u-3tb1.56xlarge",
                "96 vcpu+                  | m5.metal p4d.24xlarge u-3tb1.56xlarge",
                "96vcpu or more            | m5.metal p4d.24xlarge u-3tb1.56xlarge",
                "2 gib or less             | t3.nano t4g.small",
                "at least 200 vcpu         | u-3tb1.56xlarge",
                "at most 2 gib             | t3.nano t4g.small",
                "min 200 cores             | u-3tb1.56xlarge",
                "more than 100 vcpu        | u-3tb1.56xlarge",
                "up to 1 gib               | t3.nano",
                // ranges
                "8-80 vcpu                 | m6gd.2xlarge c5n.18xlarge",
                "80..8 vcpu                | m6gd.2xlarge c5n.18xlarge",
                "8 \u2013 80 vcpu          | m6gd.2xlarge c5n.18xlarge",
                "from 8 to 80 vcpu         | m6gd.2xlarge c5n.18xlarge",
                "between 8 and 80 vcpu     | m6gd.2xlarge c5n.18xlarge",
                "4 vcpu and 16 gib arm     | m6g.xlarge",
                // words
                "arm64 2 gib               | t4g.small",
                "amd                       | m5a.large",
                "x86_64 x86-64 x64 0.5 gib | t3.nano",
                "burstable intel           | t3.large t3.nano",
                "burst arm                 | t4g.small",
                "non-burstable 8 gib       | m5a.large m4.large",
                "not burstable 8 gib       | m5a.large m4.large",
                "gpu                       | p4d.24xlarge g5.xlarge",
                "no gpu 96 vcpu            | m5.metal",
                "without gpu 96 vcpu       | m5.metal",
                "bare metal                | m5.metal",
                "bare-metal                | m5.metal",
                "metal                     | m5.metal",
                "previous generation       | m4.large",
                "old                       | m4.large",
                "current gen m4            | ''",
                // the network
                "10 gigabit                | m5a.large c5n.18xlarge",
                "up to 10 gigabit          | m5a.large",
                ">= 400 gbps               | p4d.24xlarge",
                // a number alone may mean anything
                "m5 4                      | m5.xlarge",
                "2                         | t3.large t3.nano t4g.small m6gd.2xlarge m5a.large m4.large p4d.24xlarge",
                "5                         | m5.xlarge m5.metal m5a.large c5n.18xlarge g5.xlarge u-3tb1.56xlarge",
                // words that say nothing
                "a type with 4 vcpu, arm   | m6g.xlarge",
                // what is on its way
                "4 vc                      | m5.xlarge m6g.xlarge g5.xlarge",
                "2 gi                      | t4g.small",
                "grav 2 gib                | t4g.small",
            })
    void aSearchFinds(String text, String names) {
        assertThat(found(text)).containsExactly(names.isEmpty() ? new String[0] : names.split(" "));
    }

    @Test
    void nothingTypedFindsAll() {
        assertThat(found("")).hasSameSizeAs(ALL);
        assertThat(found(" \t\u00a0 ")).hasSameSizeAs(ALL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 vcpu arm 16 gib    | 4 vCPU; arm64; 16 GiB",
                ">=8gib               | 8 GiB or more",
                "8+ vcpu              | 8 vCPU or more",
                "2-4 vcpu             | 2 to 4 vCPU",
                "<= 512 mib           | At most 0.5 GiB",
                "> 2 tib              | More than 2,048 GiB",
                "< 3 gpus             | Less than 3 GPU",
                "up to 10 gigabit     | Up to 10 Gigabit",
                "15 tasks             | 15 tasks",
                "t3 previous gen      | Name t3…; Previous generation",
                "4g                   | 4 GiB",
                "no gpu bare metal    | Without GPU; Bare metal",
                "xlarge               | Size xlarge",
                "xlar                 | Name …xlar…",
                "m9g                  | “m9g”",
                "4                    | 4 vCPU, 4 GiB or in the name",
                "cheap arm            | arm64; Not understood: “cheap”",
                ">=8                  | Not understood: “>= 8”",
                "arm or intel         | arm64; Intel; Not understood: “or”",
            })
    void whatWasUnderstoodIsSaid(String text, String chips) {
        var search = search(text);
        var said = search.terms().stream().map(words::term).collect(Collectors.toList());
        if (!search.unknown().isEmpty()) {
            said.add(words.unknown(search.unknown()));
        }

        assertThat(String.join("; ", said)).isEqualTo(chips);
    }

    @Test
    void everyFeatureHasWordsForItselfAndForItsLack() {
        assertThat(Arrays.stream(Feature.values())
                        .flatMap(feature -> List.of(new Term.Is(feature, true), new Term.Is(feature, false)).stream())
                        .map(words::term))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotUnderstoodIsLeftOutOfTheSearchAndAllOfItTold() {
        var search = search("cheap 4 vcpu server, no disk >= 3 arm");

        assertThat(search.unknown()).containsExactly("cheap", "server", "no", "disk", ">= 3");
        assertThat(ALL.stream().filter(search).map(InstanceType::name)).containsExactly("m6g.xlarge");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-4 vcpu",
                "4 - vcpu",
                ">=",
                ">= >= 4 vcpu",
                "999999999999999999999 gib",
                "1e9 vcpu",
                "4..8..16 vcpu",
                ".",
                "+",
                "...",
                "(4) [vcpu] {16}",
                "\\p{L}+ .* ^$ [a-z",
                "'; drop table types; --",
                "{0} {1,choice,0#a}",
                "%s %d %n",
                "\u0000\u0007\u001b[31m",
                "\u202e4 vcpu",
                "\ud83d\ude00 arm \ud83d",
                "\ufdfa\ufdfa\ufdfa",
                "\uff14 vcpu",
                "between and",
                "no no no not without",
                "to to to 4 to to 8",
                "gpu gpu gpu 4",
                "memory memory 16 memory",
                "bare bare metal"
            })
    void nothingThatCanBeTypedIsTooMuch(String text) {
        var search = search(text);

        assertThat(search.terms().size() + search.unknown().size()).isPositive();
        assertThat(ALL.stream().filter(search).toList()).hasSizeLessThanOrEqualTo(ALL.size());
        search.terms().forEach(term -> assertThat(words.term(term)).isNotBlank());
        assertThat(words.unknown(search.unknown())).isNotBlank();
    }

    @Test
    void fullWidthDigitsAreDigits() {
        assertThat(found("\uff14 vcpu arm")).containsExactly("m6g.xlarge");
    }

    @Test
    void longTextsAreCutAndReadQuickly() {
        var before = System.nanoTime();

        assertThat(search("4 vcpu " + "x".repeat(10_000_000)).terms())
                .contains(search("4 vcpu").terms().getFirst());
        assertThat(search("9".repeat(1_000_000)).unknown()).hasSize(1);
        assertThat(search("1-".repeat(100_000)).terms()).isNotNull();

        assertThat(System.nanoTime() - before).isLessThan(1_000_000_000L);
    }

    @Test
    void noMixtureOfWordsBreaksTheReader() {
        var pieces = List.of(
                "4",
                "16",
                ">=",
                "<",
                "vcpu",
                "gib",
                "memory",
                "gpu",
                "no",
                "not",
                "to",
                "-",
                "+",
                "or more",
                "up to",
                "between",
                "and",
                "bare",
                "metal",
                "arm",
                "previous",
                "generation",
                "m5",
                "large",
                "zz",
                "10",
                "gigabit");
        var random = new Random(5);
        for (var i = 0; i < 20_000; i++) {
            var text = random.ints(random.nextInt(1, 9), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining(" "));
            var search = search(text);
            assertThat(ALL.stream().filter(search).count()).as(text).isLessThanOrEqualTo(ALL.size());
        }
    }
}
