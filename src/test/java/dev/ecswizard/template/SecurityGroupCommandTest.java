package dev.ecswizard.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecurityGroupCommandTest {
    @Test
    void theCommandMakesAGroupInTheVpc() {
        assertThat(new SecurityGroupCommand("vpc-0a1b2c3d", "eu-west-1", Optional.empty(), Optional.empty()).text())
                .isEqualTo("aws ec2 create-security-group --group-name load-balancer --description 'Load balancer'"
                        + " --vpc-id vpc-0a1b2c3d --region eu-west-1");
    }

    @Test
    void itGoesWhereTheConnectionGoes() {
        var command = new SecurityGroupCommand(
                "vpc-0a1b2c3d", "eu-west-1", Optional.of("work sso"), Optional.of(URI.create("http://127.0.0.1:4566")));

        assertThat(command.text()).endsWith(" --profile 'work sso' --endpoint-url http://127.0.0.1:4566");
    }
}
