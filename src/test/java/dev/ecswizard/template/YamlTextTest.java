package dev.ecswizard.template;

import static dev.ecswizard.template.Node.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.template.Node.Mapping;
import dev.ecswizard.template.Node.Shape;
import dev.ecswizard.template.Node.Sub;
import dev.ecswizard.template.Node.Text;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class YamlTextTest {
    static Stream<String> probes() {
        return Stream.of(
                "12:30",
                "1:2:3",
                "1e3",
                "1e+3",
                "0x1F",
                "0b11",
                "0o14",
                "012",
                "08",
                "1_000",
                "1_e5",
                "1.",
                ".5",
                "+1",
                "-1",
                "-",
                "--",
                "---",
                "...",
                "2010-09-09",
                "2010-9-9 1:2:3",
                ".inf",
                "-.INF",
                ".nan",
                "<<",
                "=",
                "!",
                "!x",
                "&a",
                "*a",
                "y",
                "Y",
                "n",
                "yes",
                "Yes",
                "NO",
                "on",
                "Off",
                "true",
                "FALSE",
                "null",
                "Null",
                "~",
                "",
                " ",
                " x",
                "x ",
                "x\t",
                "\tx",
                "a\tb",
                "- x",
                "-x",
                "? x",
                "?x",
                "a: b",
                "a:",
                ":a",
                "a:b",
                "a #b",
                "#",
                "a#b",
                "[a]",
                "{a}",
                "a, b",
                "'",
                "\"",
                "a'b",
                "\\",
                "%a",
                "@a",
                "`a",
                "|",
                ">",
                "a\nb",
                "a\n",
                "a\n\n",
                "\na",
                "a\r\nb",
                "a\r",
                "\u0085",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "\uFEFF",
                "a\uFEFFb",
                "\u200B",
                "a\u200Bb",
                "\u00A0",
                "\u0000",
                "\u0007",
                "\u001B[31m",
                "\uFFFE",
                "😀",
                "a😀b",
                "größe",
                "日本",
                "${AWS::StackName}",
                "${",
                "a ${b} - c",
                "/etc/x",
                "a ".repeat(90) + "b",
                "a".repeat(300));
    }

    @ParameterizedTest
    @MethodSource("probes")
    void everyTextComesBackAsTheSameText(String probe) {
        var yaml = YamlText.of(Node.mapping(
                entry("value", probe), entry("list", Node.items(Node.text(probe))), entry("x" + probe, "after")));

        assertThat(new Yaml().<Object>load(yaml))
                .isEqualTo(Map.of("value", probe, "list", List.of(probe), "x" + probe, "after"));
    }

    @ParameterizedTest
    @MethodSource("probes")
    void everyTextComesBackAsAKey(String probe) {
        assertThat(new Yaml().<Object>load(YamlText.of(Node.mapping(entry(probe, "after")))))
                .isEqualTo(Map.of(probe, "after"));
    }

    @ParameterizedTest
    @MethodSource("probes")
    void everyTextComesBackFromBehindATag(String probe) {
        assertThat(Parsed.of(YamlText.of(Node.mapping(entry("value", new Sub(probe)))))
                        .at("value"))
                .isEqualTo(Map.of("Fn::Sub", probe));
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void randomTextsComeBackInEveryShape(Shape shape) {
        var random = new Random(20_26);
        var characters = "ab 01:#-,[]{}'\"\\!&*?|>%@`~=.\n\t\u0085\u2028\u00A0é"
                .codePoints()
                .mapToObj(Character::toString)
                .toList();
        for (var i = 0; i < 3000; i++) {
            var text = new StringBuilder();
            for (var length = random.nextInt(12); length > 0; length--) {
                text.append(characters.get(random.nextInt(characters.size())));
            }
            var yaml = YamlText.of(Node.mapping(entry("value", new Text(text.toString(), shape)), entry("after", "x")));
            assertThat(new Yaml().<Object>load(yaml)).isEqualTo(Map.of("value", text.toString(), "after", "x"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"t3.large", "AWS::EC2::VPC", "List<AWS::EC2::Subnet::Id>", "/dev/xvda", "a whole number, 1."})
    void plainWordsStandWithoutQuotes(String words) {
        assertThat(YamlText.of(Node.mapping(entry("value", words)))).isEqualTo("value: " + words + "\n");
    }

    @Test
    void blankLinesHoldNoSpaces() {
        var inner = new Mapping(
                List.of(entry("a", Node.mapping(entry("b", "c"))), entry("d", Node.mapping(entry("e", "f")))), true);

        assertThat(YamlText.of(Node.mapping(entry("top", inner)))).isEqualTo("""
                top:
                  a:
                    b: c

                  d:
                    e: f
                """);
    }
}
