package dev.ecswizard.wizard;

import dev.ecswizard.cloud.SecurityGroup;
import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.cloud.Vpc;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.Network;
import dev.ecswizard.spec.Recipe;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An account with two VPCs in one region and one in another, and choices made in it.
public final class Places {
    public static final String VPC = "vpc-0a1b2c3d4e5f60718";
    public static final String DEFAULT_VPC = "vpc-00000000";
    public static final String FAR_VPC = "vpc-99999999";
    public static final String SUBNET_A = "subnet-0a1b2c3d4e5f60718";
    public static final String SUBNET_B = "subnet-0b1b2c3d4e5f60718";
    public static final String PUBLIC_A = "subnet-0c1b2c3d4e5f60718";
    public static final String GROUP = "sg-0a1b2c3d4e5f60718";
    public static final String DEFAULT_GROUP = "sg-00000000";

    private Places() {}

    public static FakeCloud cloud() {
        var cloud = new FakeCloud("ops");
        var owner = cloud.who.account();
        cloud.vpcs.put(
                "eu-west-1",
                List.of(
                        new Vpc(DEFAULT_VPC, "", List.of("172.31.0.0/16"), true, owner),
                        new Vpc(VPC, "production", List.of("10.0.0.0/16"), false, owner)));
        cloud.vpcs.put("us-east-1", List.of(new Vpc(FAR_VPC, "far", List.of("10.9.0.0/16"), false, owner)));
        cloud.subnets.addAll(List.of(
                new Subnet(SUBNET_A, "private-a", VPC, "eu-west-1a", "10.0.0.0/20", 4089, false, owner),
                new Subnet(SUBNET_B, "private-b", VPC, "eu-west-1b", "10.0.16.0/20", 4091, false, owner),
                new Subnet(PUBLIC_A, "public-a", VPC, "eu-west-1a", "10.0.128.0/24", 250, true, owner),
                new Subnet("subnet-99999999", "", FAR_VPC, "us-east-1a", "10.9.0.0/24", 250, true, owner)));
        cloud.securityGroups.addAll(List.of(
                new SecurityGroup(DEFAULT_GROUP, "default", "default VPC security group", VPC),
                new SecurityGroup(GROUP, "load-balancer", "Public load balancer", VPC)));
        return cloud;
    }

    public static Optional<Place> in(FakeCloud cloud, String region) {
        return Optional.of(new Place(cloud, cloud.who, region, List.of("eu-west-1", "us-east-1")));
    }

    public static ClusterSpec spec(String vpcId, List<String> subnets, String group) {
        return new ClusterSpec(
                "eu-west-1",
                new Cluster("web", Recipe.CLASSIC, Map.of("team", "ops")),
                new Network(vpcId, subnets, group),
                new Compute(
                        "t3.large",
                        Architecture.X86_64,
                        2,
                        4,
                        Optional.empty(),
                        Map.of("eu-west-1", "ami-0a1b2c3d4e5f60718")));
    }
}
