package dev.ecswizard.wizard;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.Caller;
import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.deploy.Known;
import dev.ecswizard.preflight.Facts;
import dev.ecswizard.preflight.Finding;
import dev.ecswizard.spec.ClusterSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// How the checks of the choices stand.
public sealed interface Checks {
    /// There is nothing to check yet.
    ///
    /// @param missing what is missing, in words
    record Incomplete(String missing) implements Checks {}

    /// The stack of these choices has been made; what holds its names is the stack itself.
    record Deployed() implements Checks {}

    /// The account is being asked.
    ///
    /// @param before what was found last in the same account and region, perhaps for other choices
    record Running(Subject subject, Optional<Done> before) implements Checks {}

    /// Everything has been looked at.
    ///
    /// @param findings by check; every check has at least one
    record Done(Subject subject, List<Finding> findings, Facts facts) implements Checks {
        public Done {
            findings = List.copyOf(findings);
        }

        /// When the account was asked.
        public Instant time() {
            return facts.time();
        }

        /// Whether what was read tells as much of other choices: they differ in nothing that was asked about, and
        /// stay in the zones in which stand-ins for a type were looked for.
        boolean tellsOf(Subject other) {
            return other.isReadLike(subject)
                    && facts.around().subnets() instanceof Asked.Answered<List<Subnet>>(var all)
                    && zones(all, subject.spec()).containsAll(zones(all, other.spec()));
        }

        private static Set<String> zones(List<Subnet> all, ClusterSpec spec) {
            return all.stream()
                    .filter(subnet -> spec.network().subnets().contains(subnet.id()))
                    .map(Subnet::zone)
                    .collect(Collectors.toSet());
        }

        public List<Finding> failed() {
            return findings.stream().filter(Finding::blocks).toList();
        }
    }

    /// The checks themselves did not work.
    record Failed(Exception problem, Optional<Done> before) implements Checks {}

    /// The person did not want to wait.
    record Cancelled(Optional<Done> before) implements Checks {}

    /// What there is to show, if only from before.
    default Optional<Done> last() {
        return switch (this) {
            case Done done -> Optional.of(done);
            case Running(var _, var before) -> before;
            case Failed(var _, var before) -> before;
            case Cancelled(var before) -> before;
            case Incomplete _, Deployed _ -> Optional.empty();
        };
    }

    /// What is checked, and in whose account.
    ///
    /// @param changed the stack that is to become so; nothing where one is made
    record Subject(Cloud cloud, Caller caller, ClusterSpec spec, Optional<Known> changed) {
        boolean isInSamePlace(Subject other) {
            return cloud == other.cloud
                    && caller.equals(other.caller)
                    && spec.region().equals(other.spec.region());
        }

        /// Whether what was read for the other one is what would be read for this one: they differ at most in what the
        /// checks compare with the facts, and in nothing that they ask for or that stands in the template.
        boolean isReadLike(Subject other) {
            var mine = spec.network();
            var others = other.spec.network();
            return isInSamePlace(other)
                    && changed.equals(other.changed)
                    && mine.vpcId().equals(others.vpcId())
                    && mine.assignPublicIp().equals(others.assignPublicIp())
                    && spec.cluster().stackName().equals(other.spec.cluster().stackName())
                    && spec.cluster().recipe() == other.spec.cluster().recipe()
                    && spec.compute().equals(other.spec.compute());
        }
    }
}
