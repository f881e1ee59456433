package dev.ecswizard.template;

import java.net.URI;
import java.util.Optional;

/// The AWS CLI command that makes the security group of a load balancer to come, for a POSIX shell.
///
/// @param vpcId where the load balancer will stand
/// @param profile the credentials profile, if one is in use
/// @param endpoint what the CLI is pointed at instead of AWS
public record SecurityGroupCommand(String vpcId, String region, Optional<String> profile, Optional<URI> endpoint) {
    /// One line without an end.
    public String text() {
        return "aws ec2 create-security-group --group-name load-balancer --description 'Load balancer'"
                + option("vpc-id", vpcId)
                + option("region", region)
                + profile.map(name -> option("profile", name)).orElse("")
                + endpoint.map(url -> option("endpoint-url", url.toString())).orElse("");
    }

    private static String option(String name, String value) {
        return " --" + name + " " + AwsWords.quoted(value);
    }
}
