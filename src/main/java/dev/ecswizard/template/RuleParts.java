package dev.ecswizard.template;

import dev.ecswizard.template.Node.Entry;
import dev.ecswizard.template.Node.Items;
import dev.ecswizard.template.Node.Mapping;
import dev.ecswizard.template.Node.Text;
import java.util.Map;
import java.util.Set;

/// Refuses a rule that asks for what CloudFormation does not know.
record RuleParts(Outline outline) {
    /// CloudFormation template reference, "Rule functions", "Supported attributes"; with each, the tags.
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "AWS::EC2::VPC::Id", Set.of("DefaultNetworkAcl", "DefaultSecurityGroup"),
            "AWS::EC2::Subnet::Id", Set.of("AvailabilityZone", "VpcId"),
            "AWS::EC2::SecurityGroup::Id", Set.of());

    void check() {
        for (var rule : outline.section("Rules").entries()) {
            checkKeys(rule.value(), Set.of("RuleCondition", "Assertions"));
            if (Outline.at(rule.value(), "Assertions") instanceof Items assertions) {
                assertions.items().forEach(assertion -> checkKeys(assertion, Set.of("Assert", "AssertDescription")));
            }
            Outline.walk(rule.value(), node -> {
                if (node instanceof Mapping mapping) {
                    mapping.entries().forEach(this::checkCall);
                }
            });
        }
    }

    private static void checkKeys(Node node, Set<String> known) {
        if (node instanceof Mapping mapping) {
            for (var entry : mapping.entries()) {
                if (!known.contains(entry.key())) {
                    throw new TemplateRefused("unsound.rulePart", entry.key());
                }
            }
        }
    }

    private void checkCall(Entry call) {
        switch (call.key()) {
            case "Fn::ValueOfAll" -> checkAttribute(word(call.value(), 0), word(call.value(), 1));
            case "Fn::ValueOf" -> checkAttribute(typeOf(word(call.value(), 0)), word(call.value(), 1));
            default -> {}
        }
    }

    private static void checkAttribute(String type, String attribute) {
        var known = ATTRIBUTES.get(type);
        if (known == null || !known.contains(attribute) && !attribute.matches("Tags\\..+")) {
            throw new TemplateRefused("unsound.ruleAttribute", Written.printable(attribute), Written.printable(type));
        }
    }

    private String typeOf(String parameter) {
        return Outline.at(outline.section("Parameters"), parameter, "Type") instanceof Text type ? type.value() : "";
    }

    private static String word(Node list, int index) {
        return list instanceof Items items
                        && items.items().size() > index
                        && items.items().get(index) instanceof Text text
                ? text.value()
                : "";
    }
}
