package dev.ecswizard.cloud;

import dev.ecswizard.spec.Architecture;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What can be launched in one region, and how much more of it.
public interface Supply {
    /// The zones that offer each of the named instance types; a type that the region does not offer has none
    /// (`ec2:DescribeInstanceTypeOfferings`).
    ///
    /// @param types at most 200
    Map<String, Set<String>> zones(Collection<String> types);

    /// The types with names that fit a pattern and that every one of some zones offers
    /// (`ec2:DescribeInstanceTypeOfferings`).
    ///
    /// @param pattern such as `*.large`
    /// @param zones at least one
    Set<String> alike(String pattern, Collection<String> zones);

    /// An image that can be launched here, whoever owns it (`ec2:DescribeImages`).
    Optional<LaunchImage> image(String id);

    /// The image that AWS recommends for ECS at this moment (`ssm:GetParameter`).
    String recommendedImage(Architecture architecture);

    /// What counts against quotas already (`ec2:DescribeInstances`).
    ///
    /// @throws CloudProblem of kind REFUSED where there are more than 10,000 instances
    Running running();

    /// How much a quota of EC2 allows (`servicequotas:GetServiceQuota`).
    ///
    /// @param code such as L-1216C47A
    int quota(String code);

    /// The instances that run or are about to, by type.
    ///
    /// @param onDemand how many, without those on hosts of their own, which no quota on vCPUs counts
    record Running(Map<String, Integer> onDemand, Map<String, Integer> spot) {
        public Running {
            onDemand = Map.copyOf(onDemand);
            spot = Map.copyOf(spot);
        }
    }
}
