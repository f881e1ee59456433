package dev.ecswizard.sandbox.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.sandbox.Clients;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateStackResponse;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.Tag;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ClusterNotFoundException;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.CreateServiceResponse;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;

/// What goes in at one end of the wire comes out at the other, by real SDK clients.
class ProtocolTest {
    private static final String ODD = "a<b>&\"c\" é 𝄞\r\n\t ]]>";

    private AnsweringEndpoint endpoint;
    private Clients clients;

    @BeforeEach
    void start() throws IOException {
        endpoint = new AnsweringEndpoint();
        clients = new Clients(endpoint.uri(), "eu-west-1");
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void anEc2RequestArrivesAsTheClientMadeIt() {
        endpoint.answers(DescribeVpcsResponse.builder().build());
        var request = DescribeVpcsRequest.builder()
                .filters(
                        Filter.builder()
                                .name("tag:Name")
                                .values("a b", "c&d=e", ODD)
                                .build(),
                        Filter.builder().name("state").values("available").build())
                .vpcIds("vpc-1", "vpc-2", "vpc-3", "vpc-4", "vpc-5", "vpc-6", "vpc-7", "vpc-8", "vpc-9", "vpc-10")
                .maxResults(7)
                .build();
        clients.of(Ec2Client.builder()).describeVpcs(request);
        assertThat(endpoint.asked().equalsBySdkFields(request)).isTrue();
    }

    @Test
    void anEc2AnswerArrivesAsTheHandlerMadeIt() {
        var response = DescribeVpcsResponse.builder()
                .vpcs(Vpc.builder()
                        .vpcId("vpc-1")
                        .isDefault(true)
                        .cidrBlock("10.0.0.0/16")
                        .cidrBlockAssociationSet(List.of())
                        .tags(ec2Tag("Name", ODD), ec2Tag("empty", ""))
                        .build())
                .nextToken("next")
                .build();
        endpoint.answers(response);
        var got = clients.of(Ec2Client.builder()).describeVpcs();
        assertThat(got.equalsBySdkFields(response)).isTrue();
        assertThat(got.responseMetadata().requestId()).hasSize(36);
    }

    @Test
    void numbersKeepTheirValue() {
        var type = InstanceTypeInfo.builder()
                .vCpuInfo(cpus -> cpus.defaultVCpus(2).validCores(1, 2))
                .memoryInfo(memory -> memory.sizeInMiB(8192L))
                .processorInfo(cpu -> cpu.sustainedClockSpeedInGhz(2.5))
                .build();
        endpoint.answers(
                DescribeInstanceTypesResponse.builder().instanceTypes(type).build());
        assertThat(clients.of(Ec2Client.builder())
                        .describeInstanceTypes(_ -> {})
                        .instanceTypes())
                .containsExactly(type);
    }

    @Test
    void aQueryRequestArrivesAsTheClientMadeIt() {
        endpoint.answers(CreateStackResponse.builder().stackId("arn:1").build());
        var request = CreateStackRequest.builder()
                .stackName("web")
                .templateBody("Resources: {}\n# " + ODD)
                .parameters(
                        Parameter.builder()
                                .parameterKey("Subnets")
                                .parameterValue("a,b")
                                .build(),
                        Parameter.builder()
                                .parameterKey("K")
                                .usePreviousValue(true)
                                .build())
                .capabilities(Capability.CAPABILITY_NAMED_IAM, Capability.CAPABILITY_AUTO_EXPAND)
                .tags(Tag.builder().key("team").value("ops").build())
                .timeoutInMinutes(5)
                .notificationARNs(List.of())
                .build();
        assertThat(clients.of(CloudFormationClient.builder())
                        .createStack(request)
                        .stackId())
                .isEqualTo("arn:1");
        assertThat(endpoint.asked().equalsBySdkFields(request)).isTrue();
    }

    @Test
    void aQueryAnswerArrivesAsTheHandlerMadeIt() {
        var response = DescribeStacksResponse.builder()
                .stacks(Stack.builder()
                        .stackId("arn:1")
                        .creationTime(AnsweringEndpoint.NOW)
                        .stackStatus("CREATE_COMPLETE")
                        .disableRollback(false)
                        .outputs(Output.builder()
                                .outputKey("Role")
                                .outputValue(ODD)
                                .build())
                        .build())
                .build();
        endpoint.answers(response);
        assertThat(clients.of(CloudFormationClient.builder()).describeStacks().equalsBySdkFields(response))
                .isTrue();
    }

    @Test
    void anAnswerWithoutMembersIsUnderstood() {
        endpoint.answers(DeleteStackResponse.builder().build());
        assertThat(clients.of(CloudFormationClient.builder())
                        .deleteStack(request -> request.stackName("web"))
                        .responseMetadata()
                        .requestId())
                .hasSize(36);
    }

    @Test
    void aJsonRequestAndItsAnswerArriveAsTheyWereMade() {
        var response = CreateServiceResponse.builder()
                .service(service -> service.serviceName("web")
                        .createdAt(AnsweringEndpoint.NOW)
                        .desiredCount(2)
                        .enableExecuteCommand(true)
                        .tags(software.amazon.awssdk.services.ecs.model.Tag.builder()
                                .key("k")
                                .value(ODD)
                                .build()))
                .build();
        endpoint.answers(response);
        var request = CreateServiceRequest.builder()
                .cluster("c")
                .serviceName("web")
                .desiredCount(2)
                .loadBalancers(LoadBalancer.builder()
                        .containerPort(80)
                        .containerName("n")
                        .build())
                .serviceConnectConfiguration(
                        connect -> connect.enabled(true).logConfiguration(log -> log.options(Map.of("a", "b"))))
                .build();
        assertThat(clients.of(EcsClient.builder()).createService(request).equalsBySdkFields(response))
                .isTrue();
        assertThat(endpoint.asked().equalsBySdkFields(request)).isTrue();
    }

    @Test
    void aRefusalKeepsItsCodeSentenceAndStatusInEveryProtocol() {
        endpoint.answers((_, _) -> {
            throw new Refusal(400, "ClusterNotFoundException", "Cluster <not> found.");
        });
        assertThatThrownBy(() -> clients.of(Ec2Client.builder()).describeVpcs())
                .isInstanceOfSatisfying(Ec2Exception.class, e -> {
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ClusterNotFoundException");
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("Cluster <not> found.");
                    assertThat(e.statusCode()).isEqualTo(400);
                    assertThat(e.requestId()).hasSize(36);
                });
        assertThatThrownBy(() -> clients.of(CloudFormationClient.builder()).describeStacks())
                .isInstanceOfSatisfying(CloudFormationException.class, e -> {
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ClusterNotFoundException");
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("Cluster <not> found.");
                });
        assertThatThrownBy(() -> clients.of(EcsClient.builder()).listServices())
                .isInstanceOf(ClusterNotFoundException.class)
                .hasMessageContaining("Cluster <not> found.");
    }

    @Test
    void theHandlerLearnsWhoAsksAndWhere() {
        var call = new AtomicReference<Call>();
        endpoint.answers((_, given) -> {
            call.set(given);
            return DescribeVpcsResponse.builder().build();
        });
        new Clients(endpoint.uri(), "ap-south-2").of(Ec2Client.builder()).describeVpcs();
        assertThat(call.get())
                .isEqualTo(new Call(
                        "ec2", "DescribeVpcs", "ap-south-2", "AKID", call.get().requestId(), AnsweringEndpoint.NOW));
    }

    @Test
    void aRegionThatTheAccountMayNotUseRefusesTheCredentials() {
        var far = new Clients(endpoint.uri(), "mars-1");
        // the URL connection client drops the body of a 401
        assertThatThrownBy(() -> far.of(Ec2Client.builder()).describeVpcs())
                .isInstanceOfSatisfying(
                        Ec2Exception.class, e -> assertThat(e.statusCode()).isEqualTo(401));
        assertThatThrownBy(() -> far.of(CloudFormationClient.builder()).describeStacks())
                .hasMessageContaining("security token included in the request is invalid");
        assertThatThrownBy(() -> far.of(EcsClient.builder()).listServices())
                .hasMessageContaining("security token included in the request is invalid");
    }

    @Test
    void dryRunRefusesWhatWouldHaveSucceeded() {
        endpoint.answers(DescribeVpcsResponse.builder().build());
        assertThatThrownBy(() -> clients.of(Ec2Client.builder()).describeVpcs(request -> request.dryRun(true)))
                .isInstanceOfSatisfying(Ec2Exception.class, e -> {
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("DryRunOperation");
                    assertThat(e.statusCode()).isEqualTo(412);
                });
    }

    private static software.amazon.awssdk.services.ec2.model.Tag ec2Tag(String key, String value) {
        return software.amazon.awssdk.services.ec2.model.Tag.builder()
                .key(key)
                .value(value)
                .build();
    }
}
