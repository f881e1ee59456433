package dev.ecswizard.template;

import static dev.ecswizard.template.Node.entry;
import static dev.ecswizard.template.Node.items;
import static dev.ecswizard.template.Node.mapping;
import static dev.ecswizard.template.Node.text;

import dev.ecswizard.template.Node.Base64;
import dev.ecswizard.template.Node.Entry;
import dev.ecswizard.template.Node.Mapping;
import dev.ecswizard.template.Node.Shape;
import dev.ecswizard.template.Node.Sub;
import dev.ecswizard.template.Node.Text;
import dev.ecswizard.template.Node.Truth;

/// How a host sets itself up: the metadata that cfn-init follows, and the user data that calls it and reports back.
/// Nothing here waits for the ECS agent, which starts only after the user data has ended.
///
/// @param logicalId the resource that bears the metadata
/// @param serviceManager cfn-init's word for what starts services: `sysvinit` or `systemd`
record Bootstrap(String logicalId, String serviceManager) {
    private static final String HUP = "/etc/cfn/cfn-hup.conf";
    private static final String RELOADER = "/etc/cfn/hooks.d/cfn-auto-reloader.conf";

    Entry metadata(Text command) {
        return entry(
                "Metadata",
                mapping(entry(
                        "AWS::CloudFormation::Init",
                        mapping(entry(
                                "config",
                                mapping(
                                        entry(
                                                "commands",
                                                mapping(entry(
                                                        "01_add_instance_to_cluster",
                                                        mapping(entry("command", new Sub(command)))))),
                                        entry("files", mapping(entry(HUP, hup()), entry(RELOADER, reloader()))),
                                        entry("services", services())))))));
    }

    Entry userData() {
        return entry(
                "UserData", new Base64(new Sub(script("""
                        #!/bin/bash
                        yum install -y aws-cfn-bootstrap
                        %s
                        /opt/aws/bin/cfn-signal -e $? --region ${AWS::Region} --stack ${AWS::StackName} --resource %s
                        """.formatted(cfnInit(), SharedResources.AUTO_SCALING_GROUP)))));
    }

    private Mapping hup() {
        return file("""
                [main]
                stack=${AWS::StackId}
                region=${AWS::Region}
                """);
    }

    private Mapping reloader() {
        return file("""
                [cfn-auto-reloader-hook]
                triggers=post.update
                path=Resources.%s.Metadata.AWS::CloudFormation::Init
                action=%s
                runas=root
                """.formatted(logicalId, cfnInit()));
    }

    private String cfnInit() {
        return "/opt/aws/bin/cfn-init -v --region ${AWS::Region} --stack ${AWS::StackName} --resource " + logicalId;
    }

    private Mapping services() {
        return mapping(entry(
                serviceManager,
                mapping(entry(
                        "cfn-hup",
                        mapping(
                                entry("enabled", new Truth(true)),
                                entry("ensureRunning", new Truth(true)),
                                entry("files", items(text(HUP), text(RELOADER))))))));
    }

    /// A file that only root reads. The mode is text: as a number it would be read as octal, or not, by turns.
    private static Mapping file(String content) {
        return mapping(
                entry("mode", "000400"),
                entry("owner", "root"),
                entry("group", "root"),
                entry("content", new Sub(script(content))));
    }

    private static Text script(String lines) {
        return new Text(lines, Shape.LITERAL);
    }
}
