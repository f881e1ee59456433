package dev.ecswizard.sandbox.stacks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/// A stack: what it is to be, how far it is, and all that happened to it.
final class Stack {
    private final String id;
    private final String name;
    private final RegionStacks home;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private Plan plan;
    final Instant created;
    final List<StackEvent> events = new ArrayList<>();
    final List<ChangeSet> changeSets = new ArrayList<>();
    String changeSetId;
    List<Output> outputs = List.of();
    String status = "";
    String reason;
    Instant updated;
    Instant deleted;
    Operation operation;
    Undo undo;
    final List<Member> leftovers = new ArrayList<>();
    Integer timeoutInMinutes;
    boolean isProtected;
    boolean keepsWhatFails;

    /// One that is to have nothing yet.
    Stack(String id, String name, RegionStacks home) {
        this.id = id;
        this.name = name;
        this.home = home;
        this.created = home.agenda().now();
        this.plan = new Plan(this, Desired.NOTHING);
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    RegionStacks home() {
        return home;
    }

    /// What it is, or is becoming.
    Plan plan() {
        return plan;
    }

    Desired desired() {
        return plan.desired();
    }

    /// Follows another plan from now on. Resources that are new to it become members; who is no longer in it stays one
    /// until it has been deleted.
    void follow(Plan plan) {
        this.plan = plan;
        plan.resources()
                .forEach(
                        (name, declared) -> members.computeIfAbsent(name, _ -> new Member(declared, plan.needs(name))));
    }

    Template template() {
        return desired().template();
    }

    Functions functions() {
        return plan.functions();
    }

    /// By logical id.
    Map<String, Member> members() {
        return members;
    }

    /// Whether nothing is being done to it and nothing was left half done.
    boolean isStable() {
        return List.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE")
                .contains(status);
    }

    boolean isDeleted() {
        return status.equals("DELETE_COMPLETE");
    }

    String partition() {
        return partition(home.world().region());
    }

    static String partition(String region) {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    /// The exports of its outputs, by name.
    Optional<String> exported(String name) {
        return outputs.stream()
                .filter(output -> name.equals(output.exportName()))
                .map(Output::outputValue)
                .findFirst();
    }
}
