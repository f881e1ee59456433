package dev.ecswizard.preflight;

import java.util.Optional;

/// The quotas on vCPUs that run at once in a region (EC2 user guide, "Amazon EC2 instance type quotas"; codes as
/// Service Quotas lists them).
enum VcpuQuota {
    STANDARD("L-1216C47A", "L-34B43A08"),
    DL("L-6E869C2A", "L-85EED4F7"),
    F("L-74FC7D96", "L-88CF9481"),
    G_AND_VT("L-DB2E81BA", "L-3819A6DF"),
    HIGH_MEMORY("L-43DA4232", ""),
    HPC("L-F7808C92", ""),
    INF("L-1945791B", "L-B5D1601B"),
    P("L-417A185B", "L-7212CCBC"),
    /// On Spot these count apart.
    P5("L-417A185B", "L-C4BD4855"),
    TRN("L-2C3B7624", "L-6B0D517C"),
    X("L-7295265B", "L-E3A00192");

    private final String onDemand;
    private final String spot;

    VcpuQuota(String onDemand, String spot) {
        this.onDemand = onDemand;
        this.spot = spot;
    }

    /// The code of the quota on a type's vCPUs, if there is one.
    ///
    /// @param type such as `t3.large`
    static Optional<String> code(String type, boolean isSpot) {
        return (type.startsWith("p5") ? Optional.of(P5) : of(type.replaceFirst("[^a-z].*", "")))
                .map(quota -> isSpot ? quota.spot : quota.onDemand)
                .filter(code -> !code.isEmpty());
    }

    /// Whether a type is one of those for everything and nothing in particular.
    static boolean isStandard(String type) {
        return of(type.replaceFirst("[^a-z].*", "")).equals(Optional.of(STANDARD));
    }

    private static Optional<VcpuQuota> of(String family) {
        return Optional.ofNullable(
                switch (family) {
                    case "", "mac" -> null;
                    case "dl" -> DL;
                    case "hpc" -> HPC;
                    case "inf" -> INF;
                    case "trn" -> TRN;
                    case "vt" -> G_AND_VT;
                    default ->
                        switch (family.charAt(0)) {
                            case 'a', 'c', 'd', 'h', 'i', 'm', 'r', 't', 'z' -> STANDARD;
                            case 'f' -> F;
                            case 'g' -> G_AND_VT;
                            case 'p' -> P;
                            case 'u' -> HIGH_MEMORY;
                            case 'x' -> X;
                            default -> null;
                        };
                });
    }
}
