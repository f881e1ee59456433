package dev.ecswizard.spec;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What the hosts are and how many.
///
/// @param architecture that of the types and of the images
/// @param fleet what the recipe lets a person say of them
/// @param keyName the EC2 key pair, if one was chosen
/// @param images image ID by region, sorted by region; not used and possibly empty where the image comes from SSM
public record Compute(
        String instanceType,
        Architecture architecture,
        Fleet fleet,
        Optional<String> keyName,
        Map<String, String> images) {
    public Compute {
        Rule.INSTANCE_TYPE.require(instanceType);
        if (architecture == null) {
            Rule.refuse(Rule.ARCHITECTURE.brokenBy(null));
        }
        checkArchitecture(instanceType, architecture).ifPresent(Rule::refuse);
        if (fleet instanceof Fleet.Managed managed) {
            for (var type : managed.hosts().alternateInstanceTypes()) {
                Hosts.checkAlternate(type, instanceType, architecture).ifPresent(Rule::refuse);
            }
        }
        keyName.ifPresent(Rule.KEY_NAME::require);
        images = Collections.unmodifiableMap(new TreeMap<>(images));
        images.keySet().forEach(Rule.REGION::require);
        images.values().forEach(Rule.IMAGE_ID::require);
    }

    /// Hosts in a fixed number.
    public Compute(
            String instanceType,
            Architecture architecture,
            int clusterSize,
            int clusterMaxSize,
            Optional<String> keyName,
            Map<String, String> images) {
        this(instanceType, architecture, new Fleet.Fixed(clusterSize, clusterMaxSize), keyName, images);
    }

    /// The rule that an instance type breaks beside images of an architecture, as far as its name tells.
    public static Optional<Violation> checkArchitecture(String instanceType, Architecture images) {
        return Architecture.ofInstanceType(instanceType)
                .filter(known -> known != images)
                .map(known -> Rule.INSTANCE_TYPE_ARCHITECTURE.brokenBy(instanceType, known.key(), images.key()));
    }

    /// Where the template gets the hosts' image from.
    public ImageSource imageSource() {
        return switch (fleet) {
            case Fleet.Fixed _ -> ImageSource.PINNED;
            case Fleet.Managed managed -> managed.hosts().imageSource();
        };
    }
}
