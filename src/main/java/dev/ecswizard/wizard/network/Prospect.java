package dev.ecswizard.wizard.network;

import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.preflight.Way;
import dev.ecswizard.preflight.WayOut;
import java.util.Optional;

/// How hosts of a subnet would get out, whatever is answered about public addresses.
///
/// @param bySubnet where that is left to the subnet
record Prospect(Way bySubnet, Way withAddress, Way without) {
    static Prospect of(WayOut wayOut, Subnet subnet) {
        return new Prospect(
                wayOut.from(subnet, Optional.empty()),
                wayOut.from(subnet, Optional.of(true)),
                wayOut.from(subnet, Optional.of(false)));
    }

    /// @param assignPublicIp nothing leaves it to the subnet
    Way under(Optional<Boolean> assignPublicIp) {
        return assignPublicIp.map(given -> given ? withAddress : without).orElse(bySubnet);
    }

    /// Whether nothing but a public address is in the way, and the subnet gives none.
    boolean needsAddress() {
        return bySubnet.wantsPublicAddress();
    }
}
