package dev.ecswizard.sandbox.stacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The unmaking of a stack: on request, or because its creation failed.
final class Deletion extends Operation {
    /// What the stack is called meanwhile and afterwards.
    enum Kind {
        ROLLBACK,
        DELETE
    }

    /// How far a deletion goes.
    ///
    /// @param retained logical ids that stay
    /// @param isForced what can not be deleted stays too
    /// @param keepsNothing resources that are to be retained go as well if it is their creation that is rolled back
    record Extent(List<String> retained, boolean isForced, boolean keepsNothing) {
        static final Extent USUAL = new Extent(List.of(), false, false);

        Extent keepingNothing(boolean keepsNothing) {
            return new Extent(retained, isForced, keepsNothing);
        }
    }

    private final Kind kind;
    private final String reason;
    private final Extent extent;
    private final String token;

    /// @param token null if none was given
    Deletion(Stack stack, Kind kind, String reason, Extent extent, String token) {
        super(stack);
        this.kind = kind;
        this.reason = reason;
        this.extent = extent;
        this.token = token;
    }

    @Override
    protected String token() {
        return token;
    }

    @Override
    void begin() {
        var used = kind == Kind.DELETE ? exportInUse() : Optional.<String>empty();
        if (used.isPresent()) {
            var before = stack.status;
            stackIs("DELETE_IN_PROGRESS", reason);
            after(about(1), () -> {
                stackIs(before, used.get());
                isOver = true;
            });
        } else {
            delete();
        }
    }

    private Optional<String> exportInUse() {
        return stack.outputs.stream()
                .filter(output -> output.exportName() != null)
                .flatMap(output -> stack.home().importers(output.exportName()).stream()
                        .map(users -> "Delete canceled. Cannot delete export " + output.exportName()
                                + " as it is in use by " + users + "."))
                .findFirst();
    }

    private void delete() {
        stack.undo = null;
        var cancelled = members("CREATE_IN_PROGRESS");
        stackIs(kind + "_IN_PROGRESS", reason);
        cancelled.forEach(member -> memberIs(member, "CREATE_FAILED", "Resource creation cancelled"));
        var doomed = new ArrayList<>(stack.members().values());
        doomed.removeIf(
                member -> List.of("", "DELETE_COMPLETE", "DELETE_SKIPPED").contains(member.status));
        doomed.addAll(stack.leftovers);
        stack.leftovers.clear();
        var removal = new Removal(this, doomed, this::isKept, this::end);
        if (extent.isForced()) {
            removal.forced();
        }
        after(about(2.5), removal::begin);
    }

    private boolean isKept(Member member) {
        var policy = member.declared().text("DeletionPolicy").orElse("Delete");
        return extent.retained().contains(member.logicalId())
                || policy.equals("Retain") && !(kind == Kind.ROLLBACK && extent.keepsNothing())
                || policy.equals("RetainExceptOnCreate") && kind == Kind.DELETE;
    }

    private void end(List<Member> stuck) {
        after(about(0.6), () -> {
            if (stuck.isEmpty()) {
                stackIs(kind + "_COMPLETE", null);
                stack.deleted = kind == Kind.DELETE ? agenda.now() : null;
            } else {
                stackIs(kind + "_FAILED", "The following resource(s) failed to delete: " + names(stuck) + ". ");
            }
            isOver = true;
        });
    }
}
