package dev.ecswizard.spec;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/// What a single answer has to satisfy. The limits are AWS's own unless a line says otherwise; identifiers have eight
/// or seventeen hexadecimal digits (EC2 user guide, "Resource IDs").
public enum Rule {
    REGION("region", "[a-z]{2,5}(-[a-z]+){1,3}-[0-9]{1,2}"),
    /// CloudFormation API reference, CreateStack, `StackName`.
    STACK_NAME("stackName", "[a-zA-Z][-a-zA-Z0-9]{0,127}"),
    /// IAM allows 64 characters for a role's name; the stack's name is part of it.
    ROLE_NAME("stackName"),
    RECIPE("recipe", "classic|standard|production"),
    VPC_ID("vpcId", "vpc-[0-9a-f]{8}([0-9a-f]{9})?"),
    SUBNETS("subnets"),
    SUBNET_ID("subnets", "subnet-[0-9a-f]{8}([0-9a-f]{9})?"),
    SUBNET_TWICE("subnets"),
    SOURCE_SECURITY_GROUP("sourceSecurityGroup", "sg-[0-9a-f]{8}([0-9a-f]{9})?"),
    ASSIGN_PUBLIC_IP("assignPublicIp", "true|false"),
    ASSIGN_PUBLIC_IP_IN_CLASSIC("assignPublicIp"),
    INSTANCE_TYPE("instanceType", "[a-z][a-z0-9-]{0,31}\\.[a-z0-9-]{1,31}"),
    INSTANCE_TYPE_ARCHITECTURE("instanceType"),
    ALTERNATE_INSTANCE_TYPE("alternateInstanceTypes", "[a-z][a-z0-9-]{0,31}\\.[a-z0-9-]{1,31}"),
    ALTERNATE_COUNT("alternateInstanceTypes"),
    ALTERNATE_TWICE("alternateInstanceTypes"),
    ALTERNATE_IS_FIRST("alternateInstanceTypes"),
    /// All hosts of a group boot the same image.
    ALTERNATE_ARCHITECTURE("alternateInstanceTypes"),
    ARCHITECTURE("architecture", "x86_64|arm64"),
    /// Only the production recipe has a fleet that ECS manages.
    FLEET_OF_RECIPE("recipe"),
    CLUSTER_SIZE("clusterSize", between(1, 998)),
    CLUSTER_MAX_SIZE("clusterMaxSize", between(2, 999)),
    /// Room for a rolling update: MinInstancesInService has to be less than the group's MaxSize.
    CLUSTER_MAX_SIZE_ABOVE_SIZE("clusterMaxSize"),
    CLUSTER_MIN_SIZE("clusterMinSize", between(0, 999)),
    SCALED_MAX_SIZE("clusterMaxSize", between(1, 1_000)),
    SCALED_MAX_SIZE_ABOVE_MIN("clusterMaxSize"),
    /// ECS API reference, ManagedScaling, `targetCapacity`.
    TARGET_CAPACITY("targetCapacity", between(1, 100)),
    ON_DEMAND_BASE_CAPACITY("onDemandBaseCapacity", between(0, 1_000)),
    ON_DEMAND_BASE_ABOVE_MAX("onDemandBaseCapacity"),
    ON_DEMAND_PERCENTAGE("onDemandPercentage", between(0, 100)),
    /// 30 is what the images' snapshots have, 16,384 the most of a gp3 volume.
    ROOT_VOLUME_SIZE("rootVolumeSize", between(30, 16_384)),
    /// EC2 Auto Scaling user guide, "Replace instances based on maximum instance lifetime": one day to 365 days.
    MAX_INSTANCE_LIFETIME("maxInstanceLifetime", either(0, between(86_400, 31_536_000))),
    /// Some of those that CloudWatch Logs knows (API reference, PutRetentionPolicy).
    LOG_RETENTION_DAYS("logRetentionDays", Rule::isRetention),
    CONTAINER_INSIGHTS("containerInsights", "enhanced|enabled|disabled"),
    PROTECT_BUSY_INSTANCES("protectBusyInstances", "ENABLED|DISABLED"),
    IMAGE_SOURCE("imageSource", "pinned|ssm"),
    /// EC2 API reference, CreateKeyPair, `KeyName`: at most 255 ASCII characters, no space at either end. Tighter:
    /// no dynamic reference, which CloudFormation would put another text in place of.
    KEY_NAME("keyName", "(?!.*\\{\\{resolve:)[!-~]([ -~]{0,253}[!-~])?"),
    IMAGE_ID("images", "ami-[0-9a-f]{8}([0-9a-f]{9})?"),
    IMAGES_LACK_REGION("images"),
    /// Stack tags reach the IAM role, whose tags take fewer characters than others.
    TAG_KEY("tags", "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,128}"),
    TAG_KEY_RESERVED("tags"),
    /// Stack tags reach the IAM role, whose tag keys are not case-sensitive (IAM user guide, "Tags for IAM resources").
    TAG_KEY_CASE("tags"),
    TAG_VALUE("tags", "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,256}"),
    TAG_COUNT("tags");

    /// How long logs can be kept, in days.
    public static final List<Integer> RETENTIONS = List.of(1, 3, 5, 7, 14, 30, 60, 90, 180, 365);

    private final String key;
    private final Optional<Pattern> pattern;
    private final Optional<IntPredicate> numbers;

    Rule(String key) {
        this.key = key;
        pattern = Optional.empty();
        numbers = Optional.empty();
    }

    Rule(String key, String pattern) {
        this.key = key;
        this.pattern = Optional.of(Pattern.compile(pattern));
        numbers = Optional.empty();
    }

    Rule(String key, IntPredicate numbers) {
        this.key = key;
        pattern = Optional.empty();
        this.numbers = Optional.of(numbers);
    }

    private static IntPredicate between(int least, int most) {
        return number -> number >= least && number <= most;
    }

    private static IntPredicate either(int one, IntPredicate other) {
        return number -> number == one || other.test(number);
    }

    private static boolean isRetention(int days) {
        return RETENTIONS.contains(days);
    }

    /// The answer that the rule is about.
    public String key() {
        return key;
    }

    /// Checks a text against the rule's pattern.
    ///
    /// @throws IllegalStateException if the rule is not about the form of one text
    public Optional<Violation> check(String value) {
        var form = pattern.orElseThrow(() -> new IllegalStateException(name()));
        return value != null && form.matcher(value).matches() ? Optional.empty() : Optional.of(brokenBy(value));
    }

    /// Checks a number against the rule's limits.
    ///
    /// @throws IllegalStateException if the rule is not about the size of one number
    public Optional<Violation> check(int number) {
        var limits = numbers.orElseThrow(() -> new IllegalStateException(name()));
        return limits.test(number) ? Optional.empty() : Optional.of(brokenBy(number));
    }

    public Violation brokenBy(Object value, Object... arguments) {
        return new Violation(key, String.valueOf(value), this, List.of(arguments));
    }

    void require(String value) {
        check(value).ifPresent(Rule::refuse);
    }

    void require(int number) {
        check(number).ifPresent(Rule::refuse);
    }

    static void refuse(Violation violation) {
        throw new InvalidSpec(violation);
    }

    String sentence(List<Object> arguments) {
        var words = ResourceBundle.getBundle("dev.ecswizard.spec.rules").getString(name());
        return new MessageFormat(words, Locale.ROOT).format(arguments.toArray());
    }
}
