package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.preflight.Check;
import dev.ecswizard.preflight.Finding;
import dev.ecswizard.preflight.Verdict;
import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.ClusterFile;
import dev.ecswizard.template.Question;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileCheckTest {
    private static ClusterSpec spec() throws Exception {
        return ClusterFile.read(
                Path.of("src", "test", "resources", "dev", "ecswizard", "clusters", "standard.ecscluster"));
    }

    private static Start start(boolean sandbox, String profile) {
        return new Start(Optional.empty(), sandbox, Optional.ofNullable(profile), Optional.empty(), Optional.empty());
    }

    private static Finding finding(Verdict verdict, String what, String fix) {
        return new Finding(
                Check.WAY_OUT,
                verdict,
                "WAY_NONE",
                "subnet-1",
                what,
                fix.isEmpty() ? "" : "It fails.",
                fix,
                Question.SUBNETS,
                fix.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Finding.Instead(Question.SUBNETS, List.of("subnet-2", "subnet-3"))),
                Optional.empty());
    }

    @Test
    void theSandboxIsCheckedOnlyWhenItIsAskedFor() throws Exception {
        var found = FileCheck.of(spec(), start(true, null), Sandbox.Options.DEFAULT, (_, _) -> Optional.empty());

        // the sample's network is nowhere
        assertThat(found.hasFailed()).isTrue();
        assertThat(found.findings()).extracting(Finding::kind).contains("SUBNET_GONE", "GROUP_GONE", "STACK_FREE");
        assertThat(found.findings()).extracting(Finding::check).contains(Check.values());
    }

    @Test
    void aProfileThatIsNotThereIsNotReplaced() {
        assertThatThrownBy(() -> FileCheck.of(
                        spec(), start(false, "nobody-has-it"), Sandbox.Options.DEFAULT, (_, _) -> Optional.empty()))
                .isInstanceOf(CloudProblem.class)
                .hasMessageContaining("nobody-has-it");
    }

    @Test
    void theLinesSayWhatIsWrongAndWhatToDo() {
        var found = new FileCheck(
                List.of(finding(Verdict.PASSED, "All is well.", ""), finding(Verdict.FAILED, "No way.", "Build one.")),
                Duration.ofMillis(1234));

        assertThat(found.lines().lines())
                .containsExactly(
                        "passed: Way to ECS: All is well.",
                        "FAILED: Way to ECS: No way.",
                        "    It fails.",
                        "    To do: Build one.",
                        "    Instead: subnets: subnet-2, subnet-3",
                        "1 passed, no warnings, 1 failed, 0 could not be checked; 1234 ms.");
        assertThat(found.hasFailed()).isTrue();
        assertThat(new FileCheck(List.of(finding(Verdict.WARNING, "Hm.", "Look.")), Duration.ZERO).hasFailed())
                .isFalse();
    }

    @Test
    void theSameCanBeReadByPrograms() throws Exception {
        var odd = "Sä\"y\\ it\n\u2028😀";
        var found = new FileCheck(List.of(finding(Verdict.FAILED, odd, "Build one.")), Duration.ofMillis(7));
        var read = new ObjectMapper().readTree(found.json());

        assertThat(found.json()).isPrintable();
        assertThat(read.get("failed").asInt()).isEqualTo(1);
        assertThat(read.get("passed").asInt()).isZero();
        assertThat(read.get("milliseconds").asInt()).isEqualTo(7);
        var only = read.get("findings").get(0);
        assertThat(only.get("what").asText()).isEqualTo(odd);
        assertThat(only.get("check").asText()).isEqualTo("WAY_OUT");
        assertThat(only.get("question").asText()).isEqualTo("subnets");
        assertThat(only.get("instead").get("subnets").toString()).isEqualTo("[\"subnet-2\",\"subnet-3\"]");
    }
}
