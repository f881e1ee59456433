package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.protocol.Refusal;
import dev.ecswizard.sandbox.stacks.Making.Failure;
import dev.ecswizard.sandbox.stacks.Making.Settling;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.Output;

/// Something done to a stack in the course of which resources are made.
///
/// ```
/// resource   X_IN_PROGRESS ── "Resource creation Initiated" ── signals ── X_COMPLETE
///                  └── X_FAILED
/// ```
abstract class Building extends Operation {
    /// What the making of a resource is called in its states: the resource may be new to the stack, or replace another.
    enum Verb {
        CREATE,
        UPDATE
    }

    Building(Stack stack) {
        super(stack);
    }

    /// Begins with all that can be begun with.
    protected abstract void advance();

    /// Called when a resource has become complete.
    protected void completed(Member member) {
        advance();
    }

    /// Called for each resource that fails.
    protected abstract void hasFailed();

    /// What a resource is to be. All that it needs has been made.
    ///
    /// @throws Refusal if a function can not be worked out
    protected Making making(Template.Declared declared) {
        return Making.of(stack, stack.plan(), declared);
    }

    protected static void check(Making making) throws Failure {
        var violations = ResourceTypes.schema(making.declared().type()).violations(making.properties());
        if (!violations.isEmpty()) {
            throw new Failure("Properties validation failed for resource "
                    + making.declared().logicalId() + " with message:\n" + violations);
        }
    }

    /// Makes a resource; where there was one before, that one is left over.
    protected void make(Member member, Verb verb) {
        var old = member.detached();
        try {
            var making = making(member.declared());
            member.have(making);
            check(making);
            var type = member.declared().type();
            var made = ResourceTypes.of(type).maker().make(making);
            if (old.made != null) {
                stack.leftovers.add(old);
            }
            member.made = made;
            member.physicalId = made.ref();
            stack.home().inventory().add(type, made.thing(), stack.id());
            stack.home().world().add(made.thing());
            memberIs(member, verb + "_IN_PROGRESS", "Resource creation Initiated");
            settle(member, verb, made.settling());
        } catch (Failure failure) {
            fail(member, verb, failure.getMessage(), old);
        } catch (Refusal refusal) {
            fail(member, verb, refusal.getMessage(), old);
        }
    }

    private void fail(Member member, Verb verb, String reason, Member old) {
        fail(member, verb, reason);
        if (old.made != null) {
            member.resume(old);
        }
    }

    protected void settle(Member member, Verb verb, Settling settling) {
        switch (settling) {
            case Settling.After(var seconds) -> after(about(seconds), () -> complete(member, verb));
            case Settling.Fails(var seconds, var sentence) -> after(about(seconds), () -> fail(member, verb, sentence));
            case Settling.Rolling(var group, var policy) ->
                new RollingUpdate(
                                this,
                                member,
                                group,
                                policy,
                                () -> after(about(1.5), () -> complete(member, verb)),
                                sentence -> fail(member, verb, sentence))
                        .begin();
            case Settling.Stable(var group) ->
                stabilize(member, verb, group, () -> after(about(1.5), () -> complete(member, verb)));
            case Settling.Signals(var group, var wanted, var percent, var timeout) -> {
                new SignalWait(
                        this,
                        member,
                        wanted,
                        timeout,
                        result -> after(about(1.5), () -> {
                            if (result.isEnough(percent)) {
                                complete(member, verb);
                            } else {
                                fail(member, verb, result.refusal(percent));
                            }
                        }));
                // hosts that came and never signalled do not make it complete
                stabilize(member, verb, group, () -> {});
            }
        }
    }

    private void stabilize(Member member, Verb verb, String group, Runnable good) {
        new Stabilizing(this, member, group, Hosts.Standing::isStable, good, sentence -> fail(member, verb, sentence));
    }

    protected void complete(Member member, Verb verb) {
        if (member.is(verb + "_IN_PROGRESS")) {
            memberIs(member, verb + "_COMPLETE", null);
            completed(member);
        }
    }

    protected void fail(Member member, Verb verb, String reason) {
        if (member.is(verb + "_IN_PROGRESS")) {
            memberIs(member, verb + "_FAILED", reason);
            hasFailed();
        }
    }

    /// Ends what is under way; the innocent get a reason of their own.
    protected void cancelOthers() {
        members("CREATE_IN_PROGRESS")
                .forEach(member -> memberIs(member, "CREATE_FAILED", "Resource creation cancelled"));
        members("UPDATE_IN_PROGRESS").forEach(member -> memberIs(member, "UPDATE_FAILED", "Resource update cancelled"));
    }

    /// @throws Refusal if a function can not be worked out, or an export has a name that is taken
    protected List<Output> outputs() {
        var outputs = stack.plan().outputs().entrySet().stream()
                .map(entry -> output(entry.getKey(), entry.getValue()))
                .toList();
        Exports.claim(stack, outputs);
        return outputs;
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
