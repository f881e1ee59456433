package dev.ecswizard.wizard.network;

import dev.ecswizard.cloud.Subnet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Something about a subnet that most subnets are not.
enum Marker {
    /// It is another account's, which shares it.
    OTHER_ACCOUNT,
    LOCAL_ZONE,
    WAVELENGTH_ZONE,
    OUTPOST,
    IPV6_ONLY;

    /// @param account whose eyes see it
    static Set<Marker> of(Subnet subnet, String account) {
        var markers = EnumSet.noneOf(Marker.class);
        if (!subnet.ownerId().isEmpty() && !subnet.ownerId().equals(account)) {
            markers.add(OTHER_ACCOUNT);
        }
        switch (subnet.area()) {
            case LOCAL_ZONE -> markers.add(LOCAL_ZONE);
            case WAVELENGTH_ZONE -> markers.add(WAVELENGTH_ZONE);
            case AVAILABILITY_ZONE -> {}
        }
        if (subnet.isOnOutpost()) {
            markers.add(OUTPOST);
        }
        if (!subnet.hasIpv4()) {
            markers.add(IPV6_ONLY);
        }
        return Collections.unmodifiableSet(markers);
    }

    /// Whether only some types are to be had there.
    boolean isOutside() {
        return this == LOCAL_ZONE || this == WAVELENGTH_ZONE || this == OUTPOST;
    }
}
