package dev.ecswizard.sandbox.stacks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/// A stack: what was asked for, how far it is, and all that happened to it.
final class Stack implements Functions.Names {
    private final String id;
    private final CreateStackRequest request;
    private final Template template;
    private final Parameters parameters;
    private final Map<String, String> tags;
    private final RegionStacks home;
    private final Functions functions;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, Set<String>> dependencies;
    final Instant created;
    final List<StackEvent> events = new ArrayList<>();
    List<Output> outputs = List.of();
    String status = "";
    String reason;
    Instant deleted;
    Operation operation;
    boolean isProtected;

    /// @throws dev.ecswizard.sandbox.protocol.Refusal if a function that needs no resource can not be worked out
    Stack(String id, CreateStackRequest request, Template template, Parameters parameters, RegionStacks home) {
        this.id = id;
        this.request = request;
        this.template = template;
        this.parameters = parameters;
        this.home = home;
        this.functions = new Functions(template, this);
        this.created = home.agenda().now();
        this.isProtected = Boolean.TRUE.equals(request.enableTerminationProtection());
        tags = new LinkedHashMap<>();
        for (Tag tag : request.tags()) {
            tags.put(tag.key(), tag.value());
        }
        var bodies = new LinkedHashMap<String, Object>();
        template.section("Conditions").keySet().forEach(functions::condition);
        template.resources().forEach((name, declared) -> {
            if (declared.text("Condition").map(functions::condition).orElse(true)) {
                var body = functions.prune(declared.body());
                bodies.put(name, body);
                members.put(name, new Member(new Template.Declared(name, declared.type(), Tree.map(body))));
            }
        });
        dependencies = References.dependencies(template, bodies);
        bodies.values().forEach(this::mappingsExist);
    }

    private void mappingsExist(Object node) {
        switch (node) {
            case Map<?, ?> map when map.size() == 1 && map.containsKey("Fn::FindInMap") -> functions.value(map);
            case Map<?, ?> map -> map.values().forEach(this::mappingsExist);
            case List<?> list -> list.forEach(this::mappingsExist);
            default -> {}
        }
    }

    String id() {
        return id;
    }

    String name() {
        return request.stackName();
    }

    CreateStackRequest request() {
        return request;
    }

    Template template() {
        return template;
    }

    Parameters parameters() {
        return parameters;
    }

    Map<String, String> tags() {
        return tags;
    }

    RegionStacks home() {
        return home;
    }

    Functions functions() {
        return functions;
    }

    Map<String, Member> members() {
        return members;
    }

    Set<String> dependencies(String logicalId) {
        return dependencies.get(logicalId);
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

    @Override
    public Object ref(String name) {
        if (parameters.has(name)) {
            return parameters.value(name);
        }
        return switch (name) {
            case "AWS::AccountId" -> home.world().account();
            case "AWS::NotificationARNs" -> request.notificationARNs();
            case "AWS::Partition" -> partition();
            case "AWS::Region" -> home.world().region();
            case "AWS::StackId" -> id;
            case "AWS::StackName" -> name();
            case "AWS::URLSuffix" -> partition().equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
            default -> made(name).ref();
        };
    }

    @Override
    public String attribute(String resource, String attribute) {
        return Optional.ofNullable(made(resource).attributes().get(attribute))
                .orElseThrow(() -> Refusals.invalid("Template error: resource " + resource
                        + " does not support attribute type " + attribute + " in Fn::GetAtt"));
    }

    private Making.Made made(String logicalId) {
        return Optional.ofNullable(members.get(logicalId))
                .map(member -> member.made)
                .orElseThrow(() -> Refusals.invalid("Template format error: Unresolved resource dependencies ["
                        + logicalId + "] in the Resources block of the template"));
    }

    @Override
    public String imported(String export) {
        return home.exported(export).orElseThrow(() -> Refusals.invalid("No export named " + export + " found."));
    }

    @Override
    public List<String> zones() {
        return home.world().zones();
    }

    /// A resource of the stack and how far it is.
    static final class Member {
        private final Template.Declared declared;
        String physicalId = "";
        String status = "";
        String reason;
        String properties;
        Instant time;
        Making.Made made;

        Member(Template.Declared declared) {
            this.declared = declared;
        }

        Template.Declared declared() {
            return declared;
        }

        String logicalId() {
            return declared.logicalId();
        }

        boolean is(String other) {
            return status.equals(other);
        }
    }
}
