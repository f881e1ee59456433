package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.model.Output;

/// The change of a stack to another plan.
///
/// ```
/// UPDATE_IN_PROGRESS ── UPDATE_COMPLETE_CLEANUP_IN_PROGRESS ── UPDATE_COMPLETE
///         ├── UPDATE_ROLLBACK_IN_PROGRESS, see Restoring
///         └── UPDATE_FAILED, where nothing is to be rolled back
/// ```
final class Update extends Changing {
    private final Plan next;
    private final Terms terms;

    /// What was asked for beside the plan.
    ///
    /// @param keepsWhatFails whether it is not to be rolled back
    /// @param keepsNothing whether a roll-back deletes new resources that are to be retained, too
    /// @param token null if none was given
    record Terms(boolean keepsWhatFails, boolean keepsNothing, String token) {}

    Update(Stack stack, Plan next, Terms terms) {
        super(stack);
        this.next = next;
        this.terms = terms;
    }

    @Override
    protected String token() {
        return terms.token();
    }

    @Override
    void begin() {
        if (stack.isStable()) {
            stack.undo = new Undo(stack);
        }
        stack.follow(next);
        stack.updated = agenda.now();
        stack.keepsWhatFails = terms.keepsWhatFails();
        stackIs("UPDATE_IN_PROGRESS", "User Initiated");
        after(
                about(2),
                () -> next.desired()
                        .parameters()
                        .notThere(stack.home().world())
                        .ifPresentOrElse(this::giveUp, this::advance));
    }

    @Override
    protected Set<String> course() {
        return next.resources().keySet();
    }

    @Override
    protected void turn(Member member) {
        var name = member.logicalId();
        if (member.made == null || member.is("CREATE_FAILED")) {
            create(member);
            return;
        }
        var need = need(member);
        if (need != Need.NOTHING) {
            Optional.ofNullable(stack.undo).ifPresent(undo -> undo.remember(member));
        }
        member.declare(next.resources().get(name), next.needs(name));
        switch (need) {
            case NOTHING -> isDone(member);
            case ALTERATION -> {
                memberIs(member, "UPDATE_IN_PROGRESS", null);
                after(about(1.2), () -> modify(member));
            }
            case REPLACEMENT -> {
                memberIs(
                        member,
                        "UPDATE_IN_PROGRESS",
                        "Requested update requires the creation of a new physical resource; hence creating one.");
                after(about(1.2), () -> replace(member));
            }
        }
    }

    private void create(Member member) {
        var name = member.logicalId();
        if (member.made != null) {
            stack.leftovers.add(member.detached());
            member.made = null;
            member.physicalId = "";
        }
        member.declare(next.resources().get(name), next.needs(name));
        memberIs(member, "CREATE_IN_PROGRESS", null);
        after(about(1.2), () -> make(member, Verb.CREATE));
    }

    private Need need(Member member) {
        try {
            return Need.of(member, making(next.resources().get(member.logicalId())));
        } catch (Refusal _) {
            // its turn will say why
            return Need.ALTERATION;
        }
    }

    private void replace(Member member) {
        var name = keptName(member);
        if (name.isPresent()) {
            fail(
                    member,
                    Verb.UPDATE,
                    "CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename "
                            + name.get() + " and update the stack again.");
        } else {
            make(member, Verb.UPDATE);
        }
    }

    /// The name that the template gives a resource, if it gave it the same before: two of them can not be there at
    /// once.
    private Optional<String> keptName(Member member) {
        var keys = ResourceTypes.schema(member.declared().type())
                .identifier()
                .map(List::of)
                .orElse(List.of("GroupName", "LaunchTemplateName"));
        var wanted = making(member.declared()).properties();
        return keys.stream()
                .map(key -> Tree.text(wanted, key)
                        .filter(name -> name.equals(member.properties().get(key))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    protected void arrive() {
        try {
            var outputs = outputs();
            var refusal = refusal(stack.outputs, outputs);
            if (refusal.isPresent()) {
                giveUp(refusal.get());
                return;
            }
            stack.outputs = outputs;
        } catch (Refusal refusal) {
            giveUp(refusal.getMessage());
            return;
        }
        cleanUp(
                "UPDATE_COMPLETE",
                member -> stack.leftovers.contains(member)
                        ? member.declared()
                                .text("UpdateReplacePolicy")
                                .orElse("")
                                .equals("Retain")
                        : member.declared().text("DeletionPolicy").orElse("").startsWith("Retain"),
                "Update successful. One or more resources could not be deleted.");
    }

    /// CloudFormation's sentence about the first export that others use and that would not be what it was.
    private Optional<String> refusal(List<Output> before, List<Output> after) {
        for (var output : before) {
            var users = stack.home().importers(output.exportName());
            var value = after.stream()
                    .filter(other -> Objects.equals(other.exportName(), output.exportName()))
                    .map(Output::outputValue)
                    .findFirst();
            if (users.isPresent() && value.isEmpty()) {
                return Optional.of("Delete canceled. Cannot delete export " + output.exportName()
                        + " as it is in use by " + users.get() + ".");
            }
            if (users.isPresent() && !value.get().equals(output.outputValue())) {
                return Optional.of(
                        "Export " + output.exportName() + " cannot be updated as it is in use by " + users.get());
            }
        }
        return Optional.empty();
    }

    /// Stops what is under way and goes back.
    ///
    /// @param token null if none was given
    void cancel(String token) {
        cancelOthers();
        new Restoring(stack, "User Initiated", Set.of(), terms.keepsNothing(), token).begin();
    }

    @Override
    protected void giveUp(String reason) {
        if (terms.keepsWhatFails()) {
            stackIs("UPDATE_FAILED", reason);
            isOver = true;
        } else {
            Restoring.orDeletion(stack, reason, terms.keepsNothing(), token()).begin();
        }
    }
}
