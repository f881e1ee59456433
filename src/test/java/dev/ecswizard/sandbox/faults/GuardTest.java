package dev.ecswizard.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.sandbox.Altered;
import dev.ecswizard.sandbox.Clients;
import dev.ecswizard.sandbox.world.Permissions.Denial;
import java.io.IOException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

class GuardTest {
    private static void refused(Runnable call, String code, String sentence) {
        assertThatThrownBy(call::run)
                .asInstanceOf(InstanceOfAssertFactories.type(AwsServiceException.class))
                .satisfies(refused -> {
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
                    assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo(sentence);
                });
    }

    @Test
    void whatIsDeniedIsRefusedInTheWordsOfTheService() throws IOException {
        try (var sandbox = Altered.sandbox(world -> {
            world.permissions().deny(new Denial("ec2:DescribeVpcs", false));
            world.permissions().deny(new Denial("iam:List*", true));
            world.permissions().deny(new Denial("ssm:*", false));
            world.permissions().deny(new Denial("sts:*", true));
            world.permissions().deny(new Denial("ec2:DescribeSubnets", "arn:aws:ec2:*:*:subnet/subnet-1", true));
        })) {
            var clients = new Clients(sandbox.endpoint(), "eu-west-1");
            var ec2 = clients.of(Ec2Client.builder());
            var user = "User: arn:aws:iam::123456789012:user/sandbox is not authorized to perform: ";
            refused(
                    ec2::describeVpcs,
                    "UnauthorizedOperation",
                    "You are not authorized to perform this operation. " + user
                            + "ec2:DescribeVpcs because no identity-based policy allows the ec2:DescribeVpcs action");
            refused(
                    clients.of(IamClient.builder())::listRoles,
                    "AccessDenied",
                    user + "iam:ListRoles with an explicit deny in an identity-based policy");
            refused(
                    () -> clients.of(SsmClient.builder()).getParameter(request -> request.name("/aws/service/x")),
                    "AccessDeniedException",
                    user + "ssm:GetParameter because no identity-based policy allows the ssm:GetParameter action");
            assertThat(ec2.describeSubnets().subnets()).isNotEmpty();
            assertThat(clients.of(StsClient.builder()).getCallerIdentity().account())
                    .isEqualTo("123456789012");
        }
    }
}
