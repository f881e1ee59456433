package dev.ecswizard.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaTest {
    @ParameterizedTest
    @CsvSource({
        "t3.large,STANDARD", "im4gn.large,STANDARD", "is4gen.medium,STANDARD", "z1d.large,STANDARD",
                "d3en.xlarge,STANDARD",
        "dl1.24xlarge,DL", "f1.2xlarge,F", "g5.xlarge,G_AND_VT", "gr6.4xlarge,G_AND_VT", "vt1.3xlarge,G_AND_VT",
        "hpc7g.4xlarge,HPC", "h1.2xlarge,STANDARD", "inf2.xlarge,INF", "i3.large,STANDARD", "p5.48xlarge,P",
        "trn1.2xlarge,TRN", "u-6tb1.metal,HIGH_MEMORY", "u7i-12tb.224xlarge,HIGH_MEMORY", "x2gd.medium,X",
    })
    void aTypeCountsAgainstTheQuotaOfItsFamily(String type, Quota quota) {
        assertThat(Quota.of(type, false)).contains(quota);
    }

    @Test
    void spotInstancesHaveQuotasOfTheirOwnWhereAwsHasAny() {
        assertThat(Quota.of("t3.large", true)).contains(Quota.STANDARD_SPOT);
        assertThat(Quota.of("g5.xlarge", true)).contains(Quota.G_AND_VT_SPOT);
        assertThat(Quota.of("u-6tb1.metal", true)).isEmpty();
        assertThat(Quota.of("mac2.metal", false)).isEmpty();
    }

    @Test
    void everyTypeOfTheCatalogueHasAQuotaButMacs() {
        assertThat(new World().types().types().keySet())
                .filteredOn(type -> Quota.of(type, false).isEmpty())
                .allMatch(type -> type.startsWith("mac"));
    }
}
