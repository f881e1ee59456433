package dev.ecswizard.template;

import static dev.ecswizard.template.Node.entry;

import dev.ecswizard.template.Node.Base64;
import dev.ecswizard.template.Node.Entry;
import dev.ecswizard.template.Node.Shape;
import dev.ecswizard.template.Node.Sub;
import dev.ecswizard.template.Node.Text;

/// How a host of the production recipe joins the cluster and reports that it has: not that its set-up ended, but that
/// the agent has registered it. A unit of its own waits for that, since the agent starts only after the user data.
final class Readiness {
    private Readiness() {}

    static Entry userData() {
        return entry(
                "UserData",
                new Base64(new Sub(new Text(
                        """
                        #!/bin/bash
                        set -u
                        cat >> /etc/ecs/ecs.config <<'CONFIG'
                        ECS_CLUSTER=${%s}
                        ECS_AWSVPC_BLOCK_IMDS=true
                        ECS_ENABLE_CONTAINER_METADATA=true
                        ECS_CONTAINER_INSTANCE_PROPAGATE_TAGS_FROM=ec2_instance
                        CONFIG
                        dnf install -y aws-cfn-bootstrap
                        # ecs.service starts only after cloud-init has ended, so nothing in this script may
                        # wait for the agent. A transient unit waits for it and reports to CloudFormation.
                        cat > /usr/local/sbin/report-ready <<'SCRIPT'
                        #!/bin/bash
                        code=1
                        for _ in {1..160}; do
                          if curl -sf http://localhost:51678/v1/metadata | grep -q '"ContainerInstanceArn":"arn:'; then
                            code=0
                            break
                          fi
                          sleep 5
                        done
                        exec /opt/aws/bin/cfn-signal -e "$code" --stack ${AWS::StackName} --resource %s \
                        --region ${AWS::Region}
                        SCRIPT
                        chmod 0755 /usr/local/sbin/report-ready
                        systemd-run --no-block --unit=report-ready /usr/local/sbin/report-ready
                        """.formatted(SharedResources.CLUSTER, SharedResources.AUTO_SCALING_GROUP), Shape.LITERAL))));
    }
}
