package dev.ecswizard.sandbox.faults;

import dev.ecswizard.sandbox.protocol.AwsJson;
import dev.ecswizard.sandbox.protocol.AwsQuery;
import dev.ecswizard.sandbox.protocol.Call;
import dev.ecswizard.sandbox.protocol.Ec2Query;
import dev.ecswizard.sandbox.protocol.Faults;
import dev.ecswizard.sandbox.protocol.Protocol;
import dev.ecswizard.sandbox.protocol.Refusal;
import dev.ecswizard.sandbox.world.Permissions;
import dev.ecswizard.sandbox.world.World;
import java.util.Set;

/// Refuses what whoever asks may not do, on all resources. Who one is may be asked by everybody.
public record Guard(Permissions permissions) implements Faults {
    @Override
    public void refuse(Call call, Protocol protocol, Set<String> parameters) {
        var action = call.service() + ":" + call.action();
        if (call.service().equals("sts")) {
            return;
        }
        var why = switch (permissions.decide(action, "*")) {
            case ALLOWED ->
                permissions.isClosed(call.service(), call.region())
                        ? " with an explicit deny in a service control policy"
                        : "";
            case EXPLICIT_DENY -> " with an explicit deny in an identity-based policy";
            case IMPLICIT_DENY -> " because no identity-based policy allows the " + action + " action";
        };
        if (!why.isEmpty()) {
            var sentence = "User: " + World.USER_ARN + " is not authorized to perform: " + action + why;
            throw switch (protocol) {
                case Ec2Query _ ->
                    new Refusal(
                            403,
                            "UnauthorizedOperation",
                            "You are not authorized to perform this operation. " + sentence);
                case AwsQuery _ -> new Refusal(403, "AccessDenied", sentence);
                case AwsJson _ -> new Refusal(400, "AccessDeniedException", sentence);
            };
        }
    }

    @Override
    public boolean losesAnswer(Call call) {
        return false;
    }
}
