package dev.ecswizard.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Catalog;
import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.cloud.Supply;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Answers that an account can give and the sandbox does not.
class OddAnswersTest {
    @Test
    void aTypeThatRunsAndThatNobodyDescribesLeavesTheQuotaOpenAndTheOtherChecksAlone() throws IOException {
        try (var trial = new Trial(_ -> {})) {
            var cloud = new Detour(trial.cloud) {
                @Override
                public Supply supply(String region) {
                    return new SupplyOf(super.supply(region)) {
                        @Override
                        public Running running() {
                            return new Running(Map.of("z9.large", 2), Map.of());
                        }
                    };
                }

                @Override
                public Catalog catalog(String region) {
                    return new CatalogOf(super.catalog(region)) {
                        @Override
                        public List<InstanceType> instanceTypes(Collection<String> names) {
                            return names.contains("z9.large") ? List.of() : super.instanceTypes(names);
                        }
                    };
                }
            };
            var findings = Preflight.run(cloud, trial.choices().spec(), InstantSource.system());

            assertThat(findings)
                    .filteredOn(finding -> finding.check() == Check.VCPUS)
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.verdict()).isEqualTo(Verdict.UNCHECKED);
                        assertThat(found.what()).contains("z9.large");
                    });
            assertThat(findings)
                    .filteredOn(finding -> finding.check() != Check.VCPUS)
                    .extracting(Finding::verdict)
                    .containsOnly(Verdict.PASSED);
        }
    }
}
