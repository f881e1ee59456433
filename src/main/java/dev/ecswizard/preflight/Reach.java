package dev.ecswizard.preflight;

/// Whether a host gets to where it has to, from good to bad.
public enum Reach {
    YES,
    /// It depends on what AWS does not tell, such as what lies behind a transit gateway.
    UNKNOWN,
    /// It depends on what AWS would tell, but did not.
    UNREAD,
    NO
}
