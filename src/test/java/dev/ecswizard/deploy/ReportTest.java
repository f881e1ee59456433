package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ecswizard.cloud.ContainerInstance;
import dev.ecswizard.cloud.ScalingActivity;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final String ACCOUNT = "123456789012";
    private static final String ID = "arn:aws:cloudformation:eu-west-1:" + ACCOUNT + ":stack/web/1";
    private static final String HOSTILE = "</pre><script>alert('" + ACCOUNT + "')</script>\" onload=\"x & y";

    private static StackEvent event(int second, String id, String physical, String type, String status, String reason) {
        return new StackEvent(
                "e" + second, START.plusSeconds(second), ID, id, physical, type, new StackStatus(status), reason);
    }

    private final List<StackEvent> events = List.of(
            event(0, "web", ID, "AWS::CloudFormation::Stack", "CREATE_IN_PROGRESS", "User Initiated"),
            event(1, "Role" + HOSTILE, "role", "AWS::IAM::Role" + HOSTILE, "CREATE_IN_PROGRESS", ""),
            event(4, "Role" + HOSTILE, "role", "AWS::IAM::Role" + HOSTILE, "CREATE_FAILED", "No\n\"room\" " + HOSTILE),
            event(5, "web", ID, "AWS::CloudFormation::Stack", "CREATE_FAILED", ""));

    private final Report report = report(new HostsSeen(
            new HostTarget(ID, "web", "group"),
            1,
            List.of(),
            List.of(),
            List.of(new HostConsole("i-0123", List.of("cfn-signal: no answer", "account " + ACCOUNT + " " + HOSTILE))),
            Optional.empty(),
            Optional.empty()));

    private Report report(HostsSeen hosts) {
        return new Report(
                "web",
                ID,
                ACCOUNT,
                Optional.of("arn:aws:iam::" + ACCOUNT + ":user/" + HOSTILE),
                "eu-west-1",
                "Failed " + HOSTILE,
                Optional.of(events.get(2)),
                Optional.of("Resources: # " + HOSTILE),
                Map.of("VpcId" + HOSTILE, "vpc-1" + HOSTILE),
                List.of("One resource is made " + HOSTILE),
                List.of(),
                events,
                List.of(new Stack.Output("Arn" + HOSTILE, "arn:" + HOSTILE, "")),
                Optional.of(hosts),
                START.plusSeconds(60));
    }

    @Test
    void theTextHasALineForEachEvent() {
        assertThat(report.text(Blot.NONE).lines())
                .hasSize(8)
                .endsWith(
                        "",
                        "The end of the console of host i-0123",
                        "cfn-signal: no answer",
                        "account " + ACCOUNT + " " + HOSTILE)
                .first()
                .isEqualTo("2026-03-01T10:00:00Z\tweb\tAWS::CloudFormation::Stack\tCREATE_IN_PROGRESS\t" + ID
                        + "\tUser Initiated");
        assertThat(report.text(Blot.NONE)).contains("No \"room\"");
    }

    @Test
    void everyJsonLineReadsBackToItsEvent() throws JsonProcessingException {
        var lines = report.jsonLines(Blot.NONE).lines().toList();
        assertThat(lines).hasSize(5);
        var console = new JsonMapper().readTree(lines.getLast());
        assertThat(console.path("InstanceId").asText()).isEqualTo("i-0123");
        assertThat(console.path("Output").get(0).asText()).isEqualTo("cfn-signal: no answer");
        var failure = new JsonMapper().readTree(lines.get(2));
        assertThat(failure.path("ResourceStatusReason").asText())
                .isEqualTo(events.get(2).reason());
        assertThat(failure.path("Timestamp").asText()).isEqualTo("2026-03-01T10:00:04Z");
        assertThat(new JsonMapper().readTree(lines.get(1)).has("ResourceStatusReason"))
                .isFalse();
    }

    @Test
    void thePageHasEverythingAndNothingInItIsMarkup() {
        var page = report.webPage(Blot.NONE);
        assertThat(page)
                .contains(
                        "Deployment of stack web",
                        "eu-west-1",
                        "What was going to be done",
                        "One resource is made",
                        "Parameters",
                        "Outputs",
                        "Timeline",
                        "Events (UTC)",
                        "Template",
                        "Resources: # &lt;/pre&gt;&lt;script&gt;",
                        "left:20.00%;width:60.00%");
        assertThat(page).doesNotContain("<script", "onload=\"", "alert('").doesNotContainPattern("(src|href)=");
        assertThat(page).contains("The end of the console of host i-0123", "cfn-signal: no answer");
        assertThat(page.split("</pre>", -1)).hasSize(3);
    }

    @Test
    void hostsHaveBarsThatMayReachBeyondTheEndOfTheStack() {
        var launched = new ScalingActivity(
                "a",
                "group",
                "Launching a new EC2 instance: i-0abc",
                "",
                "Successful",
                "",
                START.plusSeconds(4),
                Optional.of(START.plusSeconds(6)));
        var joined = new ContainerInstance("i-0abc", "ACTIVE", "", true, 0, Optional.of(START.plusSeconds(20)));
        var page = report(new HostsSeen(
                        new HostTarget(ID, "web", "group"),
                        1,
                        List.of(joined),
                        List.of(launched),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()))
                .webPage(Blot.NONE);
        assertThat(page)
                .contains(
                        "i-0abc",
                        "class=\"WORKING\" style=\"left:20.00%;width:10.00%\"",
                        "class=\"JOINING\" style=\"left:30.00%;width:70.00%\"",
                        "Waits for its agent");
    }

    @Test
    void noAccountIsLeftWhereTheyAreBlottedOut() {
        var blot = Blot.of(ACCOUNT);
        for (var text : List.of(report.text(blot), report.jsonLines(blot), report.webPage(blot))) {
            assertThat(text).doesNotContain(ACCOUNT).contains("************");
        }
        assertThat(report.webPage(Blot.NONE)).contains(ACCOUNT);
    }
}
