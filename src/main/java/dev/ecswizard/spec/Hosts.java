package dev.ecswizard.spec;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// What the hosts of a fleet may be beside the first choice of instance type, and how long they live.
///
/// @param alternateInstanceTypes taken where the first choice is not to be had, best first; possibly none
/// @param rootVolumeSize GiB, 30 to 16,384
/// @param maxInstanceLifetime seconds after which a host is replaced, 86,400 to 31,536,000; 0 for never
public record Hosts(
        List<String> alternateInstanceTypes, int rootVolumeSize, int maxInstanceLifetime, ImageSource imageSource) {
    /// How many alternates there may be. A group takes 40 types (EC2 Auto Scaling API reference,
    /// LaunchTemplateOverrides); ten that are alike are as many as an operator can tell apart, and each is
    /// a parameter.
    public static final int MAX_ALTERNATES = 9;

    public Hosts {
        alternateInstanceTypes = List.copyOf(alternateInstanceTypes);
        alternateInstanceTypes.forEach(Rule.ALTERNATE_INSTANCE_TYPE::require);
        checkAlternates(alternateInstanceTypes).ifPresent(Rule::refuse);
        Rule.ROOT_VOLUME_SIZE.require(rootVolumeSize);
        Rule.MAX_INSTANCE_LIFETIME.require(maxInstanceLifetime);
        if (imageSource == null) {
            Rule.refuse(Rule.IMAGE_SOURCE.brokenBy(null));
        }
    }

    /// The rule that a list of alternates breaks by itself.
    public static Optional<Violation> checkAlternates(List<String> types) {
        if (types.size() > MAX_ALTERNATES) {
            return Optional.of(Rule.ALTERNATE_COUNT.brokenBy(types.size(), MAX_ALTERNATES));
        }
        var seen = new HashSet<String>();
        return types.stream().filter(type -> !seen.add(type)).findFirst().map(Rule.ALTERNATE_TWICE::brokenBy);
    }

    /// The rule that an alternate breaks beside the first choice of instance type, as far as their names tell.
    ///
    /// @param architecture that of the first choice
    public static Optional<Violation> checkAlternate(String type, String instanceType, Architecture architecture) {
        if (type.equals(instanceType)) {
            return Optional.of(Rule.ALTERNATE_IS_FIRST.brokenBy(type));
        }
        return Architecture.ofInstanceType(type)
                .filter(known -> known != architecture)
                .map(_ -> Rule.ALTERNATE_ARCHITECTURE.brokenBy(type, architecture.key(), instanceType));
    }
}
