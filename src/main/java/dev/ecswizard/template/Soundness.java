package dev.ecswizard.template;

import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Node.Entry;
import dev.ecswizard.template.Node.Mapping;
import dev.ecswizard.template.Node.Ref;
import java.util.Locale;
import java.util.stream.Stream;

/// Refuses a template that AWS would take and that could then not work, or only once. Neither CloudFormation nor its
/// linters look at most of this, and the rules of the choices hold it already: here it is held once more against what
/// was made of them.
final class Soundness {
    /// IAM API reference, CreateRole, `RoleName`.
    private static final int MAX_ROLE_NAME = 64;

    private final Outline outline;

    private Soundness(Outline outline) {
        this.outline = outline;
    }

    /// Does not block.
    ///
    /// @throws TemplateRefused for the first fault
    static void check(Mapping root, ClusterSpec spec) {
        var outline = new Outline(root, spec);
        new References(outline).check();
        new RuleParts(outline).check();
        new HostFiles(outline).check();
        var soundness = new Soundness(outline);
        soundness.checkUpdates();
        soundness.checkRoleNames();
        soundness.checkProviderNames();
        soundness.checkHosts();
    }

    /// A rolling update that has to keep as many hosts as there may be can not begin (CloudFormation user guide,
    /// UpdatePolicy attribute, `MinInstancesInService`).
    private void checkUpdates() {
        for (var group : outline.resources("AWS::AutoScaling::AutoScalingGroup")) {
            var kept = Outline.at(group.value(), "UpdatePolicy", "AutoScalingRollingUpdate", "MinInstancesInService");
            if (kept != null) {
                var least = hosts(group, "MinInstancesInService", kept);
                var most = hosts(group, "MaxSize", property(group, "MaxSize"));
                if (least >= most) {
                    throw new TemplateRefused("unsound.kept", group.key(), least, most);
                }
            }
        }
    }

    private int hosts(Entry group, String name, Node size) {
        return outline.word(size)
                .filter(word -> word.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElseThrow(() -> unknown(group, name));
    }

    private void checkRoleNames() {
        for (var role : outline.resources("AWS::IAM::Role")) {
            var given = property(role, "RoleName");
            if (given != null) {
                var name = word(role, "RoleName", given);
                if (name.length() > MAX_ROLE_NAME) {
                    throw new TemplateRefused("unsound.roleName", role.key(), name, name.length(), MAX_ROLE_NAME);
                }
            }
        }
    }

    /// ECS API reference, CreateCapacityProvider, `name`. A name of CloudFormation's making begins with the stack's.
    private void checkProviderNames() {
        for (var provider : outline.resources("AWS::ECS::CapacityProvider")) {
            var given = property(provider, "Name");
            if (given == null) {
                throw new TemplateRefused("unsound.providerUnnamed", provider.key());
            }
            var name = word(provider, "Name", given);
            if (Stream.of("aws", "ecs", "fargate").anyMatch(name.toLowerCase(Locale.ROOT)::startsWith)) {
                throw new TemplateRefused("unsound.providerName", provider.key(), name);
            }
        }
    }

    private void checkHosts() {
        for (var resource : outline.section("Resources").entries()) {
            Outline.walk(resource.value(), node -> {
                if (node instanceof Mapping mapping) {
                    mapping.entries().forEach(entry -> checkHost(resource, entry));
                }
            });
        }
    }

    private void checkHost(Entry resource, Entry property) {
        switch (property.key()) {
            case "InstanceType" -> checkType(word(resource, property.key(), property.value()));
            case "ImageId" -> {
                if (property.value() instanceof Ref ref) {
                    checkImageParameter(word(resource, property.key(), ref));
                }
            }
            default -> {}
        }
    }

    private void checkType(String type) {
        var needed = outline.spec().compute().architecture();
        Architecture.ofInstanceType(type).filter(known -> known != needed).ifPresent(known -> {
            throw new TemplateRefused("unsound.architecture", type, known.key(), needed.key());
        });
    }

    /// The public parameters of images for Graviton have `arm64` in their path (ECS developer guide, "Retrieving
    /// Amazon ECS-optimized Linux AMI metadata").
    private void checkImageParameter(String path) {
        var needed = outline.spec().compute().architecture();
        if (path.contains("/arm64/") != (needed == Architecture.ARM64)) {
            throw new TemplateRefused("unsound.image", path, needed.key());
        }
    }

    private String word(Entry resource, String name, Node value) {
        return outline.word(value).orElseThrow(() -> unknown(resource, name));
    }

    private static TemplateRefused unknown(Entry resource, String name) {
        return new TemplateRefused("unsound.unknown", name, resource.key());
    }

    private static Node property(Entry resource, String name) {
        return Outline.at(resource.value(), "Properties", name);
    }
}
