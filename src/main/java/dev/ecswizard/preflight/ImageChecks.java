package dev.ecswizard.preflight;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.LaunchImage;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.template.Question;
import java.util.ArrayList;
import java.util.List;

/// Whether the hosts' image and their key pair are there.
final class ImageChecks {
    private ImageChecks() {}

    static List<Finding> findings(ClusterSpec spec, Facts facts) {
        var findings = new ArrayList<Finding>();
        findings.addAll(images(spec, facts));
        findings.add(key(spec, facts));
        return findings;
    }

    private static List<Finding> images(ClusterSpec spec, Facts facts) {
        var question = spec.compute().imageSource() == ImageSource.SSM ? Question.IMAGE_SOURCE : Question.IMAGES;
        var id = spec.compute().images().getOrDefault(spec.region(), "");
        return switch (facts.image()) {
            case Asked.Unanswered(var problem) -> List.of(Finding.unread(Check.IMAGE, question, id, problem));
            case Asked.Answered(var found) ->
                found.filter(image -> image.state().equals("available"))
                        .map(image -> image(image, spec, facts))
                        .orElseGet(() -> List.of(Finding.of(Case.IMAGE_GONE, id, spec.region())));
        };
    }

    private static List<Finding> image(LaunchImage image, ClusterSpec spec, Facts facts) {
        var findings = new ArrayList<Finding>();
        var wanted = spec.compute().architecture().key();
        if (!image.architecture().equals(wanted)) {
            findings.add(Finding.of(
                    Case.IMAGE_OF_OTHER_ARCHITECTURE,
                    image.id(),
                    image.architecture(),
                    wanted,
                    spec.compute().instanceType()));
        }
        if (hasEnded(image.name())) {
            findings.add(Finding.of(Case.IMAGE_ENDED, image.id(), image.name()));
        } else if (!image.name().startsWith("al2023-ami-ecs-")) {
            findings.add(Finding.of(Case.IMAGE_OF_OTHERS, image.id(), image.name()));
        } else if (!image.owner().equals("amazon")) {
            // anybody may call an image by the name of AWS's
            findings.add(Finding.of(Case.IMAGE_OF_STRANGERS, image.id(), image.name(), image.owner()));
        } else if (image.deprecation().filter(facts.time()::isAfter).isPresent()) {
            findings.add(Finding.of(Case.IMAGE_DEPRECATED, image.id(), image.name()));
        }
        return findings.isEmpty() ? List.of(Finding.of(Case.IMAGE_FINE, image.id(), image.name(), wanted)) : findings;
    }

    /// Amazon Linux 1 and 2: 15 September 2025 and 30 June 2026 (aws/amazon-ecs-ami, README).
    private static boolean hasEnded(String name) {
        return name.startsWith("amzn-ami") || name.startsWith("amzn2-ami");
    }

    private static Finding key(ClusterSpec spec, Facts facts) {
        var chosen = spec.compute().keyName();
        if (chosen.isEmpty()) {
            return Finding.of(Case.KEY_NOT_WANTED, "");
        }
        var name = chosen.get();
        return switch (facts.keyPairs()) {
            case Asked.Unanswered(var problem) -> Finding.unread(Check.KEY_PAIR, Question.KEY_NAME, name, problem);
            case Asked.Answered(var all) ->
                Finding.of(all.contains(name) ? Case.KEY_FINE : Case.KEY_GONE, name, spec.region());
        };
    }
}
