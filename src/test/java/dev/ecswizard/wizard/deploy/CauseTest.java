package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.ui.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CauseTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CLOSED | The Launch Configuration creation operation is not available in your account. Use launch templates",
                "SILENT | Received 0 SUCCESS signal(s) out of 2. Unable to satisfy 100% MinSuccessfulInstancesPercent requirement",
                "SILENT | Failed to receive 2 resource signal(s) within the specified duration",
                "ZONE | Your requested instance type (t3.small) is not supported in your requested Availability Zone (us-east-1e).",
                "DENIED | User: arn:aws:iam::1:user/x is not authorized to perform: iam:CreateRole on resource: y",
                "TAKEN | Resource of type 'AWS::IAM::Role' with identifier 'ecs-web' already exists.",
                "OTHER | Something new"
            })
    void awsWordsTellWhy(Cause cause, String reason) {
        assertThat(Cause.of(reason)).isEqualTo(cause);
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void everyOneHasItsSentence(Cause cause) {
        assertThat(Messages.of(Cause.class).text("deploy.cause." + cause.name(), "Group", "AWS::Type"))
                .startsWith("Group ")
                .endsWith(".");
    }
}
