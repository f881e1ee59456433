package dev.ecswizard.cloud;

import java.util.regex.Pattern;

/// A subnet.
///
/// @param name its Name tag, or empty
/// @param zone the zone's name, such as eu-west-1a
/// @param cidr its IPv4 block, or empty where it has none
/// @param freeAddresses IPv4 addresses that are not in use
/// @param publicAddressOnLaunch whether instances get a public address unless told otherwise
/// @param ownerId the account it belongs to; another one than the caller's means that it is shared
/// @param isOnOutpost whether it stands on a rack outside of AWS
public record Subnet(
        String id,
        String name,
        String vpcId,
        String zone,
        String cidr,
        int freeAddresses,
        boolean publicAddressOnLaunch,
        String ownerId,
        boolean isOnOutpost) {
    /// Names of zones of other kinds go on after the number: us-west-2-lax-1a.
    private static final Pattern AVAILABILITY_ZONE = Pattern.compile("[a-z]+(-[a-z]+)+-\\d+[a-z]");

    private static final Pattern WAVELENGTH = Pattern.compile(".*-wlz?\\d*-.*");

    /// A subnet in the region proper.
    public Subnet(
            String id,
            String name,
            String vpcId,
            String zone,
            String cidr,
            int freeAddresses,
            boolean publicAddressOnLaunch,
            String ownerId) {
        this(id, name, vpcId, zone, cidr, freeAddresses, publicAddressOnLaunch, ownerId, false);
    }

    /// What kind of zone a subnet is in.
    public enum Area {
        AVAILABILITY_ZONE,
        LOCAL_ZONE,
        /// In the network of a mobile operator.
        WAVELENGTH_ZONE
    }

    /// What kind of zone it is in, by the zone's name (EC2 user guide, "Regions and Zones").
    public Area area() {
        if (AVAILABILITY_ZONE.matcher(zone).matches() || zone.isEmpty()) {
            return Area.AVAILABILITY_ZONE;
        }
        return WAVELENGTH.matcher(zone).matches() ? Area.WAVELENGTH_ZONE : Area.LOCAL_ZONE;
    }

    public boolean hasIpv4() {
        return !cidr.isEmpty();
    }
}
