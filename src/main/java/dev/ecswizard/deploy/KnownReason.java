package dev.ecswizard.deploy;

import dev.ecswizard.template.Question;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Why a resource or a launch failed, told by AWS's own words: the one table in which they are matched. What matches
/// more than one row is the first.
///
/// The sentences are those of the EC2 and ECS user guides ("Troubleshoot"), of the EC2 Auto Scaling user guide
/// ("Troubleshooting") and of public issue threads.
public enum KnownReason {
    /// An explicit deny, such as an organisation's policy, which more rights do not lift.
    FORBIDDEN(
            "is not authorized to perform: (?<action>[\\w-]+:\\w+).{0,400}with an explicit deny(?: in an?"
                    + " (?<policy>[a-z-]+(?: [a-z-]+)*? policy))?",
            List.of("action", "policy")),
    /// Somebody may not do something, most often the person whose credentials the stack runs with.
    DENIED(
            "[Uu]ser: (?<who>\\S+) is not authorized to perform: (?<action>[\\w-]+:\\w+)"
                    + "|is not authorized to perform|not authorized to (?:perform this operation|use launch template)"
                    + "|AccessDenied|UnauthorizedOperation|doesn't have permission to call",
            List.of("action", "who")),
    /// Launch configurations are closed to accounts made since October 2024 (EC2 Auto Scaling user guide).
    CLOSED("Launch Configuration creation operation is not available", Question.RECIPE),
    /// A new account's first cluster: the role that ECS works with is made while it is needed (ECS developer guide,
    /// "Using service-linked roles").
    SERVICE_ROLE("(?i:service[- ]linked role)"),
    /// The hosts came up and said themselves that their setup failed.
    BROKEN_START("Received \\d+ FAILURE signal|Received FAILURE signal", Question.SUBNETS, Question.IMAGES),
    /// The creation policy of the group of hosts ran out.
    SILENT(
            "Received (?<got>\\d+) SUCCESS signal\\(s\\) out of (?<wanted>\\d+)"
                    + "|(?:Received|Failed to receive) \\d+ (?:SUCCESS |resource )?signal",
            List.of("got", "wanted"),
            Question.SUBNETS,
            Question.ASSIGN_PUBLIC_IP),
    /// A zone does not have the type at all.
    ZONE(
            "instance type \\((?<type>[^)]+)\\) is not supported in your requested Availability Zone \\((?<zone>[^)]+)\\)"
                    + "|is not supported in your requested Availability Zone",
            List.of("type", "zone"),
            Question.INSTANCE_TYPE,
            Question.SUBNETS),
    SPOT_CAPACITY(
            "[Nn]o Spot capacity|capacity-not-available|UnfulfillableCapacity",
            Question.ON_DEMAND_PERCENTAGE,
            Question.INSTANCE_TYPE),
    SPOT_QUOTA("[Mm]ax(?:imum)? ?[Ss]pot ?[Ii]nstance ?[Cc]ount ?[Ee]xceeded", Question.ON_DEMAND_PERCENTAGE),
    /// A zone has the type and no room for it now.
    CAPACITY(
            "do not have sufficient (?<type>\\S+) capacity in the Availability Zone you requested \\((?<zone>[^)]+)\\)"
                    + "|InsufficientInstanceCapacity|InsufficientHostCapacity|do not have sufficient .{0,80}capacity"
                    + "|no available capacity",
            List.of("type", "zone"),
            Question.INSTANCE_TYPE,
            Question.SUBNETS),
    VCPU_QUOTA(
            "current vCPU limit of (?<limit>\\d+)|VcpuLimitExceeded|current instance limit of \\d+|InstanceLimitExceeded",
            List.of("limit"),
            Question.INSTANCE_TYPE,
            Question.CLUSTER_SIZE,
            Question.CLUSTER_MIN_SIZE),
    ADDRESSES(
            "not enough free addresses in subnet '(?<subnet>[^']+)'|InsufficientFreeAddressesInSubnet",
            List.of("subnet"),
            Question.SUBNETS),
    /// The image is for another architecture than the type.
    MISMATCH(
            "architecture '[^']*' of the specified (?:AMI|instance type)|UnsupportedArchitecture"
                    + "|not match(?:es)? the architecture",
            Question.ARCHITECTURE,
            Question.INSTANCE_TYPE),
    KEY(
            "key pair '(?<name>[^']*)' does not exist|InvalidKeyPair|parameter name KeyName does not exist",
            List.of("name"),
            Question.KEY_NAME),
    IMAGE(
            "image id '\\[?(?<name>ami-[0-9a-f]+)]?' does not exist|InvalidAMIID|Invalid AMI"
                    + "|Not authorized for images|ami-\\w+ (?:is no longer available|is pending)"
                    + "|AMI .{0,40}(?:disabled|not available)",
            List.of("name"),
            Question.IMAGES,
            Question.IMAGE_SOURCE),
    GROUP(
            "security group '?(?<name>sg-[0-9a-f]+)'? does not exist|InvalidGroup(?:Id)?\\.|InvalidGroupId"
                    + "|parameter name SourceSecurityGroup does not exist|belong to different networks",
            List.of("name"),
            Question.SOURCE_SECURITY_GROUP),
    SUBNET(
            "subnet ID '(?<name>[^']+)' does not exist|InvalidSubnetID|parameter name Subnets does not exist",
            List.of("name"),
            Question.SUBNETS),
    VPC(
            "vpc ID '(?<name>[^']+)' does not exist|InvalidVpcID|parameter name VpcId does not exist",
            List.of("name"),
            Question.VPC_ID),
    /// The image's disk is larger than the volume that was chosen.
    VOLUME(
            "smaller than snapshot .{0,60}expect size ?>= ?(?<size>\\d+)|Volume of size",
            List.of("size"),
            Question.ROOT_VOLUME_SIZE),
    /// The group may not use the key that disks are encrypted with (EC2 Auto Scaling user guide, "Required AWS KMS key
    /// policy").
    DISK_KEY("Client\\.InternalError|Client error on launch|InvalidKMSKey|KMSKeyInaccessible"),
    CLUSTER_LIMIT("(?i)(?:maximum|limit|quota).{0,60}clusters|clusters.{0,60}(?:limit|quota|exceeded)"),
    /// Anything else of which there may be only so much.
    LIMIT(
            "Cannot exceed quota for (?<what>\\w+): (?<limit>\\d+)|LimitExceeded|[Ll]imit [Ee]xceeded|limit of \\d+"
                    + "|(?i:the maximum number of .{0,60}(?:reached|exceeded))",
            List.of("what", "limit")),
    /// IAM is one for all regions, so that a stack of the same name elsewhere has the role.
    ROLE_TAKEN(
            "Role with name (?<name>[\\w+=,.@-]+) already exists"
                    + "|'AWS::IAM::Role' with identifier '(?<name2>[^']+)' already exists"
                    + "|^(?<name3>ecs-[\\w+=,.@-]+) already exists",
            List.of("name"),
            Question.STACK_NAME),
    TAKEN(
            "with identifier '(?<name>[^']+)' already exists|^(?<name2>\\S+) already exists|already exists"
                    + "|EarlyValidation::ResourceExistenceCheck",
            List.of("name"),
            Question.STACK_NAME),
    /// AWS looks at a new account, or has closed it.
    ACCOUNT("PendingVerification|is being validated|currently blocked|OptInRequired|not subscribed to this service"),
    UNSUPPORTED(
            "requested configuration is currently not supported|InvalidParameterCombination", Question.INSTANCE_TYPE),
    THROTTLED("Rate exceeded|RequestLimitExceeded|Request limit exceeded"),
    OTHER("");

    private final Pattern words;
    private final List<String> names;
    private final List<Question> questions;

    KnownReason(String words, Question... questions) {
        this(words, List.of(), questions);
    }

    /// @param names of the groups that say more; one may have others of its name with a number
    /// @param questions whose answers can have led there, the most likely first
    KnownReason(String words, List<String> names, Question... questions) {
        this.words = Pattern.compile(words, Pattern.DOTALL);
        this.names = List.copyOf(names);
        this.questions = List.of(questions);
    }

    /// What AWS's sentence says. It may be wrapped in others.
    ///
    /// @param type of the resource that failed, such as `AWS::IAM::Role`
    public static KnownReason of(String sentence, String type) {
        return Arrays.stream(values())
                .filter(reason -> reason.words.matcher(sentence).find())
                .findFirst()
                .map(reason -> reason.forType(type))
                .orElse(OTHER);
    }

    private KnownReason forType(String type) {
        return switch (this) {
            case TAKEN -> type.equals("AWS::IAM::Role") ? ROLE_TAKEN : this;
            case LIMIT -> type.equals("AWS::ECS::Cluster") ? CLUSTER_LIMIT : this;
            default -> this;
        };
    }

    /// What the sentence names, in the order of the table: types, zones, actions, names. Nothing where it does not name
    /// all of it.
    public Optional<List<String>> details(String sentence) {
        return names.isEmpty()
                ? Optional.empty()
                : words.matcher(sentence)
                        .results()
                        .map(this::named)
                        .filter(details -> details.size() == names.size())
                        .findFirst();
    }

    private List<String> named(MatchResult found) {
        return names.stream()
                .flatMap(name -> found.namedGroups().keySet().stream()
                        .filter(group -> group.replaceAll("\\d", "").equals(name))
                        .map(found::group)
                        .filter(text -> text != null)
                        .limit(1))
                .toList();
    }

    /// The questions whose answers can have led there, the most likely first.
    public List<Question> questions() {
        return questions;
    }
}
