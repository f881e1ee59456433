package dev.ecswizard.wizard.compute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.wizard.FakeCloud;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ElsewhereTest {
    private static final List<String> THIRTY = IntStream.rangeClosed(10, 39)
            .mapToObj(number -> "xx-west-" + number)
            .toList();

    private final InOrder background = new InOrder();
    private final FakeMarket market = new FakeMarket();
    private final FakeCloud cloud = market.in(new FakeCloud("ops"));
    private final Elsewhere elsewhere = new Elsewhere(background);
    private final ComputeWords words = new ComputeWords();

    private Elsewhere.Wanted wanted(List<String> regions) {
        return new Elsewhere.Wanted(cloud, Architecture.X86_64, regions);
    }

    private String said() {
        return words.elsewhere(elsewhere.progress().get());
    }

    @Test
    void everyRegionIsAskedAndCounted() {
        var counts = new ArrayList<String>();
        elsewhere.progress().subscribe(now -> {
            if (now.isRunning()) {
                counts.add(words.elsewhere(now));
            }
        });

        elsewhere.lookUp(wanted(THIRTY));

        assertThat(elsewhere.progress().get().images()).containsOnlyKeys(THIRTY);
        assertThat(counts)
                .hasSize(30)
                .contains("Looking up the images of the other regions: 12 of 30")
                .doesNotHaveDuplicates();
        assertThat(said()).isEqualTo("The template also holds the images of 30 of the 30 other enabled regions.");
    }

    @Test
    void aPersonWhoDoesNotWaitKeepsWhatIsThere() {
        background.hold();
        elsewhere.lookUp(wanted(THIRTY));
        elsewhere.cancel();
        background.release();

        var progress = elsewhere.progress().get();
        assertThat(progress.isRunning()).isFalse();
        assertThat(progress.images()).isEmpty();
        assertThat(market.asked).isEmpty();
        assertThat(said())
                .isEqualTo("The template holds the image of this region only, so that it can not be used in another."
                        + " 30 were not waited for.");

        elsewhere.retry();
        assertThat(elsewhere.progress().get().images()).hasSize(30);
    }

    @Test
    void aRegionThatFailsIsLeftOutAndAskedAgainAlone() {
        market.denied.put("eu-south-1", FakeCloud.problem(CloudProblem.Kind.DENIED, ""));
        market.withoutImage.add("us-gov-1");
        elsewhere.lookUp(wanted(List.of("eu-south-1", "eu-west-2", "us-gov-1")));
        assertThat(elsewhere.progress().get().images()).containsOnlyKeys("eu-west-2");
        assertThat(said())
                .isEqualTo("The template also holds the images of 1 of the 3 other enabled regions."
                        + " Without such an image: us-gov-1."
                        + " Left out: eu-south-1. This account may not do ec2:DescribeVpcs.");
        market.denied.clear();
        market.asked.clear();

        elsewhere.retry();

        assertThat(elsewhere.progress().get().images()).containsOnlyKeys("eu-south-1", "eu-west-2");
        assertThat(market.asked).containsExactly("image x86_64 eu-south-1");
    }

    @Test
    void whatWasFoundOnceIsNotAskedAgain() {
        elsewhere.lookUp(wanted(List.of("eu-west-2", "eu-west-3")));
        elsewhere.lookUp(new Elsewhere.Wanted(cloud, Architecture.ARM64, List.of("eu-west-2", "eu-west-3")));
        market.asked.clear();

        elsewhere.lookUp(wanted(List.of("eu-west-1", "eu-west-2")));

        assertThat(market.asked).containsExactly("image x86_64 eu-west-1");
        assertThat(elsewhere.progress().get().images()).containsOnlyKeys("eu-west-1", "eu-west-2");
    }

    @Test
    void noMoreThanEightRegionsAreAskedAtOnce() {
        var started = new AtomicInteger();
        var neverDone = new Background() {
            @Override
            public <P, R> Handle follow(
                    Loop<P, R> loop, Consumer<P> heard, Consumer<R> done, Consumer<Exception> failed) {
                started.incrementAndGet();
                return () -> {};
            }

            @Override
            public void onWindow(Runnable action) {
                action.run();
            }
        };

        new Elsewhere(neverDone).lookUp(wanted(THIRTY));

        assertThat(started).hasValue(8);
    }

    @Test
    void anAccountWithNoOtherRegionIsTold() {
        elsewhere.lookUp(wanted(List.of()));

        assertThat(elsewhere.progress().get().lacks()).isTrue();
        assertThat(said())
                .isEqualTo("The template holds the image of this region only: the account has no other enabled"
                        + " region.");
    }
}
