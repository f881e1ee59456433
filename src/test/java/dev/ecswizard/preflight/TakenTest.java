package dev.ecswizard.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.Asked.Answered;
import dev.ecswizard.cloud.Asked.Unanswered;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Rights.Decision;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.preflight.Facts.Simulated;
import dev.ecswizard.preflight.Finding.Instead;
import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.sandbox.world.Quota;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Question;
import dev.ecswizard.template.Template;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is in the way of a name, whose rights count, and what CloudFormation refuses.
class TakenTest {
    private static ClusterSpec spec;
    private static Facts facts;

    @BeforeAll
    static void read() throws IOException {
        try (var trial = new Trial(_ -> {})) {
            spec = trial.choices().spec();
            facts = trial.facts(spec);
        }
    }

    private static Facts with(
            Asked<Optional<Stack>> stack,
            Asked<Optional<String>> cluster,
            Asked<Simulated> rights,
            Asked<Optional<Stacks.Validation>> validation) {
        return new Facts(
                facts.around(),
                facts.caller(),
                facts.zones(),
                facts.types(),
                facts.standIns(),
                facts.used(),
                facts.quotas(),
                facts.image(),
                facts.keyPairs(),
                stack,
                cluster,
                facts.role(),
                facts.own(),
                rights,
                validation,
                facts.refusal(),
                facts.time());
    }

    private static List<Finding> of(Check check, Facts changed) {
        return Preflight.findings(spec, changed).stream()
                .filter(finding -> finding.check() == check)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE_COMPLETE, STACK_FREE",
        "CREATE_COMPLETE, STACK_EXISTS",
        "UPDATE_COMPLETE, STACK_EXISTS",
        "UPDATE_ROLLBACK_COMPLETE, STACK_EXISTS",
        "IMPORT_ROLLBACK_COMPLETE, STACK_EXISTS",
        "CREATE_IN_PROGRESS, STACK_BUSY",
        "ROLLBACK_IN_PROGRESS, STACK_BUSY",
        "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, STACK_BUSY",
        "REVIEW_IN_PROGRESS, STACK_IN_REVIEW",
        "DELETE_IN_PROGRESS, STACK_BEING_DELETED",
        "ROLLBACK_COMPLETE, STACK_ROLLED_BACK",
        "CREATE_FAILED, STACK_LEFT_AS_IT_FAILED",
        "IMPORT_ROLLBACK_FAILED, STACK_HALF_CREATED",
        "ROLLBACK_FAILED, STACK_HALF_CREATED",
        "DELETE_FAILED, STACK_HALF_DELETED",
        "UPDATE_FAILED, STACK_STUCK",
        "UPDATE_ROLLBACK_FAILED, STACK_STUCK"
    })
    void everyStateOfAStackHasItsWayOut(String status, String kind) {
        var held = new Stack("id", "web", new StackStatus(status), "", Instant.EPOCH, Map.of(), Map.of(), List.of());
        var found = of(
                Check.STACK_NAME,
                with(new Answered<>(Optional.of(held)), facts.cluster(), facts.rights(), facts.validation()));

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.question()).isEqualTo(Question.STACK_NAME);
            assertThat(finding.fix().isEmpty()).isEqualTo(kind.equals("STACK_FREE"));
        });
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, CLUSTER_TAKEN", "PROVISIONING, CLUSTER_TAKEN", "INACTIVE, CLUSTER_FREE"})
    void aClusterThatIsDeletedIsNotInTheWay(String status, String kind) {
        var found = of(
                Check.CLUSTER_NAME,
                with(facts.stack(), new Answered<>(Optional.of(status)), facts.rights(), facts.validation()));

        assertThat(found).extracting(Finding::kind).containsExactly(kind);
    }

    @ParameterizedTest
    @CsvSource({"ROOT, MAY_AS_ROOT", "OTHER, NOBODY_TO_ASK_FOR"})
    void notEverybodyIsSimulated(Simulated.Who who, String kind) {
        var rights = new Answered<>(new Simulated(who, Map.of()));

        assertThat(of(Check.PERMISSIONS, with(facts.stack(), facts.cluster(), rights, facts.validation())))
                .extracting(Finding::kind)
                .containsExactly(kind);
    }

    @Test
    void eachActionThatIsNotAllowedIsNamed() {
        var rights = new Answered<>(new Simulated(
                Simulated.Who.USER_OR_ROLE,
                Map.of(
                        "iam:PassRole",
                        Decision.UNSURE,
                        "ec2:RunInstances",
                        Decision.DENIED,
                        "ecs:CreateCluster",
                        Decision.ALLOWED)));

        assertThat(of(Check.PERMISSIONS, with(facts.stack(), facts.cluster(), rights, facts.validation())))
                .extracting(finding -> finding.kind() + " " + finding.resource())
                .containsExactly("MAY_NOT ec2:RunInstances", "MAY_PERHAPS iam:PassRole");
    }

    @Test
    void aRefusedTemplateIsToldInTheWordsOfCloudFormation() {
        var refused = new Asked.Unanswered<Optional<Stacks.Validation>>(new CloudProblem(
                CloudProblem.Kind.REFUSED, "cloudformation:ValidateTemplate", "ValidationError", "Bad.", "", null));

        assertThat(of(Check.VALIDATION, with(facts.stack(), facts.cluster(), facts.rights(), refused)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo("INVALID");
                    assertThat(finding.what()).contains("Bad.");
                });
    }

    @Test
    void whatCloudFormationDidNotSayIsNotItsRefusal() {
        var failed = new Asked.Unanswered<Optional<Stacks.Validation>>(new CloudProblem(
                CloudProblem.Kind.REFUSED, "cloudformation:ValidateTemplate", "", "Could not ask.", "", null));

        assertThat(of(Check.VALIDATION, with(facts.stack(), facts.cluster(), facts.rights(), failed)))
                .extracting(Finding::kind)
                .containsExactly("UNREAD");
    }

    @Test
    void whatStandsAlreadyIsInTheWay() throws IOException {
        var now = new AtomicReference<>(Instant.parse("2026-05-04T03:02:01Z"));
        try (var trial = new Trial(
                Sandbox.Options.DEFAULT.withClock(now::get),
                world -> world.quotas().set(Quota.STANDARD, 7))) {
            var choices = trial.choices();
            choices.size = 2;
            var own = choices.spec();
            assertThat(trial.findings(own)).extracting(Finding::verdict).doesNotContain(Verdict.FAILED);
            var template = Template.of(own);
            var id = trial.make(template, "web", now);
            assertThat(trial.findings(own)).extracting(Finding::kind).contains("STACK_BUSY");
            assertThat(changing(trial, own, id)).extracting(Finding::kind).contains("STACK_CHANGED");
            now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(3)));

            var findings = trial.findings(own);
            assertThat(findings)
                    .filteredOn(Finding::blocks)
                    .extracting(Finding::kind)
                    // two hosts with two vCPUs each run, and leave too few
                    .containsExactly("STACK_EXISTS", "CLUSTER_TAKEN", "ROLE_TAKEN", "VCPUS_LACKING");
            assertThat(findings)
                    .filteredOn(finding -> finding.check() == Check.STACK_NAME)
                    .flatExtracting(finding -> finding.instead().stream().toList())
                    .containsExactly(Instead.of(Question.STACK_NAME, "web-2"));

            assertThat(changing(trial, own, id))
                    .noneMatch(Finding::blocks)
                    .extracting(Finding::kind)
                    .contains("STACK_CHANGED", "CLUSTER_OWN", "ROLE_OWN", "VCPUS_OF_CHANGE");
            // another stack's names are as taken as before
            assertThat(changing(trial, own, id + "0"))
                    .filteredOn(Finding::blocks)
                    .extracting(Finding::kind)
                    .containsExactly("STACK_EXISTS");
        }
    }

    private static List<Finding> changing(Trial trial, ClusterSpec spec, String stackId) {
        return Preflight.findings(
                spec, Survey.of(trial.cloud, spec, Optional.of(stackId), java.time.InstantSource.system()));
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE_COMPLETE, STACK_CHANGED",
        "UPDATE_ROLLBACK_COMPLETE, STACK_CHANGED",
        "UPDATE_FAILED, STACK_CHANGED",
        "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, STACK_CHANGED",
        "REVIEW_IN_PROGRESS, STACK_IN_REVIEW",
        "DELETE_IN_PROGRESS, STACK_BEING_DELETED",
        "ROLLBACK_COMPLETE, STACK_ROLLED_BACK",
        "UPDATE_ROLLBACK_FAILED, STACK_STUCK"
    })
    void aStackThatIsToBeChangedIsInTheWayOnlyWhereItCanNotBe(String status, String kind) {
        var held = new Stack("id", "web", new StackStatus(status), "", Instant.EPOCH, Map.of(), Map.of(), List.of());
        var read = with(new Answered<>(Optional.of(held)), facts.cluster(), facts.rights(), facts.validation());
        assertThat(of(Check.STACK_NAME, owning(read, "id", new Answered<>(List.of()))))
                .extracting(Finding::kind)
                .containsExactly(kind);
        assertThat(of(Check.STACK_NAME, owning(read, "another", new Answered<>(List.of()))))
                .noneMatch(finding -> finding.kind().equals("STACK_CHANGED"));
    }

    @Test
    void aNameThatTheChangedStackDoesNotHoldIsTaken() {
        var read = with(facts.stack(), new Answered<>(Optional.of("ACTIVE")), facts.rights(), facts.validation());
        var cluster = new StackResource("Cluster", "web", "AWS::ECS::Cluster", new StackStatus("CREATE_COMPLETE"), "");
        var gone = new StackResource("Cluster", "web", "AWS::ECS::Cluster", new StackStatus("DELETE_COMPLETE"), "");
        assertThat(of(Check.CLUSTER_NAME, owning(read, "id", new Answered<>(List.of(cluster)))))
                .extracting(Finding::kind)
                .containsExactly("CLUSTER_OWN");
        assertThat(of(Check.CLUSTER_NAME, owning(read, "id", new Answered<>(List.of(gone)))))
                .extracting(Finding::kind)
                .containsExactly("CLUSTER_TAKEN");
        var denied = new CloudProblem(
                CloudProblem.Kind.DENIED, "cloudformation:ListStackResources", "AccessDenied", "No.", "", null);
        assertThat(of(Check.CLUSTER_NAME, owning(read, "id", new Unanswered<>(denied))))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.UNCHECKED);
    }

    private static Facts owning(Facts read, String stackId, Asked<List<StackResource>> resources) {
        return new Facts(
                read.around(),
                read.caller(),
                read.zones(),
                read.types(),
                read.standIns(),
                read.used(),
                read.quotas(),
                read.image(),
                read.keyPairs(),
                read.stack(),
                read.cluster(),
                read.role(),
                Optional.of(new Facts.Own(stackId, resources)),
                read.rights(),
                read.validation(),
                read.refusal(),
                read.time());
    }
}
