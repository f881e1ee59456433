package dev.ecswizard.cloud;

import java.util.Map;

/// VPC Block Public Access of a region: what may pass its internet gateways, whatever routes say (VPC user guide,
/// "Block public access to VPCs and subnets").
///
/// @param exclusions what is allowed all the same, by the id of a VPC or subnet
public record PublicAccess(Mode mode, Map<String, Exclusion> exclusions) {
    public PublicAccess {
        exclusions = Map.copyOf(exclusions);
    }

    /// What is blocked.
    public enum Mode {
        OFF,
        /// Everything but what NAT gateways let out.
        INGRESS,
        BIDIRECTIONAL
    }

    /// What is not blocked.
    public enum Exclusion {
        BIDIRECTIONAL,
        /// Connections that begin inside. Means something beside the mode of the same name as the other one only.
        EGRESS
    }

    /// What holds for connections that begin in a subnet: the subnet's own exclusion, else that of its VPC, else the
    /// mode. Where connections are let out their answers come back in; a block of all that comes in knows of no
    /// connections and of no such exclusions.
    public Mode in(String subnetId, String vpcId) {
        var exclusion = exclusions.getOrDefault(subnetId, exclusions.get(vpcId));
        if (mode == Mode.OFF || exclusion == null) {
            return mode;
        }
        return switch (exclusion) {
            case BIDIRECTIONAL -> Mode.OFF;
            case EGRESS -> mode == Mode.BIDIRECTIONAL ? Mode.OFF : mode;
        };
    }
}
