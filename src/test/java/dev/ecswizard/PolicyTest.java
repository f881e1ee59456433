package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Whoever writes a policy for this app finds in the README whatever it can ask, and nothing else.
class PolicyTest {
    /// A sign-in in a browser takes no permission, but a token.
    private static final Pattern ASKED =
            Pattern.compile("\"(?:autoscaling|cloudformation|ec2|ecs|iam|servicequotas|ssm|sts):([A-Z][A-Za-z]+)\"");

    private static final Pattern SAID =
            Pattern.compile("`(?:[a-z0-9]+:)?([A-Z][A-Za-z]+)`|\"[a-z0-9]+:([A-Z][A-Za-z]+)\"");

    @Test
    void theReadmeNamesEveryActionThatIsAskedForAndNoOther() throws IOException {
        var asked = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java/dev/ecswizard/aws"))) {
            for (var source : sources.filter(Files::isRegularFile).toList()) {
                ASKED.matcher(Files.readString(source)).results().forEach(found -> asked.add(found.group(1)));
            }
        }
        assertThat(asked).contains("UpdateTerminationProtection", "CreateChangeSet", "DescribeVpcs");

        var readme = Files.readString(Path.of("README.md"));
        var permissions = readme.substring(readme.indexOf("### Permissions"), readme.indexOf("## Build it"))
                .lines()
                // by the AWS CLI, not by the app
                .filter(line -> !line.startsWith("| run the script"))
                .collect(Collectors.joining("\n"));
        var said = new TreeSet<String>();
        SAID.matcher(permissions)
                .results()
                .forEach(found -> said.add(found.group(1) == null ? found.group(2) : found.group(1)));

        assertThat(said).isEqualTo(asked);
    }
}
