package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.protocol.Refusal;
import dev.ecswizard.sandbox.stacks.Making.Failure;
import dev.ecswizard.sandbox.stacks.Making.Settling;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;
import software.amazon.awssdk.services.cloudformation.model.Output;

/// The making of a new stack.
///
/// ```
/// resource   CREATE_IN_PROGRESS ── "Resource creation Initiated" ── signals ── CREATE_COMPLETE
///                     └── CREATE_FAILED ── "Resource creation cancelled" for all others ── roll-back
/// ```
final class Creation extends Operation {
    private final OnFailure onFailure;
    private final String token;
    private boolean hasFailed;

    /// @param token null if none was given
    Creation(Stack stack, OnFailure onFailure, String token) {
        super(stack);
        this.onFailure = onFailure;
        this.token = token;
    }

    @Override
    protected String token() {
        return token;
    }

    @Override
    void begin() {
        stackIs("CREATE_IN_PROGRESS", "User Initiated");
        after(
                about(2),
                () -> stack.desired()
                        .parameters()
                        .notThere(stack.home().world())
                        .ifPresentOrElse(this::giveUp, this::advance));
        if (stack.timeoutInMinutes != null) {
            after(stack.timeoutInMinutes * 60.0, () -> {
                cancelOthers();
                giveUp("Stack creation time exceeded the specified timeout.");
            });
        }
    }

    private void advance() {
        if (hasFailed) {
            return;
        }
        for (var member : members("")) {
            if (member.needs().stream()
                    .allMatch(name -> stack.members().get(name).is("CREATE_COMPLETE"))) {
                memberIs(member, "CREATE_IN_PROGRESS", null);
                after(about(1.2), () -> make(member));
            }
        }
        if (members("CREATE_COMPLETE").size() == stack.members().size()) {
            after(about(1), this::complete);
        }
    }

    private void make(Member member) {
        try {
            var declared = member.declared();
            var properties = Tree.map(stack.functions().value(declared.properties()));
            member.have(properties);
            var violations = ResourceTypes.schema(declared.type()).violations(properties);
            if (!violations.isEmpty()) {
                throw new Failure("Properties validation failed for resource " + member.logicalId() + " with message:\n"
                        + violations);
            }
            var policy = Tree.map(stack.functions().value(Tree.map(declared.body(), "CreationPolicy")));
            var home = stack.home();
            var made = ResourceTypes.of(declared.type())
                    .maker()
                    .make(new Making(stack, declared, properties, policy, home.world(), ids, home.inventory()));
            member.made = made;
            member.physicalId = made.ref();
            home.inventory().add(declared.type(), made.thing(), stack.id());
            home.world().add(made.thing());
            memberIs(member, "CREATE_IN_PROGRESS", "Resource creation Initiated");
            settle(member, made.settling());
        } catch (Failure failure) {
            fail(member, failure.getMessage());
        } catch (Refusal refusal) {
            fail(member, refusal.getMessage());
        }
    }

    private void settle(Member member, Settling settling) {
        switch (settling) {
            case Settling.After(var seconds) -> after(about(seconds), () -> complete(member));
            case Settling.Fails(var seconds, var sentence) -> after(about(seconds), () -> fail(member, sentence));
            case Settling.Signals signals -> new Waiting(member, signals).begin();
        }
    }

    /// A group that waits for its hosts.
    private final class Waiting {
        private final Member member;
        private final Settling.Signals signals;
        private int received;

        Waiting(Member member, Settling.Signals signals) {
            this.member = member;
            this.signals = signals;
        }

        void begin() {
            if (signals.wanted() == 0) {
                after(about(3), () -> complete(member));
                return;
            }
            signals.hosts().forEach((host, second) -> after(second, () -> receive(host)));
            after(signals.timeout(), this::timeOut);
        }

        private void receive(String host) {
            if (!member.is("CREATE_IN_PROGRESS") || received == signals.wanted()) {
                return;
            }
            received++;
            tell(member, "CREATE_IN_PROGRESS", "Received SUCCESS signal with UniqueId " + host);
            if (received == signals.wanted()) {
                after(about(1.5), () -> complete(member));
            }
        }

        private void timeOut() {
            if (!member.is("CREATE_IN_PROGRESS") || received == signals.wanted()) {
                return;
            }
            var missing = signals.wanted() - received;
            tell(
                    member,
                    "UPDATE_IN_PROGRESS",
                    "Failed to receive " + missing
                            + " resource signal(s) for the current batch.  Each resource signal timeout is counted as a FAILURE.");
            if (received * 100 >= signals.percent() * signals.wanted()) {
                after(about(1), () -> complete(member));
            } else {
                after(
                        about(1),
                        () -> fail(
                                member,
                                "Received " + received + " SUCCESS signal(s) out of " + signals.wanted()
                                        + ".  Unable to satisfy " + signals.percent()
                                        + "% MinSuccessfulInstancesPercent requirement"));
            }
        }
    }

    private void complete(Member member) {
        if (member.is("CREATE_IN_PROGRESS")) {
            memberIs(member, "CREATE_COMPLETE", null);
            advance();
        }
    }

    private void fail(Member member, String reason) {
        if (!member.is("CREATE_IN_PROGRESS")) {
            return;
        }
        memberIs(member, "CREATE_FAILED", reason);
        if (!hasFailed) {
            hasFailed = true;
            // what completes or fails in this moment still does
            after(0.5, () -> {
                cancelOthers();
                giveUp("The following resource(s) failed to create: " + names(members("CREATE_FAILED")) + ".");
            });
        }
    }

    /// Ends what is under way; the innocent get a reason of their own.
    void cancelOthers() {
        members("CREATE_IN_PROGRESS")
                .forEach(member -> memberIs(member, "CREATE_FAILED", "Resource creation cancelled"));
    }

    private void giveUp(String reason) {
        hasFailed = true;
        switch (onFailure) {
            case DO_NOTHING -> {
                stackIs("CREATE_FAILED", reason);
                isOver = true;
            }
            case DELETE ->
                new Deletion(stack, Deletion.Kind.DELETE, reason + " Delete requested by user.", List.of(), token())
                        .begin();
            case ROLLBACK, UNKNOWN_TO_SDK_VERSION ->
                new Deletion(stack, Deletion.Kind.ROLLBACK, reason + " Rollback requested by user.", List.of(), token())
                        .begin();
        }
    }

    private void complete() {
        try {
            stack.outputs = stack.template().section("Outputs").entrySet().stream()
                    .filter(entry -> Tree.text(entry.getValue(), "Condition")
                            .map(stack.functions()::condition)
                            .orElse(true))
                    .map(entry -> output(entry.getKey(), entry.getValue()))
                    .toList();
        } catch (Refusal refusal) {
            hasFailed = true;
            giveUp(refusal.getMessage());
            return;
        }
        stackIs("CREATE_COMPLETE", null);
        isOver = true;
    }

    private Output output(String key, Object node) {
        return Output.builder()
                .outputKey(key)
                .outputValue(stack.functions().text(Tree.at(node, "Value").orElseThrow()))
                .description(Tree.text(node, "Description").orElse(null))
                .exportName(Tree.at(node, "Export", "Name")
                        .map(stack.functions()::text)
                        .orElse(null))
                .build();
    }
}
