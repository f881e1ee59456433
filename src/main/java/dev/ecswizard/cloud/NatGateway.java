package dev.ecswizard.cloud;

import java.util.Optional;

/// A NAT gateway.
///
/// @param subnet where it stands; a regional one stands in none
/// @param isPublic whether it leads to the internet, by an internet gateway; a private one leads to other networks only
/// @param state in EC2's words, such as available, deleting, failed
public record NatGateway(String id, Optional<String> subnet, boolean isPublic, String state) {
    public boolean isAvailable() {
        return state.equals("available");
    }
}
