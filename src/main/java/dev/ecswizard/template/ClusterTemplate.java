package dev.ecswizard.template;

import static dev.ecswizard.template.Node.entry;
import static dev.ecswizard.template.Node.mapping;

import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Fleet;
import dev.ecswizard.spec.ImageSource;
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

    static final String DESCRIPTION = "ECS cluster architecture template";

    private static final String FORMAT = "2010-09-09";

    private ClusterTemplate() {}

    static Template of(ClusterSpec spec) {
        return template(root(spec), spec);
    }

    /// @throws TemplateRefused if what was made of the choices is unsound or too large
    static Template template(Mapping root, ClusterSpec spec) {
        Soundness.check(root, spec);
        var yaml = YamlText.of(root);
        return new Template(
                yaml,
                Parameters.values(spec),
                Set.of(capability(spec.cluster())),
                Provenance.of(spec.cluster().recipe(), root, yaml));
    }

    static Mapping root(ClusterSpec spec) {
        return section(
                switch (spec.cluster().recipe()) {
                    case CLASSIC -> plain(spec, ClassicResources.of(spec));
                    case STANDARD -> plain(spec, StandardResources.of(spec));
                    case PRODUCTION ->
                        managed(spec, (Fleet.Managed) spec.compute().fleet());
                });
    }

    /// IAM wants more said of a role that bears a name (CloudFormation API reference, CreateStack, `Capabilities`).
    private static String capability(Cluster cluster) {
        // whether a role has a name does not depend on the region
        return cluster.recipe().roleName(cluster.stackName(), "").isPresent()
                ? "CAPABILITY_NAMED_IAM"
                : "CAPABILITY_IAM";
    }

    private static List<Entry> plain(ClusterSpec spec, List<Entry> resources) {
        return List.of(
                entry("AWSTemplateFormatVersion", FORMAT),
                entry("Description", DESCRIPTION),
                entry("Parameters", Parameters.section(spec)),
                entry("Mappings", mappings(spec)).from(Question.IMAGES, Question.ARCHITECTURE),
                entry("Resources", section(resources)),
                entry("Outputs", mapping(clusterName())));
    }

    private static List<Entry> managed(ClusterSpec spec, Fleet.Managed fleet) {
        var sections = new ArrayList<Entry>();
        sections.add(entry("AWSTemplateFormatVersion", FORMAT));
        sections.add(entry("Description", ProductionSections.description(fleet)).from(Question.CLUSTER_MIN_SIZE));
        sections.add(entry("Metadata", ProductionSections.metadata(spec, fleet)));
        sections.add(entry("Parameters", Parameters.section(spec)));
        if (spec.compute().imageSource() == ImageSource.PINNED) {
            sections.add(entry("Mappings", mappings(spec))
                    .from(Question.IMAGES, Question.ARCHITECTURE, Question.IMAGE_SOURCE));
        }
        sections.add(entry("Rules", ProductionSections.rules()));
        sections.add(entry("Conditions", ProductionSections.conditions()));
        sections.add(entry("Resources", section(ProductionResources.of(spec, fleet))));
        sections.add(entry("Outputs", section(ProductionSections.outputs())));
        return sections;
    }

    static Mapping section(List<Entry> entries) {
        return new Mapping(entries, true);
    }

    private static Mapping mappings(ClusterSpec spec) {
        var regions = new ArrayList<Entry>();
        spec.compute()
                .images()
                .forEach((region, image) -> regions.add(row(region, image, region.equals(spec.region()))));
        return mapping(entry(IMAGE_MAP, new Mapping(regions, false)));
    }

    /// @param isOwn whether it is the row that a stack in the chosen region takes
    private static Entry row(String region, String image, boolean isOwn) {
        var row = entry(region, mapping(entry(IMAGE_KEY, image)));
        return isOwn ? row.from(Question.IMAGES, Question.REGION) : row;
    }

    static Entry clusterName() {
        return entry(
                "ClusterName",
                mapping(
                        entry("Description", "Name of the cluster, for the service and task definition templates."),
                        entry("Value", new Ref(SharedResources.CLUSTER))));
    }
}
