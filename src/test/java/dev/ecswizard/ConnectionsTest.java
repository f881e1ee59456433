package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.aws.AwsConnections;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Connection;
import dev.ecswizard.ui.Visit;
import dev.ecswizard.wizard.FakeCloud;
import dev.ecswizard.wizard.account.AccountModel.Offer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private final Connection ops = new FakeCloud("ops");
    private final Connection lab = new FakeCloud("lab");
    private final Connection sandbox = new FakeCloud("inside");

    private Offer offer(boolean wantsSandbox, Optional<String> profile, Connection... found) {
        var start = new Start(Optional.empty(), wantsSandbox, profile, Optional.empty(), Optional.empty());
        return new Connections(start, sandbox, Optional.empty())
                .offer(new AwsConnections.Found(List.of(found), List.of()));
    }

    @Test
    void theSandboxIsPreselectedOnlyWhereThereIsNothingElse() {
        assertThat(offer(false, Optional.empty()))
                .isEqualTo(new Offer(List.of(sandbox), Optional.of(sandbox), List.of()));
        assertThat(offer(false, Optional.empty(), ops, lab))
                .isEqualTo(new Offer(List.of(ops, lab, sandbox), Optional.of(ops), List.of()));
    }

    @Test
    void theCommandLineMayAskForTheSandboxOrForAProfile() {
        assertThat(offer(true, Optional.empty(), ops).preselected()).contains(sandbox);
        assertThat(offer(false, Optional.of("lab"), ops, lab).preselected()).contains(lab);
    }

    @Test
    void thePersonGoesOnWhereTheyWereIfThatIsStillThere() {
        var start = new Start(Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty());
        var found = new AwsConnections.Found(List.of(ops, lab), List.of());
        assertThat(new Connections(start, sandbox, Optional.of(new Visit(lab.id(), "eu-west-1")))
                        .offer(found)
                        .preselected())
                .contains(lab);
        assertThat(new Connections(start, sandbox, Optional.of(new Visit("profile:gone", "eu-west-1")))
                        .offer(found)
                        .preselected())
                .contains(ops);
    }

    @Test
    void anUnknownProfileIsSaidAndNoOtherTakesItsPlace() {
        var offer = offer(false, Optional.of("gone"), ops);

        assertThat(offer.preselected()).isEmpty();
        assertThat(offer.problems())
                .extracting(CloudProblem::getMessage)
                .containsExactly("There is no profile named gone in your AWS configuration files.");
    }
}
