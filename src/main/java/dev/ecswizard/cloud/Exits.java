package dev.ecswizard.cloud;

import java.util.Map;

/// Which subnets of a VPC send what is not for the VPC straight to an internet gateway. From there only a host with a
/// public address of its own gets anywhere.
///
/// @param explicit whether they do, by subnet that names a route table
/// @param main whether the VPC's main table does, which all other subnets use
public record Exits(Map<String, Boolean> explicit, boolean main) {
    public Exits {
        explicit = Map.copyOf(explicit);
    }

    public boolean isInternetGateway(String subnetId) {
        return explicit.getOrDefault(subnetId, main);
    }
}
