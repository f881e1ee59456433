package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.deploy.KnownReason;
import dev.ecswizard.ui.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonWordsTest {
    private final Messages messages = Messages.of(Verdict.class);

    @ParameterizedTest
    @EnumSource(KnownReason.class)
    void everyReasonHasItsSentence(KnownReason reason) {
        assertThat(messages.text("deploy.cause." + reason.name(), "Group", "AWS::Type"))
                .startsWith("Group ")
                .doesNotContain("{")
                .endsWith(".");
    }

    @ParameterizedTest
    @EnumSource(value = KnownReason.class, names = "OTHER", mode = EnumSource.Mode.EXCLUDE)
    void everyReasonThatIsKnownHasWhatHelps(KnownReason reason) {
        assertThat(messages.text("deploy.help." + reason.name())).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(
            value = KnownReason.class,
            names = {
                "FORBIDDEN",
                "DENIED",
                "SILENT",
                "ZONE",
                "CAPACITY",
                "VCPU_QUOTA",
                "ADDRESSES",
                "KEY",
                "IMAGE",
                "GROUP",
                "SUBNET",
                "VPC",
                "VOLUME",
                "LIMIT",
                "ROLE_TAKEN",
                "TAKEN"
            })
    void aReasonThatNamesThingsSaysThem(KnownReason reason) {
        assertThat(messages.text("deploy.causeNamed." + reason.name(), "Group", "AWS::Type", "one", "two"))
                .contains("one")
                .doesNotContain("{");
    }
}
