package dev.ecswizard.template;

import static dev.ecswizard.template.Node.entry;
import static dev.ecswizard.template.Node.mapping;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Node.Entry;
import dev.ecswizard.template.Node.Mapping;
import dev.ecswizard.template.Node.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Puts the sections of a template together, one after the other.
final class ClusterTemplate {
    static final String IMAGE_MAP = "AWSRegionToAMI";
    static final String IMAGE_KEY = "AMI";

    private ClusterTemplate() {}

    static Template of(ClusterSpec spec) {
        var resources = switch (spec.cluster().recipe()) {
            case CLASSIC -> ClassicResources.of(spec);
            case STANDARD -> StandardResources.of(spec);
            case PRODUCTION -> throw new TemplateRefused("notYet", Recipe.PRODUCTION.key());
        };
        var root = new Mapping(
                List.of(
                        entry("AWSTemplateFormatVersion", "2010-09-09"),
                        entry("Description", "ECS cluster architecture template"),
                        entry("Parameters", Parameters.section(spec)),
                        entry("Mappings", mappings(spec)),
                        entry("Resources", section(resources)),
                        entry("Outputs", outputs())),
                true);
        return new Template(YamlText.of(root), Parameters.values(spec), Set.of("CAPABILITY_NAMED_IAM"));
    }

    static Mapping section(List<Entry> entries) {
        return new Mapping(entries, true);
    }

    private static Mapping mappings(ClusterSpec spec) {
        var regions = new ArrayList<Entry>();
        spec.compute()
                .images()
                .forEach((region, image) -> regions.add(entry(region, mapping(entry(IMAGE_KEY, image)))));
        return mapping(entry(IMAGE_MAP, new Mapping(regions, false)));
    }

    private static Mapping outputs() {
        return mapping(entry(
                "ClusterName",
                mapping(
                        entry("Description", "Name of the cluster, for the service and task definition templates."),
                        entry("Value", new Ref("Cluster")))));
    }
}
