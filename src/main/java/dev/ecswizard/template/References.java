package dev.ecswizard.template;

import dev.ecswizard.template.Node.Base64;
import dev.ecswizard.template.Node.Equals;
import dev.ecswizard.template.Node.FindInMap;
import dev.ecswizard.template.Node.GetAtt;
import dev.ecswizard.template.Node.If;
import dev.ecswizard.template.Node.Items;
import dev.ecswizard.template.Node.Mapping;
import dev.ecswizard.template.Node.Not;
import dev.ecswizard.template.Node.ParameterName;
import dev.ecswizard.template.Node.Ref;
import dev.ecswizard.template.Node.Sub;
import dev.ecswizard.template.Node.Text;
import dev.ecswizard.template.Node.Truth;
import dev.ecswizard.template.Node.Whole;
import java.util.Set;

/// Refuses a template in which something refers to what is not there: a name, a condition, an image of the chosen
/// region.
record References(Outline outline) {
    /// CloudFormation template reference, "Pseudo parameters".
    private static final Set<String> PSEUDO = Set.of(
            "AWS::AccountId",
            "AWS::NoValue",
            "AWS::NotificationARNs",
            "AWS::Partition",
            "AWS::Region",
            "AWS::StackId",
            "AWS::StackName",
            "AWS::URLSuffix");

    void check() {
        Outline.walk(outline.root(), this::check);
    }

    private void check(Node node) {
        switch (node) {
            case Ref ref -> require(isKnown(ref.name()), ref.name());
            case ParameterName parameter -> require(isParameter(parameter.name()), parameter.name());
            case GetAtt getAtt -> require(outline.hasResource(getAtt.resource()), getAtt.resource());
            case Sub sub -> Outline.variables(sub.text().value()).forEach(name -> require(isValue(name), name));
            case If choice ->
                require(Outline.at(outline.section("Conditions"), choice.condition()) != null, choice.condition());
            case FindInMap find -> check(find);
            case Text _, Whole _, Truth _, Items _, Mapping _, Not _, Equals _, Base64 _ -> {}
        }
    }

    /// A name, or an attribute of a resource.
    private boolean isValue(String variable) {
        var dot = variable.indexOf('.');
        return dot < 0 ? isKnown(variable) : outline.hasResource(variable.substring(0, dot));
    }

    private boolean isKnown(String name) {
        return PSEUDO.contains(name) || outline.hasResource(name) || isParameter(name);
    }

    private boolean isParameter(String name) {
        return Outline.at(outline.section("Parameters"), name) != null;
    }

    private void check(FindInMap find) {
        var first = outline.word(find.first()).orElse("");
        if (Outline.at(outline.section("Mappings"), find.map(), first, find.second()) == null) {
            throw new TemplateRefused("unsound.mapping", find.map(), find.second(), first);
        }
    }

    private static void require(boolean isThere, String name) {
        if (!isThere) {
            throw new TemplateRefused("unsound.reference", name);
        }
    }
}
