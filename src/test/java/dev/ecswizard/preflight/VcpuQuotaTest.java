package dev.ecswizard.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VcpuQuotaTest {
    @ParameterizedTest
    @CsvSource({
        "t3.large, L-1216C47A, L-34B43A08",
        "m7i-flex.large, L-1216C47A, L-34B43A08",
        "im4gn.large, L-1216C47A, L-34B43A08",
        "inf2.xlarge, L-1945791B, L-B5D1601B",
        "dl1.24xlarge, L-6E869C2A, L-85EED4F7",
        "d3.xlarge, L-1216C47A, L-34B43A08",
        "hpc7g.4xlarge, L-F7808C92,",
        "h1.2xlarge, L-1216C47A, L-34B43A08",
        "g5.xlarge, L-DB2E81BA, L-3819A6DF",
        "vt1.3xlarge, L-DB2E81BA, L-3819A6DF",
        "p3.2xlarge, L-417A185B, L-7212CCBC",
        "p5en.48xlarge, L-417A185B, L-C4BD4855",
        "trn1.2xlarge, L-2C3B7624, L-6B0D517C",
        "u-6tb1.56xlarge, L-43DA4232,",
        "x2gd.large, L-7295265B, L-E3A00192",
        "f1.2xlarge, L-74FC7D96, L-88CF9481",
        "mac1.metal,,"
    })
    void eachFamilyCountsAgainstItsQuota(String type, String onDemand, String spot) {
        assertThat(VcpuQuota.code(type, false)).isEqualTo(Optional.ofNullable(onDemand));
        assertThat(VcpuQuota.code(type, true)).isEqualTo(Optional.ofNullable(spot));
    }
}
