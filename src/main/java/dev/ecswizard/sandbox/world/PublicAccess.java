package dev.ecswizard.sandbox.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.InternetGatewayBlockMode;
import software.amazon.awssdk.services.ec2.model.InternetGatewayExclusionMode;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessExclusion;
import software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessExclusionState;

/// VPC Block Public Access in a region: what may pass its internet gateways, whatever routes say.
public final class PublicAccess {
    private final Items<VpcBlockPublicAccessExclusion> exclusions =
            new Items<>(VpcBlockPublicAccessExclusion::exclusionId);
    private volatile InternetGatewayBlockMode mode = InternetGatewayBlockMode.OFF;
    private volatile Instant changed = Groundwork.BUILT;

    PublicAccess() {}

    public InternetGatewayBlockMode mode() {
        return mode;
    }

    public Instant changed() {
        return changed;
    }

    public void set(InternetGatewayBlockMode mode, Instant when) {
        this.mode = mode;
        this.changed = when;
    }

    public Items<VpcBlockPublicAccessExclusion> exclusions() {
        return exclusions;
    }

    /// What holds for connections that begin in a subnet: the exclusion of the subnet, else of its VPC, else the mode.
    public InternetGatewayBlockMode in(Subnet subnet) {
        return of(subnet.subnetArn(), subnet.subnetArn().replaceFirst("subnet/.*", "vpc/" + subnet.vpcId()));
    }

    /// What holds for a VPC as such: its exclusion, else the mode.
    public InternetGatewayBlockMode in(Vpc vpc, String region) {
        return of("arn:aws:ec2:" + region + ":" + vpc.ownerId() + ":vpc/" + vpc.vpcId());
    }

    /// That outward connections are allowed counts only where all are blocked (EC2 API reference,
    /// VpcBlockPublicAccessExclusion).
    private InternetGatewayBlockMode of(String... arns) {
        if (mode == InternetGatewayBlockMode.OFF) {
            return mode;
        }
        return Stream.of(arns)
                .flatMap(arn -> exclusion(arn).stream())
                .findFirst()
                .map(exclusion -> exclusion.internetGatewayExclusionMode() == InternetGatewayExclusionMode.ALLOW_EGRESS
                                && mode == InternetGatewayBlockMode.BLOCK_INGRESS
                        ? mode
                        : InternetGatewayBlockMode.OFF)
                .orElse(mode);
    }

    /// The one of a VPC or subnet that allows most, as long as it holds.
    private Optional<VpcBlockPublicAccessExclusion> exclusion(String arn) {
        return exclusions.all().stream()
                .filter(exclusion -> exclusion.resourceArn().equals(arn)
                        && (exclusion.state() == VpcBlockPublicAccessExclusionState.CREATE_COMPLETE
                                || exclusion.state() == VpcBlockPublicAccessExclusionState.UPDATE_COMPLETE))
                .min(Comparator.comparing(VpcBlockPublicAccessExclusion::internetGatewayExclusionModeAsString));
    }
}
