package dev.ecswizard.sandbox.stacks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// A resource of a stack: as what it was last declared, what was made of it, and how far it is. An update changes any
/// of it but the logical id.
final class Member {
    private static final JsonMapper JSON = new JsonMapper();

    private Template.Declared declared;
    private Set<String> needs;
    private Map<String, Object> properties = Map.of();
    private Map<String, Object> metadata = Map.of();
    private Map<String, String> tags = Map.of();
    private String json;
    String physicalId = "";
    String status = "";
    String reason;
    Instant time;
    Making.Made made;
    SignalWait signals;

    /// @param needs the logical ids that it waits for
    Member(Template.Declared declared, Set<String> needs) {
        declare(declared, needs);
    }

    void declare(Template.Declared declared, Set<String> needs) {
        this.declared = declared;
        this.needs = needs;
    }

    Template.Declared declared() {
        return declared;
    }

    String logicalId() {
        return declared.logicalId();
    }

    Set<String> needs() {
        return needs;
    }

    /// As worked out when it was last made or changed.
    Map<String, Object> properties() {
        return properties;
    }

    /// As worked out when it was last made or changed.
    Map<String, Object> metadata() {
        return metadata;
    }

    /// Those that it got when it was last made or changed, the stack's among them.
    Map<String, String> tags() {
        return tags;
    }

    void have(Making making) {
        properties = making.properties();
        metadata = making.metadata();
        tags = making.tags();
        try {
            json = JSON.writeValueAsString(new Hidden(making.stack().desired()).in(properties));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The properties as events show them, secrets masked; null as long as there are none.
    String json() {
        return json;
    }

    boolean is(String other) {
        return status.equals(other);
    }

    /// What was made of it so far, for itself: another can be made in its place.
    Member detached() {
        var other = new Member(declared, needs);
        other.resume(this);
        other.status = status;
        return other;
    }

    /// Is again what another was.
    void resume(Member other) {
        declare(other.declared, other.needs);
        properties = other.properties;
        metadata = other.metadata;
        tags = other.tags;
        json = other.json;
        physicalId = other.physicalId;
        made = other.made;
    }
}
