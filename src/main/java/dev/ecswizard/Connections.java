package dev.ecswizard;

import dev.ecswizard.aws.AwsConnections;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Connection;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Visit;
import dev.ecswizard.wizard.account.AccountModel.Offer;
import java.util.ArrayList;
import java.util.Optional;

/// The connections that this start of the app offers, and which of them comes first.
final class Connections {
    private final Messages messages = Messages.of(Connections.class);
    private final Start start;
    private final Connection sandbox;
    private final Optional<Visit> last;

    /// @param last where the person was when the app was closed; what is said at the start comes before it
    Connections(Start start, Connection sandbox, Optional<Visit> last) {
        this.start = start;
        this.sandbox = sandbox;
        this.last = last;
    }

    /// Reads the settings of the AWS tools. Blocks.
    ///
    /// @throws CloudProblem if the endpoint of the command line can not be used
    Offer offer() {
        return offer(AwsConnections.ofThisUser(start.endpoint()).list());
    }

    /// The sandbox comes last, and first of all only if it was asked for or there is nothing else.
    Offer offer(AwsConnections.Found found) {
        var connections = new ArrayList<>(found.connections());
        var problems = new ArrayList<>(found.problems());
        connections.add(sandbox);
        if (start.sandbox()) {
            return new Offer(connections, Optional.of(sandbox), problems);
        }
        if (start.profile().isEmpty()) {
            var again = last.stream()
                    .flatMap(visit ->
                            connections.stream().filter(each -> each.id().equals(visit.connection())))
                    .findFirst();
            return new Offer(connections, Optional.of(again.orElse(connections.getFirst())), problems);
        }
        var wanted = start.profile().get();
        var named = connections.stream()
                .filter(connection -> connection.id().equals("profile:" + wanted))
                .findFirst();
        if (named.isEmpty()) {
            problems.add(new CloudProblem(
                    CloudProblem.Kind.NO_CREDENTIALS,
                    "",
                    "",
                    messages.text("start.profile.unknown", wanted),
                    "",
                    null));
        }
        return new Offer(connections, named, problems);
    }
}
