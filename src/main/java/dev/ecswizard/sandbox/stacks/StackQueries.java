package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourceRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourceResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateResponse;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateSummaryRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateSummaryResponse;
import software.amazon.awssdk.services.cloudformation.model.ListExportsRequest;
import software.amazon.awssdk.services.cloudformation.model.ListExportsResponse;
import software.amazon.awssdk.services.cloudformation.model.ListImportsRequest;
import software.amazon.awssdk.services.cloudformation.model.ListImportsResponse;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.ListStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.TemplateStage;
import software.amazon.awssdk.services.cloudformation.model.ValidateTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.ValidateTemplateResponse;

/// What CloudFormation can be asked without changing anything. Every operation refuses with
/// [dev.ecswizard.sandbox.protocol.Refusal], in CloudFormation's words.
public final class StackQueries {
    private static final int PAGE = 100;
    private static final List<String> STATUSES = StackStatus.knownValues().stream()
            .map(StackStatus::toString)
            .sorted()
            .toList();
    private static final String NAME_OR_ID =
            "([a-zA-Z][-a-zA-Z0-9]*)|(arn:\\b(aws|aws-us-gov|aws-cn)\\b:[-a-zA-Z0-9:/._+]*)";

    private final CloudFormation engine;

    StackQueries(CloudFormation engine) {
        this.engine = engine;
    }

    record Page<T>(List<T> items, String next) {}

    /// A page of a list that may meanwhile grow at its end; the token says how many were given out before.
    static <T> Page<T> page(List<T> items, String token) {
        var from = token == null ? 0 : position(token);
        if (from > items.size()) {
            throw badToken();
        }
        var to = Math.min(items.size(), from + PAGE);
        return new Page<>(items.subList(from, to), to < items.size() ? token(to) : null);
    }

    private static String token(int position) {
        return Base64.getUrlEncoder().encodeToString(("at:" + position).getBytes(StandardCharsets.US_ASCII));
    }

    private static int position(String token) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
            if (text.matches("at:\\d{1,8}")) {
                return Integer.parseInt(text.substring(3));
            }
        } catch (IllegalArgumentException _) {
            // not ours
        }
        throw badToken();
    }

    private static RuntimeException badToken() {
        return Refusals.invalid("The specified NextToken is invalid.");
    }

    private <T> T onStack(String region, String nameOrId, Function<Stack, T> question) {
        if (nameOrId == null) {
            throw Refusals.constraint("null", "stackName", "Member must not be null");
        }
        return engine.on(
                region, home -> question.apply(home.find(nameOrId).orElseThrow(() -> Refusals.unknownStack(nameOrId))));
    }

    public ValidateTemplateResponse validateTemplate(ValidateTemplateRequest request) {
        return StackAnswers.validated(StackRules.template(request.templateBody(), request.templateURL()));
    }

    /// Of a template, or of that of a stack.
    public GetTemplateSummaryResponse getTemplateSummary(GetTemplateSummaryRequest request, String region) {
        new Violations()
                .length("stackName", request.stackName(), 1, Integer.MAX_VALUE)
                .pattern("stackName", request.stackName(), NAME_OR_ID)
                .refuse();
        if (request.stackSetName() != null) {
            throw new Refusal(404, "StackSetNotFoundException", "StackSet " + request.stackSetName() + " not found");
        }
        if (request.stackName() == null) {
            var isLenient = request.templateSummaryConfig() != null
                    && Boolean.TRUE.equals(request.templateSummaryConfig().treatUnrecognizedResourceTypesAsWarnings());
            return StackAnswers.summary(
                    isLenient
                            ? StackRules.lenientTemplate(request.templateBody(), request.templateURL())
                            : StackRules.template(request.templateBody(), request.templateURL()));
        }
        if (request.templateBody() != null || request.templateURL() != null) {
            throw Refusals.invalid("Only one of StackName, Template Body or Template URL may be specified.");
        }
        return onStack(region, request.stackName(), stack -> {
            if (stack.status.equals("REVIEW_IN_PROGRESS")) {
                throw Refusals.invalid("GetTemplateSummary cannot be called on REVIEW_IN_PROGRESS stacks.");
            }
            return StackAnswers.summary(stack.template());
        });
    }

    /// Of a stack, or of one of its change sets.
    public GetTemplateResponse getTemplate(GetTemplateRequest request, String region) {
        new Violations()
                .oneOf("templateStage", request.templateStageAsString(), List.of("Original", "Processed"))
                .refuse();
        if (request.changeSetName() == null) {
            if (request.stackName() == null) {
                throw Refusals.invalid("StackName is required if ChangeSetName is not specified.");
            }
            return onStack(region, request.stackName(), stack -> body(stack.template()));
        }
        if (request.stackName() == null && !request.changeSetName().startsWith("arn:")) {
            throw Refusals.invalid("StackName is a required parameter.");
        }
        return engine.changeSets()
                .on(
                        region,
                        request.changeSetName(),
                        request.stackName(),
                        set -> body(set.plan().desired().template()));
    }

    private static GetTemplateResponse body(Template template) {
        return GetTemplateResponse.builder()
                .templateBody(template.body())
                .stagesAvailable(TemplateStage.ORIGINAL, TemplateStage.PROCESSED)
                .build();
    }

    /// A page of what the region's stacks export, by name.
    public ListExportsResponse listExports(ListExportsRequest request, String region) {
        return engine.on(region, home -> {
            var page = page(Exports.all(home), request.nextToken());
            return ListExportsResponse.builder()
                    .exports(page.items())
                    .nextToken(page.next())
                    .build();
        });
    }

    /// A page of the names of the stacks that import something.
    public ListImportsResponse listImports(ListImportsRequest request, String region) {
        StackRules.present(request.exportName(), "exportName");
        return engine.on(region, home -> {
            var importers = Exports.importers(home, request.exportName());
            if (importers.isEmpty()) {
                throw Refusals.invalid("Export '" + request.exportName() + "' is not imported by any stack.");
            }
            var page = page(importers, request.nextToken());
            return ListImportsResponse.builder()
                    .imports(page.items())
                    .nextToken(page.next())
                    .build();
        });
    }

    /// One stack by name or id, or a page of all that have not been deleted.
    public DescribeStacksResponse describeStacks(DescribeStacksRequest request, String region) {
        if (request.stackName() != null) {
            return onStack(
                    region,
                    request.stackName(),
                    stack -> DescribeStacksResponse.builder()
                            .stacks(StackAnswers.stack(stack))
                            .build());
        }
        return engine.on(region, home -> {
            var page = page(home.living(), request.nextToken());
            return DescribeStacksResponse.builder()
                    .stacks(page.items().stream().map(StackAnswers::stack).toList())
                    .nextToken(page.next())
                    .build();
        });
    }

    /// Deleted ones too, newest first.
    public ListStacksResponse listStacks(ListStacksRequest request, String region) {
        var wanted = request.stackStatusFiltersAsStrings();
        new Violations().eachOf("stackStatusFilter", wanted, STATUSES).refuse();
        return engine.on(region, home -> {
            var matching = home.all().stream()
                    .filter(stack -> wanted.isEmpty() || wanted.contains(stack.status))
                    .toList();
            var page = page(matching, request.nextToken());
            return ListStacksResponse.builder()
                    .stackSummaries(
                            page.items().stream().map(StackAnswers::summary).toList())
                    .nextToken(page.next())
                    .build();
        });
    }

    /// Newest first. A page goes on where the one before ended, whatever has happened since.
    public DescribeStackEventsResponse describeStackEvents(DescribeStackEventsRequest request, String region) {
        if (request.stackName() == null) {
            throw Refusals.constraint("null", "stackName", "Member must not be null");
        }
        return engine.on(region, home -> {
            var stack = home.find(request.stackName())
                    .orElseThrow(() -> Refusals.invalid("Stack [" + request.stackName() + "] does not exist"));
            var to = request.nextToken() == null ? stack.events.size() : position(request.nextToken());
            if (to > stack.events.size()) {
                throw badToken();
            }
            var from = Math.max(0, to - PAGE);
            return DescribeStackEventsResponse.builder()
                    .stackEvents(stack.events.subList(from, to).reversed())
                    .nextToken(from > 0 ? token(from) : null)
                    .build();
        });
    }

    public DescribeStackResourcesResponse describeStackResources(DescribeStackResourcesRequest request, String region) {
        if (request.stackName() == null && request.physicalResourceId() != null) {
            return ofPhysicalId(request, region);
        }
        return onStack(region, request.stackName(), stack -> {
            var wanted = request.logicalResourceId();
            return DescribeStackResourcesResponse.builder()
                    .stackResources(stack.members().values().stream()
                            .filter(member ->
                                    wanted == null || member.logicalId().equals(wanted))
                            .filter(member -> !member.status.isEmpty())
                            .map(member -> StackAnswers.resource(stack, member))
                            .toList())
                    .build();
        });
    }

    private DescribeStackResourcesResponse ofPhysicalId(DescribeStackResourcesRequest request, String region) {
        return engine.on(region, home -> {
            var owner = home.living().stream()
                    .filter(stack -> stack.members().values().stream()
                            .anyMatch(member -> member.physicalId.equals(request.physicalResourceId())))
                    .findFirst()
                    .orElseThrow(
                            () -> Refusals.invalid("Stack for " + request.physicalResourceId() + " does not exist"));
            return DescribeStackResourcesResponse.builder()
                    .stackResources(owner.members().values().stream()
                            .filter(member -> !member.status.isEmpty())
                            .map(member -> StackAnswers.resource(owner, member))
                            .toList())
                    .build();
        });
    }

    public DescribeStackResourceResponse describeStackResource(DescribeStackResourceRequest request, String region) {
        return onStack(
                region,
                request.stackName(),
                stack -> DescribeStackResourceResponse.builder()
                        .stackResourceDetail(StackAnswers.detail(stack, member(stack, request.logicalResourceId())))
                        .build());
    }

    private static Member member(Stack stack, String logicalId) {
        var member = stack.members().get(logicalId);
        if (member == null || member.status.isEmpty()) {
            throw Refusals.invalid("Resource " + logicalId + " does not exist for stack " + stack.name());
        }
        return member;
    }

    public ListStackResourcesResponse listStackResources(ListStackResourcesRequest request, String region) {
        return onStack(region, request.stackName(), stack -> {
            var begun = stack.members().values().stream()
                    .filter(member -> !member.status.isEmpty())
                    .toList();
            var page = page(begun, request.nextToken());
            return ListStackResourcesResponse.builder()
                    .stackResourceSummaries(
                            page.items().stream().map(StackAnswers::line).toList())
                    .nextToken(page.next())
                    .build();
        });
    }
}
