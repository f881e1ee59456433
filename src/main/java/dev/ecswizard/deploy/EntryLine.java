package dev.ecswizard.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecswizard.cloud.ChangeRequest;
import dev.ecswizard.cloud.ChangeSets;
import dev.ecswizard.cloud.DeletionExtent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An entry as a line of JSON. What later versions add is passed over; a step that is not known makes a line
/// unreadable.
final class EntryLine {
    private static final JsonMapper JSON = new JsonMapper();

    private EntryLine() {}

    /// Without the line's end.
    static String write(Instant at, Entry entry) {
        var line = JSON.createObjectNode();
        line.put("at", at.toString());
        switch (entry) {
            case Entry.Proposing proposing -> propose(line.put("step", "proposing"), proposing);
            case Entry.Proposed(var ids) ->
                line.put("step", "proposed").put("changeSet", ids.changeSet()).put("stackId", ids.stackId());
            case Entry.Meant(var keeps, var protects) ->
                line.put("step", "meant").put("keepsWhatFails", keeps).put("protects", protects);
            case Entry.Executing(var keeps, var protects, var request) ->
                put(line.put("step", "executing").put("keepsWhatFails", keeps).put("protects", protects), request);
            case Entry.Executed _ -> line.put("step", "executed");
            case Entry.Withdrawing _ -> line.put("step", "withdrawing");
            case Entry.Clearing(var origin, var stackName, var stackId) -> {
                put(line.put("step", "clearing"), origin);
                line.put("stackName", stackName).put("stackId", stackId);
            }
            case Entry.Draining(var cluster, var hosts) ->
                put(line.put("step", "draining").put("cluster", cluster).putArray("hosts"), hosts);
            case Entry.Deleting(var extent, var request) -> {
                put(line.put("step", "deleting"), request);
                switch (extent) {
                    case DeletionExtent.Whole _ -> line.put("extent", "whole");
                    case DeletionExtent.Forced _ -> line.put("extent", "forced");
                    case DeletionExtent.Retaining(var kept) -> put(line.putArray("retaining"), kept);
                }
            }
            case Entry.Mending(var origin, var stackName, var stackId, var mend, var request) -> {
                put(line.put("step", "mending"), origin);
                put(line.put("stackName", stackName).put("stackId", stackId), request);
                if (mend instanceof Mend.GoOn(var skipped)) {
                    put(line.putArray("skipped"), skipped);
                }
            }
            case Entry.Cancelling(var origin, var stackName, var stackId) -> {
                put(line.put("step", "cancelling"), origin);
                line.put("stackName", stackName).put("stackId", stackId);
            }
            case Entry.Unprotecting(var origin, var stackName, var stackId) -> {
                put(line.put("step", "unprotecting"), origin);
                line.put("stackName", stackName).put("stackId", stackId);
            }
            case Entry.Proving(var origin, var stackName, var target) -> {
                put(line.put("step", "proving"), origin);
                line.put("stackName", stackName).put("stackId", target.stackId());
                line.put("cluster", target.cluster()).put("group", target.group());
            }
            case Entry.Ended(var how) -> line.put("step", "ended").put("how", how);
        }
        return line.toString();
    }

    private static void put(ObjectNode line, Origin origin) {
        line.put("connection", origin.connection()).put("label", origin.label());
        line.put("account", origin.account()).put("region", origin.region());
        origin.endpoint().ifPresent(endpoint -> line.put("endpoint", endpoint));
    }

    private static void put(ObjectNode line, Target.Request request) {
        line.put("token", request.token());
        request.before().ifPresent(event -> line.put("before", event));
    }

    private static void put(ArrayNode list, List<String> texts) {
        texts.forEach(list::add);
    }

    private static void propose(ObjectNode line, Entry.Proposing proposing) {
        put(line, proposing.origin());
        line.put("stackName", proposing.stackName()).put("resources", proposing.resources());
        var request = proposing.request();
        line.put("stack", request.stack()).put("isNew", request.isNew()).put("name", request.name());
        line.put("token", request.requestToken());
        request.template().ifPresent(body -> line.put("template", body));
        var parameters = line.putObject("parameters");
        request.parameters().forEach((name, value) -> parameters.put(name, value.orElse(null)));
        request.tags().ifPresent(all -> {
            var tags = line.putObject("tags");
            all.forEach(tags::put);
        });
        var capabilities = line.putArray("capabilities");
        request.capabilities().stream().sorted().forEach(capabilities::add);
        var withheld = line.putArray("withheld");
        proposing.withheld().stream().sorted().forEach(withheld::add);
    }

    /// @throws IllegalArgumentException if it is no line of a journal
    static Entry read(String text) {
        try {
            var line = JSON.readTree(text);
            return switch (line.path("step").asText()) {
                case "proposing" -> proposing(line);
                case "proposed" ->
                    new Entry.Proposed(new ChangeSets.Proposed(text(line, "changeSet"), text(line, "stackId")));
                case "meant" ->
                    new Entry.Meant(
                            line.path("keepsWhatFails").asBoolean(),
                            line.path("protects").asBoolean());
                case "executing" ->
                    new Entry.Executing(
                            line.path("keepsWhatFails").asBoolean(),
                            line.path("protects").asBoolean(),
                            request(line));
                case "executed" -> new Entry.Executed();
                case "withdrawing" -> new Entry.Withdrawing();
                case "clearing" -> new Entry.Clearing(origin(line), text(line, "stackName"), text(line, "stackId"));
                case "draining" -> new Entry.Draining(text(line, "cluster"), list(line.path("hosts")));
                case "deleting" -> new Entry.Deleting(extent(line), request(line));
                case "mending" ->
                    new Entry.Mending(
                            origin(line),
                            text(line, "stackName"),
                            text(line, "stackId"),
                            line.has("skipped") ? new Mend.GoOn(list(line.path("skipped"))) : new Mend.RollBack(),
                            request(line));
                case "cancelling" -> new Entry.Cancelling(origin(line), text(line, "stackName"), text(line, "stackId"));
                case "unprotecting" ->
                    new Entry.Unprotecting(origin(line), text(line, "stackName"), text(line, "stackId"));
                case "proving" ->
                    new Entry.Proving(
                            origin(line),
                            text(line, "stackName"),
                            new HostTarget(text(line, "stackId"), text(line, "cluster"), text(line, "group")));
                case "ended" -> new Entry.Ended(text(line, "how"));
                default -> throw new IllegalArgumentException("no such step");
            };
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private static Origin origin(JsonNode line) {
        return new Origin(
                text(line, "connection"),
                text(line, "label"),
                text(line, "account"),
                text(line, "region"),
                Optional.ofNullable(line.path("endpoint").textValue()));
    }

    /// Journals of earlier versions do not say what stood before.
    private static Target.Request request(JsonNode line) {
        return new Target.Request(
                text(line, "token"), Optional.ofNullable(line.path("before").textValue()));
    }

    private static DeletionExtent extent(JsonNode line) {
        if (line.has("retaining")) {
            return new DeletionExtent.Retaining(list(line.path("retaining")));
        }
        return switch (text(line, "extent")) {
            case "whole" -> new DeletionExtent.Whole();
            case "forced" -> new DeletionExtent.Forced();
            default -> throw new IllegalArgumentException("no such extent");
        };
    }

    private static List<String> list(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static Entry.Proposing proposing(JsonNode line) {
        var parameters = new LinkedHashMap<String, Optional<String>>();
        line.path("parameters")
                .properties()
                .forEach(each -> parameters.put(
                        each.getKey(), Optional.ofNullable(each.getValue().textValue())));
        var tags = new LinkedHashMap<String, String>();
        line.path("tags")
                .properties()
                .forEach(each -> tags.put(each.getKey(), each.getValue().asText()));
        var request = new ChangeRequest(
                text(line, "stack"),
                line.path("isNew").asBoolean(),
                text(line, "name"),
                Optional.ofNullable(line.path("template").textValue()),
                parameters,
                line.has("tags") ? Optional.of(tags) : Optional.empty(),
                texts(line.path("capabilities")),
                text(line, "token"));
        return new Entry.Proposing(
                origin(line),
                text(line, "stackName"),
                request,
                texts(line.path("withheld")),
                line.path("resources").asInt());
    }

    private static String text(JsonNode line, String name) {
        var text = line.path(name).textValue();
        if (text == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return text;
    }

    private static Set<String> texts(JsonNode list) {
        var texts = new HashSet<String>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /// The request without the values that are nobody's business.
    static ChangeRequest without(ChangeRequest request, Set<String> withheld) {
        var parameters = new LinkedHashMap<>(request.parameters());
        parameters.keySet().removeAll(withheld);
        return new ChangeRequest(
                request.stack(),
                request.isNew(),
                request.name(),
                request.template(),
                parameters,
                request.tags(),
                request.capabilities(),
                request.requestToken());
    }
}
