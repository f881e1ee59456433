package dev.ecswizard.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.Image;

class WorldTest {
    private final World world = new World();

    @ParameterizedTest
    @CsvSource({
        "amazon-linux-2023,al2023-ami-ecs-hvm-2023.0.20260226-kernel-6.1-x86_64",
        "amazon-linux-2023/arm64,al2023-ami-ecs-hvm-2023.0.20260226-kernel-6.1-arm64",
        "amazon-linux-2023/gpu,al2023-ami-ecs-gpu-hvm-2023.0.20260226-kernel-6.1-x86_64-ebs",
        "amazon-linux-2023/neuron,al2023-ami-ecs-neuron-hvm-2023.0.20260226-kernel-6.1-x86_64",
        "amazon-linux-2,amzn2-ami-ecs-hvm-2.0.20260226-x86_64-ebs",
        "amazon-linux-2/arm64,amzn2-ami-ecs-hvm-2.0.20260226-arm64-ebs",
    })
    void aPublicParameterNamesTheNewestImage(String family, String image) {
        var region = world.in("eu-west-1");
        var parameter = region.parameters().get("/aws/service/ecs/optimized-ami/" + family + "/recommended/image_id");
        assertThat(region.images().find(parameter.value())).map(Image::name).contains(image);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/aws/service/ecs/optimized-ami/recommended/image_id",
                "/aws/service/ecs/optimized-ami/windows/recommended/image_id",
                "/my/own",
            })
    void otherParametersNameNone(String name) {
        assertThat(world.in("eu-west-1").parameters()).doesNotContainKey(name);
    }

    @Test
    void whatIsMadeInOneRegionIsInNoOther() {
        var key = world.in("eu-west-1").keyPairs().find("ops").orElseThrow();
        world.in("eu-west-1").keyPairs().put(key.toBuilder().keyName("new").build());
        assertThat(world.in("eu-west-1").keyPairs().find("new")).isPresent();
        assertThat(world.in("eu-west-2").keyPairs().find("new")).isEmpty();
        assertThat(world.in("eu-west-1").keyPairs().remove("new")).isTrue();
        assertThat(world.in("eu-west-1").keyPairs().remove("new")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ap-east-1", "mars-1", ""})
    void aRegionThatTheAccountMayNotUseHasNothing(String region) {
        assertThat(world.enabled(region)).isFalse();
        assertThatThrownBy(() -> world.in(region)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void theCatalogueHoldsEveryTypeThatSomeRegionOffers() {
        assertThat(world.types().types()).hasSize(1263);
        for (var region : world.regions()) {
            assertThat(world.types().types().keySet())
                    .containsAll(world.types().offeredIn(region.name()).keySet());
            assertThat(region.zones().stream().map(Region.Zone::name).toList())
                    .containsAll(world.types().offeredIn(region.name()).values().stream()
                            .flatMap(java.util.Collection::stream)
                            .collect(java.util.stream.Collectors.toSet()));
        }
        assertThat(world.types().find("eu-west-1", "t2.large")).isPresent();
        assertThat(world.types().find("eu-north-1", "t2.large")).isEqualTo(Optional.empty());
    }
}
