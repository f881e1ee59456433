package dev.ecswizard.preflight;

import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.spec.ClusterSpec;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What would go wrong with a set of choices, told before anything is created.
public final class Preflight {
    private Preflight() {}

    /// Reads the account and checks the choices. Blocks for some round trips; ends early when its thread is
    /// interrupted.
    ///
    /// @throws dev.ecswizard.cloud.CloudProblem of kind CANCELLED only
    public static List<Finding> run(Cloud cloud, ClusterSpec spec, InstantSource clock) {
        return findings(spec, Survey.of(cloud, spec, clock));
    }

    /// The findings, by check; every check has at least one. Does not block.
    ///
    /// @param facts read for these choices, or for others that differ only in tags, in the load balancer's group,
    ///     and in subnets of the VPC whose zones the others have too
    public static List<Finding> findings(ClusterSpec spec, Facts facts) {
        var findings = new ArrayList<Finding>();
        findings.addAll(TemplateChecks.findings(spec, facts));
        findings.addAll(NameChecks.findings(spec, facts));
        findings.addAll(RightsChecks.findings(facts));
        findings.addAll(new NetworkChecks(spec, facts).findings());
        findings.addAll(new SupplyChecks(spec, facts).findings());
        findings.addAll(ImageChecks.findings(spec, facts));
        findings.sort(Comparator.comparing(Finding::check));
        return List.copyOf(findings);
    }
}
