package dev.ecswizard.cloud;

import dev.ecswizard.spec.Architecture;
import java.util.Collection;
import java.util.Map;

/// The ECS-optimized Amazon Linux 2023 images.
public interface Images {
    /// The newest image of each region: greatest creation date, ties by name. All regions are asked side by side,
    /// bounded; answers may be up to a day old. One region's problem spoils no other's answer.
    Found newest(Architecture architecture, Collection<String> regions);

    /// The newest image of each architecture in one region, in one call and never older than it; an architecture
    /// without one is not in it.
    Map<Architecture, Image> newestIn(String region);

    /// The same as [#newest], never older than this call.
    Found refresh(Architecture architecture, Collection<String> regions);

    /// What was found.
    ///
    /// @param images by region; a region without such an image is in neither map
    /// @param problems by region, for those that could not be asked
    record Found(Map<String, Image> images, Map<String, CloudProblem> problems) {
        public Found {
            images = Map.copyOf(images);
            problems = Map.copyOf(problems);
        }
    }
}
