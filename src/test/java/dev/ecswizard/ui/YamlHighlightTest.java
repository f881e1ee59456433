package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class YamlHighlightTest {
    @Test
    void keysTagsAndStringsAreTold() {
        assertThat(parts("Mode: \"000400\"\nVpcId: !Ref VpcId"))
                .containsExactly("KEY Mode", "STRING \"000400\"", "KEY VpcId", "TAG !Ref");
    }

    @Test
    void aKeyMayHoldColonsAndStandBehindADash() {
        assertThat(parts("AWS::CloudFormation::Init:\n  - Key: Name"))
                .containsExactly("KEY AWS::CloudFormation::Init", "KEY Key");
    }

    @Test
    void aScriptEndsWhereTheIndentDoes() {
        assertThat(parts("A: !Sub |\n  #!/bin/bash\n  key: value\n\n  end\nB: c"))
                .containsExactly("KEY A", "TAG !Sub", "SCRIPT #!/bin/bash", "SCRIPT key: value", "SCRIPT end", "KEY B");
    }

    @Test
    void aHashIsACommentOnlyBehindASpace() {
        assertThat(parts("A: b#c # why\nB: \"x # y\""))
                .containsExactly("KEY A", "COMMENT # why", "KEY B", "STRING \"x # y\"");
    }

    @Test
    void anUnendedStringAndAnEmptyTextDoNoHarm() {
        assertThat(parts("")).isEmpty();
        assertThat(parts("A: \"open\nB:")).containsExactly("KEY A", "KEY B");
    }

    private static List<String> parts(String yaml) {
        return YamlHighlight.lines(yaml).stream()
                .flatMap(line -> line.spans().stream()
                        .map(span -> span.kind() + " " + line.text().substring(span.start(), span.end())))
                .toList();
    }
}
