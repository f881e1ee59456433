package dev.ecswizard.cloud;

import java.util.List;

/// AWS as one connection sees it. Every call of this and of the interfaces it hands out blocks, ends early with
/// [CloudProblem.Kind#CANCELLED] when its thread is interrupted, and throws nothing but [CloudProblem].
public interface Cloud extends AutoCloseable {
    /// Who the connection speaks as (`sts:GetCallerIdentity`).
    Caller caller();

    /// All regions of the partition, by name, those that the account has not opted into included
    /// (`ec2:DescribeRegions`).
    List<Region> regions();

    Networks networks(String region);

    Catalog catalog(String region);

    /// Where traffic goes in a region.
    Ground ground(String region);

    /// What there is to launch in a region.
    Supply supply(String region);

    Rights rights();

    Clusters clusters(String region);

    /// The hosts of a region.
    Hosts hosts(String region);

    Images images();

    Stacks stacks(String region);

    /// The stacks that are there in a region, and the ways out where one is stuck.
    StandingStacks standing(String region);

    /// What keeps a region's hosts from going.
    Occupancy occupancy(String region);

    /// The same cloud without a network: whatever it is asked, it answers nothing, for a rehearsal that has the code
    /// ready before somebody waits for an answer.
    default Cloud rehearsal(String region) {
        throw new UnsupportedOperationException();
    }

    /// Lets go of connections and credentials.
    @Override
    void close();
}
