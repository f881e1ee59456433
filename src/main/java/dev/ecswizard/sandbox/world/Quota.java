package dev.ecswizard.sandbox.world;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// A bound on the vCPUs that may run at once in a region, for one group of instance families and one way of paying
/// (EC2 user guide, "On-Demand Instance limits"; codes as Service Quotas lists them).
public enum Quota {
    STANDARD("L-1216C47A", "Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances", false, 5, 5),
    DL("L-6E869C2A", "Running On-Demand DL instances", false, 0, 0),
    F("L-74FC7D96", "Running On-Demand F instances", false, 0, 0),
    G_AND_VT("L-DB2E81BA", "Running On-Demand G and VT instances", false, 0, 64),
    HPC("L-F7808C92", "Running On-Demand HPC instances", false, 0, 0),
    HIGH_MEMORY("L-43DA4232", "Running On-Demand High Memory instances", false, 0, 0),
    INF("L-1945791B", "Running On-Demand Inf instances", false, 0, 64),
    P("L-417A185B", "Running On-Demand P instances", false, 0, 0),
    TRN("L-2C3B7624", "Running On-Demand Trn instances", false, 0, 0),
    X("L-7295265B", "Running On-Demand X instances", false, 0, 0),
    STANDARD_SPOT("L-34B43A08", "All Standard (A, C, D, H, I, M, R, T, Z) Spot Instance Requests", true, 5, 5),
    DL_SPOT("L-85EED4F7", "All DL Spot Instance Requests", true, 0, 0),
    F_SPOT("L-88CF9481", "All F Spot Instance Requests", true, 0, 0),
    G_AND_VT_SPOT("L-3819A6DF", "All G and VT Spot Instance Requests", true, 0, 64),
    INF_SPOT("L-B5D1601B", "All Inf Spot Instance Requests", true, 0, 64),
    P_SPOT("L-7212CCBC", "All P4, P3 and P2 Spot Instance Requests", true, 0, 0),
    TRN_SPOT("L-6B0D517C", "All Trn Spot Instance Requests", true, 0, 0),
    X_SPOT("L-E3A00192", "All X Spot Instance Requests", true, 0, 0);

    private static final Set<String> STANDARD_FAMILIES = Set.of("a", "c", "d", "h", "i", "m", "r", "t", "z");

    private final String code;
    private final String title;
    private final boolean isSpot;
    private final int byDefault;
    private final int inSandbox;

    Quota(String code, String title, boolean isSpot, int byDefault, int inSandbox) {
        this.code = code;
        this.title = title;
        this.isSpot = isSpot;
        this.byDefault = byDefault;
        this.inSandbox = inSandbox;
    }

    /// Such as L-1216C47A.
    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public boolean isSpot() {
        return isSpot;
    }

    /// What an account has that never asked for more, in vCPUs.
    public int byDefault() {
        return byDefault;
    }

    /// What the sandbox's account has, in vCPUs, where its circumstances say nothing else.
    int inSandbox() {
        return inSandbox;
    }

    public static Optional<Quota> withCode(String code) {
        return Arrays.stream(values()).filter(quota -> quota.code.equals(code)).findFirst();
    }

    /// What bounds instances of a type; empty where vCPUs are not counted, as of a Mac, which is a host of its own.
    ///
    /// @param type such as `t3.large`
    public static Optional<Quota> of(String type, boolean spot) {
        int end = 0;
        while (end < type.length() && Character.isLetter(type.charAt(end))) {
            end++;
        }
        var family = type.substring(0, end);
        var onDemand = switch (family) {
            case "" -> Optional.<Quota>empty();
            case "mac" -> Optional.<Quota>empty();
            case "dl" -> Optional.of(DL);
            case "hpc" -> Optional.of(HPC);
            case "inf" -> Optional.of(INF);
            case "trn" -> Optional.of(TRN);
            case "vt" -> Optional.of(G_AND_VT);
            default -> byLetter(family.substring(0, 1));
        };
        return onDemand.flatMap(quota -> spot ? quota.asSpot() : Optional.of(quota));
    }

    private static Optional<Quota> byLetter(String letter) {
        return switch (letter) {
            case "f" -> Optional.of(F);
            case "g" -> Optional.of(G_AND_VT);
            case "p" -> Optional.of(P);
            case "u" -> Optional.of(HIGH_MEMORY);
            case "x" -> Optional.of(X);
            default -> Optional.of(STANDARD).filter(_ -> STANDARD_FAMILIES.contains(letter));
        };
    }

    private Optional<Quota> asSpot() {
        return Arrays.stream(values())
                .filter(quota -> quota.name().equals(name() + "_SPOT"))
                .findFirst();
    }
}
