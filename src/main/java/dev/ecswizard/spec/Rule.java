package dev.ecswizard.spec;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/// What a single answer has to satisfy. The limits are AWS's own unless a line says otherwise; identifiers have eight
/// or
/// seventeen hexadecimal digits (EC2 user guide, "Resource IDs").
public enum Rule {
    REGION("region", "[a-z]{2,5}(-[a-z]+){1,3}-[0-9]{1,2}"),
    /// CloudFormation API reference, CreateStack, `StackName`.
    STACK_NAME("stackName", "[a-zA-Z][-a-zA-Z0-9]{0,127}"),
    /// IAM allows 64 characters for a role's name; the stack's name is part of it.
    ROLE_NAME("stackName", null),
    RECIPE("recipe", "classic|standard|production"),
    VPC_ID("vpcId", "vpc-[0-9a-f]{8}([0-9a-f]{9})?"),
    SUBNETS("subnets", null),
    SUBNET_ID("subnets", "subnet-[0-9a-f]{8}([0-9a-f]{9})?"),
    SUBNET_TWICE("subnets", null),
    SOURCE_SECURITY_GROUP("sourceSecurityGroup", "sg-[0-9a-f]{8}([0-9a-f]{9})?"),
    INSTANCE_TYPE("instanceType", "[a-z][a-z0-9-]{0,31}\\.[a-z0-9-]{1,31}"),
    ARCHITECTURE("architecture", "x86_64|arm64"),
    CLUSTER_SIZE("clusterSize", null),
    CLUSTER_MAX_SIZE("clusterMaxSize", null),
    /// Room for a rolling update: MinInstancesInService has to be less than the group's MaxSize.
    CLUSTER_MAX_SIZE_ABOVE_SIZE("clusterMaxSize", null),
    /// EC2 API reference, CreateKeyPair, `KeyName`: at most 255 ASCII characters, no space at either end.
    KEY_NAME("keyName", "[!-~]([ -~]{0,253}[!-~])?"),
    IMAGE_ID("images", "ami-[0-9a-f]{8}([0-9a-f]{9})?"),
    IMAGES_LACK_REGION("images", null),
    /// Stack tags reach the IAM role, whose tags take fewer characters than others.
    TAG_KEY("tags", "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,128}"),
    TAG_KEY_RESERVED("tags", null),
    /// Stack tags reach the IAM role, whose tag keys are not case-sensitive (IAM user guide, "Tags for IAM resources").
    TAG_KEY_CASE("tags", null),
    TAG_VALUE("tags", "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,256}"),
    TAG_COUNT("tags", null);

    private final String key;
    private final Pattern pattern;

    Rule(String key, String pattern) {
        this.key = key;
        this.pattern = pattern == null ? null : Pattern.compile(pattern);
    }

    /// The answer that the rule is about.
    public String key() {
        return key;
    }

    /// Checks a text against the rule's pattern.
    ///
    /// @throws IllegalStateException if the rule is not about the form of one text
    public Optional<Violation> check(String value) {
        if (pattern == null) {
            throw new IllegalStateException(name());
        }
        return value != null && pattern.matcher(value).matches() ? Optional.empty() : Optional.of(brokenBy(value));
    }

    public Violation brokenBy(Object value, Object... arguments) {
        return new Violation(key, String.valueOf(value), this, List.of(arguments));
    }

    void require(String value) {
        check(value).ifPresent(Rule::refuse);
    }

    static void refuse(Violation violation) {
        throw new InvalidSpec(violation);
    }

    String sentence(List<Object> arguments) {
        var words = ResourceBundle.getBundle("dev.ecswizard.spec.rules").getString(name());
        return new MessageFormat(words, Locale.ROOT).format(arguments.toArray());
    }
}
