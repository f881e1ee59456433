package dev.ecswizard.preflight;

/// What hosts leave a subnet by, whether or not they get anywhere.
public enum Exit {
    INTERNET_GATEWAY,
    NAT_GATEWAY,
    /// Something whose other side AWS does not tell, such as a transit gateway.
    BEYOND,
    /// The VPC's endpoints for everything that joining a cluster needs.
    ENDPOINTS,
    NONE
}
