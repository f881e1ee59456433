package dev.ecswizard.template;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Fleet;
import java.net.URI;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;

/// A POSIX shell script that deploys the template beside it by the AWS CLI, as often as one likes.
///
/// It runs `aws cloudformation deploy`; where that can not be told the tags, `create-stack` or `update-stack`. In
/// production it first asks how many hosts an update has to keep.
///
/// @param profile the credentials profile, if one is in use
/// @param endpoint what the CLI is pointed at instead of AWS
public record DeployScript(Optional<String> profile, Optional<URI> endpoint) {
    /// The script, each line ended by a line feed.
    ///
    /// @param templateName the file beside the script that holds the template
    public String text(ClusterSpec spec, Template template, String templateName) {
        var stack = spec.cluster().stackName();
        var deployable = AwsWords.isDeployable(spec.cluster().stackTags());
        var parts = new ArrayList<String>();
        parts.add(head(spec));
        parts.add(place(templateName));
        parts.add(cli(spec.region()));
        if (spec.compute().fleet() instanceof Fleet.Managed fleet) {
            parts.add(status(stack));
            parts.add(kept(stack, fleet.scaling().clusterMaxSize()));
        } else if (!deployable) {
            parts.add(status(stack));
        }
        parts.add(deployable ? deploy(spec, template) : change(spec, template));
        return String.join("\n", parts);
    }

    /// Names nothing in which a line could end.
    private static String head(ClusterSpec spec) {
        return """
                #!/bin/sh
                # Made by ECS Cluster Wizard. Creates the CloudFormation stack %s in %s, or updates it
                # where it is there already, and waits for the end. Nothing to change is a good end, too.
                #
                # Needs the AWS CLI, version 1 or 2, credentials for it, and the template that was saved with this
                # script, in the same folder. It can be run from any folder.
                set -eu
                """.formatted(spec.cluster().stackName(), spec.region());
    }

    private static String place(String templateName) {
        return """
                case $0 in
                  /* | ./* | ../*) here=${0%%/*} ;;
                  */*) here=./${0%%/*} ;;
                  *) here=. ;;
                esac
                template=$here/%s
                if [ ! -f "$template" ]; then
                  printf 'There is no template %%s\\n' "$template" >&2
                  exit 1
                fi
                if ! command -v aws >/dev/null; then
                  echo 'The AWS CLI is needed: there is no program aws.' >&2
                  exit 1
                fi
                """.formatted(AwsWords.quoted(templateName));
    }

    private String cli(String region) {
        var options = Stream.of(
                        Optional.of(AwsWords.option("region", region)),
                        profile.map(name -> AwsWords.option("profile", name)),
                        endpoint.map(url -> AwsWords.option("endpoint-url", url.toString())))
                .flatMap(Optional::stream)
                .toList();
        return """
                cli() {
                  aws "$@" %s
                }
                """.formatted(String.join(" ", options));
    }

    /// `deploy` finds out by the same sentence whether there is a stack (awscli, `cloudformation/deployer.py`).
    private static String status(String stack) {
        return """
                if status=$(cli cloudformation describe-stacks --stack-name %1$s \\
                    --query 'Stacks[0].StackStatus' --output text 2>&1); then
                  case $status in
                    *REVIEW_IN_PROGRESS*) exists=no ;;
                    *UPDATE_ROLLBACK_*) exists=yes ;;
                    *ROLLBACK_COMPLETE* | *ROLLBACK_FAILED* | *DELETE_FAILED*)
                      printf 'The stack %1$s can only be deleted, as it is in %%s. Delete it first.\\n' "$status" >&2
                      exit 1 ;;
                    *) exists=yes ;;
                  esac
                else
                  case $status in
                    *'Stack with id %1$s does not exist'*) exists=no ;;
                    *) printf '%%s\\n' "$status" >&2; exit 1 ;;
                  esac
                fi
                """.formatted(stack);
    }

    /// A group that was deleted behind the stack's back is no group to keep hosts of.
    private static String kept(String stack, int maxSize) {
        return """
                # While hosts are replaced one after the other, as many stay in service as the group has now, but less
                # than it may have at most. With none kept, the last one could go before the next one is ready.
                kept=0
                if [ "$exists" = yes ]; then
                  group=$(cli cloudformation describe-stack-resource --stack-name %1$s \\
                    --logical-resource-id %2$s --query StackResourceDetail.PhysicalResourceId --output text)
                  kept=$(cli autoscaling describe-auto-scaling-groups --auto-scaling-group-names "$group" \\
                    --query 'AutoScalingGroups[0].DesiredCapacity' --output text)
                  case $kept in
                    None) kept=0 ;;
                    '' | *[!0-9]*) printf 'The size of the group %%s is not known: %%s\\n' "$group" "$kept" >&2; exit 1 ;;
                  esac
                  if [ "$kept" -gt %3$d ]; then kept=%3$d; fi
                fi
                """.formatted(stack, SharedResources.AUTO_SCALING_GROUP, maxSize - 1);
    }

    private static String deploy(ClusterSpec spec, Template template) {
        var overrides = AwsWords.option("parameter-overrides", AwsWords.pairs(AwsWords.values(spec, template)));
        return lines(
                "",
                "cli cloudformation deploy",
                "--template-file \"$template\"",
                AwsWords.option("stack-name", spec.cluster().stackName()),
                isManaged(spec) ? overrides + " " + ProductionParameters.HOSTS_KEPT + "=\"$kept\"" : overrides,
                AwsWords.capabilities(template),
                AwsWords.tagsToDeploy(spec.cluster().stackTags()),
                "--no-fail-on-empty-changeset");
    }

    /// What `deploy` does, for tags that it can not be told.
    private static String change(ClusterSpec spec, Template template) {
        var stack = spec.cluster().stackName();
        var words = lines(
                "  ",
                "cli cloudformation \"$1\"",
                AwsWords.option("stack-name", stack),
                "--template-body \"$body\"",
                parameters(spec, template),
                AwsWords.capabilities(template),
                AwsWords.tags(spec.cluster().stackTags()));
        return """
                # A tag's key holds an equals sign, which is where "aws cloudformation deploy" would end it.
                body=$(cat -- "$template" && echo .)
                body=${body%%.}
                change() {
                %2$s}
                if [ "$exists" = no ]; then
                  change create-stack
                  cli cloudformation wait stack-create-complete --stack-name %1$s
                elif said=$(change update-stack 2>&1); then
                  cli cloudformation wait stack-update-complete --stack-name %1$s
                else
                  case $said in
                    *'No updates are to be performed'*) echo 'No changes to deploy.' ;;
                    *) printf '%%s\\n' "$said" >&2; exit 1 ;;
                  esac
                fi
                """.formatted(stack, words);
    }

    private static String parameters(ClusterSpec spec, Template template) {
        var values = AwsWords.values(spec, template);
        if (!isManaged(spec)) {
            return AwsWords.option("parameters", ParameterFile.list(values, "ParameterKey", "ParameterValue", false));
        }
        // the last value of the list is the shell's to fill in
        values.put(ProductionParameters.HOSTS_KEPT, "");
        var list = ParameterFile.list(values, "ParameterKey", "ParameterValue", false);
        var end = list.length() - "\"}]".length();
        return "--parameters " + AwsWords.quoted(list.substring(0, end)) + "\"$kept\""
                + AwsWords.quoted(list.substring(end));
    }

    private static boolean isManaged(ClusterSpec spec) {
        return spec.compute().fleet() instanceof Fleet.Managed;
    }

    private static String lines(String margin, String... words) {
        return margin + String.join(" \\\n  " + margin, words) + "\n";
    }
}
