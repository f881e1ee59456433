package dev.ecswizard.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubnetTest {
    @ParameterizedTest
    @CsvSource({
        "us-east-1a, AVAILABILITY_ZONE",
        "us-gov-west-1b, AVAILABILITY_ZONE",
        "eusc-de-east-1c, AVAILABILITY_ZONE",
        "'', AVAILABILITY_ZONE",
        "us-west-2-lax-1a, LOCAL_ZONE",
        "ap-southeast-1-mnl-1a, LOCAL_ZONE",
        "us-east-1-wl1-bos-wlz-1, WAVELENGTH_ZONE",
        "eu-west-2-wl2-man-wlz-1, WAVELENGTH_ZONE"
    })
    void aZonesNameTellsWhatKindOfZoneItIs(String zone, Subnet.Area area) {
        assertThat(new Subnet("subnet-1", "", "vpc-1", zone, "10.0.0.0/24", 1, false, "1").area())
                .isEqualTo(area);
    }
}
