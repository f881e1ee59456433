package dev.ecswizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Images;
import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.spec.Architecture;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The newest image for the hosts of a stack, and nothing else.
public final class Renewal {
    private Renewal() {}

    /// What is sent for it: the stack's own template with another image for its region. Where the image comes from an
    /// SSM parameter, CloudFormation looks it up anew at every change, so that the template stays too. Blocks.
    ///
    /// @throws CloudProblem if there is no image, or AWS does not answer
    public static Submission of(Stacks stacks, Images images, Known known, String region, Architecture architecture) {
        var newest = Optional.ofNullable(images.newestIn(region).get(architecture))
                .orElseThrow(() -> new CloudProblem(
                        CloudProblem.Kind.NOT_FOUND,
                        "ec2:DescribeImages",
                        "",
                        Words.of("deploy.renewal.noImage", region),
                        "",
                        null));
        return mapped(region)
                .matcher(known.template())
                .replaceFirst("$1" + Matcher.quoteReplacement(newest.id()))
                .transform(template -> template.equals(known.template())
                        ? Submission.values(stacks, known, Map.of())
                        : Submission.edited(stacks, known, template));
    }

    /// The region's line in the template's mapping.
    private static Pattern mapped(String region) {
        return Pattern.compile(
                "(AWSRegionToAMI:.*?\\n\\s+" + Pattern.quote(region) + ":\\s*\\n\\s+AMI: )\\S+", Pattern.DOTALL);
    }
}
