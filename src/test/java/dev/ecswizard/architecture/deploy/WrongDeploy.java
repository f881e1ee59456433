package dev.ecswizard.architecture.deploy;

import dev.ecswizard.architecture.aws.WrongAwsHelper;
import software.amazon.awssdk.services.ec2.Ec2Client;

public record WrongDeploy(WrongAwsHelper aws, Ec2Client client) {}
