package dev.ecswizard.sandbox;

import dev.ecswizard.sandbox.fleet.Fleet;
import dev.ecswizard.sandbox.protocol.AwsQuery;
import dev.ecswizard.sandbox.protocol.Operations;
import dev.ecswizard.sandbox.protocol.Service;
import dev.ecswizard.sandbox.stacks.CloudFormation;
import dev.ecswizard.sandbox.time.Agenda;
import dev.ecswizard.sandbox.time.Ids;
import dev.ecswizard.sandbox.world.World;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.model.CancelUpdateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.ContinueUpdateRollbackRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetHooksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourceRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateSummaryRequest;
import software.amazon.awssdk.services.cloudformation.model.ListChangeSetsRequest;
import software.amazon.awssdk.services.cloudformation.model.ListExportsRequest;
import software.amazon.awssdk.services.cloudformation.model.ListImportsRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.RollbackStackRequest;
import software.amazon.awssdk.services.cloudformation.model.SignalResourceRequest;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionRequest;
import software.amazon.awssdk.services.cloudformation.model.ValidateTemplateRequest;

/// CloudFormation over a world. The engine is made with the first request for it.
final class Stacks {
    private final World world;
    private final Agenda agenda;
    private final Ids ids;
    private final Fleet fleet;
    private CloudFormation engine;

    /// @param ids gives what stacks leave to chance
    /// @param chance gives what hosts leave to it
    Stacks(World world, Agenda agenda, Ids ids, Ids chance) {
        this.world = world;
        this.agenda = agenda;
        this.ids = ids;
        this.fleet = new Fleet(agenda, chance, this::ground);
    }

    /// The hosts that stacks launch.
    Fleet fleet() {
        return fleet;
    }

    private Ground ground(String region) {
        return new Ground(world, region, agenda::now, () -> engine().hostCalls(), () -> fleet);
    }

    private synchronized CloudFormation engine() {
        if (engine == null) {
            engine = new CloudFormation(agenda, ids, region -> ground(region));
        }
        return engine;
    }

    Service service() {
        return new Service(
                "cloudformation",
                new AwsQuery(
                        "2010-05-15",
                        "http://cloudformation.amazonaws.com/doc/2010-05-15/",
                        Set.of("DeleteStack", "CancelUpdateStack", "SignalResource")),
                this::operations);
    }

    private Operations operations() {
        var stacks = engine();
        var hostCalls = stacks.hostCalls();
        var queries = stacks.queries();
        var sets = stacks.changeSets();
        var updates = stacks.updates();
        return new Operations()
                .on(
                        "ValidateTemplate",
                        ValidateTemplateRequest::builder,
                        (request, _) -> queries.validateTemplate(request))
                .on(
                        "GetTemplateSummary",
                        GetTemplateSummaryRequest::builder,
                        (request, call) -> queries.getTemplateSummary(request, call.region()))
                .on(
                        "CreateStack",
                        CreateStackRequest::builder,
                        (request, call) -> stacks.createStack(request, call.region()))
                .on(
                        "UpdateStack",
                        UpdateStackRequest::builder,
                        (request, call) -> updates.updateStack(request, call.region()))
                .on(
                        "CancelUpdateStack",
                        CancelUpdateStackRequest::builder,
                        (request, call) -> updates.cancelUpdateStack(request, call.region()))
                .on(
                        "ContinueUpdateRollback",
                        ContinueUpdateRollbackRequest::builder,
                        (request, call) -> updates.continueUpdateRollback(request, call.region()))
                .on(
                        "RollbackStack",
                        RollbackStackRequest::builder,
                        (request, call) -> updates.rollbackStack(request, call.region()))
                .on(
                        "DeleteStack",
                        DeleteStackRequest::builder,
                        (request, call) -> stacks.deleteStack(request, call.region()))
                .on(
                        "SignalResource",
                        SignalResourceRequest::builder,
                        (request, call) -> hostCalls.signalResource(request, call.region()))
                .on(
                        "UpdateTerminationProtection",
                        UpdateTerminationProtectionRequest::builder,
                        (request, call) -> stacks.updateTerminationProtection(request, call.region()))
                .on(
                        "DescribeStacks",
                        DescribeStacksRequest::builder,
                        (request, call) -> queries.describeStacks(request, call.region()))
                .on(
                        "ListStacks",
                        ListStacksRequest::builder,
                        (request, call) -> queries.listStacks(request, call.region()))
                .on(
                        "DescribeStackEvents",
                        DescribeStackEventsRequest::builder,
                        (request, call) -> queries.describeStackEvents(request, call.region()))
                .on(
                        "DescribeStackResource",
                        DescribeStackResourceRequest::builder,
                        (request, call) -> queries.describeStackResource(request, call.region()))
                .on(
                        "DescribeStackResources",
                        DescribeStackResourcesRequest::builder,
                        (request, call) -> queries.describeStackResources(request, call.region()))
                .on(
                        "ListStackResources",
                        ListStackResourcesRequest::builder,
                        (request, call) -> queries.listStackResources(request, call.region()))
                .on(
                        "ListExports",
                        ListExportsRequest::builder,
                        (request, call) -> queries.listExports(request, call.region()))
                .on(
                        "ListImports",
                        ListImportsRequest::builder,
                        (request, call) -> queries.listImports(request, call.region()))
                .on(
                        "GetTemplate",
                        GetTemplateRequest::builder,
                        (request, call) -> queries.getTemplate(request, call.region()))
                .on(
                        "CreateChangeSet",
                        CreateChangeSetRequest::builder,
                        (request, call) -> sets.createChangeSet(request, call.region()))
                .on(
                        "DeleteChangeSet",
                        DeleteChangeSetRequest::builder,
                        (request, call) -> sets.deleteChangeSet(request, call.region()))
                .on(
                        "DescribeEvents",
                        DescribeEventsRequest::builder,
                        (request, call) -> stacks.events().describeEvents(request, call.region()))
                .on(
                        "DescribeChangeSet",
                        DescribeChangeSetRequest::builder,
                        (request, call) -> sets.describeChangeSet(request, call.region()))
                .on(
                        "DescribeChangeSetHooks",
                        DescribeChangeSetHooksRequest::builder,
                        (request, call) -> sets.describeChangeSetHooks(request, call.region()))
                .on(
                        "ExecuteChangeSet",
                        ExecuteChangeSetRequest::builder,
                        (request, call) -> sets.executeChangeSet(request, call.region()))
                .on(
                        "ListChangeSets",
                        ListChangeSetsRequest::builder,
                        (request, call) -> sets.listChangeSets(request, call.region()));
    }
}
