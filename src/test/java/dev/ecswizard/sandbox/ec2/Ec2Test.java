package dev.ecswizard.sandbox.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.sandbox.Clients;
import dev.ecswizard.sandbox.Sandbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AccountAttributeName;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesRequest;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.InstanceTypeOffering;
import software.amazon.awssdk.services.ec2.model.KeyPairInfo;
import software.amazon.awssdk.services.ec2.model.LocationType;
import software.amazon.awssdk.services.ec2.model.Region;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.VpcAttributeName;

/// EC2 as a client meets it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Ec2Test {
    private static final int NONE_OF_THEIRS = 0;

    private Sandbox sandbox;
    private Ec2Client ec2;

    @BeforeAll
    void start() throws IOException {
        sandbox = Sandbox.start(0);
        ec2 = in("eu-west-1");
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private Ec2Client in(String region) {
        return new Clients(sandbox.endpoint(), region).of(Ec2Client.builder());
    }

    private static Filter filter(String name, String... values) {
        return Filter.builder().name(name).values(values).build();
    }

    private static void assertRefused(ThrowingCallable call, String code, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Ec2Exception.class, e -> {
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
            assertThat(e.statusCode()).isEqualTo(400);
        });
    }

    @Test
    void onlyRegionsOfTheAccountAreListedUnlessAllAreAsked() {
        assertThat(ec2.describeRegions().regions())
                .hasSize(21)
                .extracting(Region::optInStatus)
                .containsOnly("opt-in-not-required", "opted-in");
        assertThat(ec2.describeRegions(request -> request.allRegions(true)).regions())
                .hasSize(34)
                .extracting(Region::optInStatus)
                .contains("not-opted-in");
        assertThat(ec2.describeRegions(request -> request.allRegions(true).filters(filter("region-name", "eu-*-2")))
                        .regions())
                .extracting(Region::regionName)
                .containsExactly("eu-central-2", "eu-south-2", "eu-west-2");
        assertThat(ec2.describeRegions(request -> request.regionNames("eu-south-2"))
                        .regions())
                .extracting(Region::optInStatus)
                .containsExactly("not-opted-in");
    }

    @Test
    void everyUsableRegionHasItsZonesAndSomethingToChooseOnEveryPage() {
        for (var region : ec2.describeRegions().regions()) {
            var there = in(region.regionName());
            var zones = there.describeAvailabilityZones().availabilityZones();
            assertThat(zones)
                    .as(region.regionName())
                    .hasSizeGreaterThanOrEqualTo(region.regionName().equals("us-west-1") ? 2 : 3);
            assertThat(zones).extracting(AvailabilityZone::zoneId).doesNotHaveDuplicates();
            assertThat(there.describeVpcs().vpcs())
                    .hasSize(
                            switch (region.regionName()) {
                                case "ap-northeast-3" -> 0;
                                case "us-west-2" -> 13;
                                default -> 3;
                            });
            for (var architecture : List.of("x86_64", "arm64")) {
                assertThat(there.describeImages(request -> request.owners("amazon")
                                        .filters(filter("name", "al2023-ami-ecs-hvm-*-" + architecture)))
                                .images())
                        .hasSize(4);
            }
            assertThat(there.describeInstanceTypeOfferings(request -> request.locationType(
                                            LocationType.AVAILABILITY_ZONE)
                                    .filters(
                                            filter("location", zones.getFirst().zoneName()),
                                            filter("instance-type", "t3.micro")))
                            .instanceTypeOfferings())
                    .hasSize(1);
        }
    }

    @Test
    void aFilterTakesItsValuesTogetherAndAllFiltersMustAgree() {
        Function<List<Filter>, List<String>> names =
                filters -> ec2.describeSubnets(request -> request.filters(filters)).subnets().stream()
                        .map(subnet -> subnet.tags().isEmpty()
                                ? subnet.cidrBlock()
                                : subnet.tags().getFirst().value())
                        .toList();
        assertThat(names.apply(List.of(filter("tag:Name", "main-public-?", "isolated-a"))))
                .containsExactlyInAnyOrder("main-public-a", "main-public-b", "main-public-c", "isolated-a");
        assertThat(names.apply(List.of(
                        filter("tag:Name", "main-*"),
                        filter("map-public-ip-on-launch", "false"),
                        filter("availability-zone", "eu-west-1b", "eu-west-1c"))))
                .containsExactlyInAnyOrder("main-private-b", "main-private-c");
        assertThat(names.apply(List.of(filter("tag-key", "Name")))).hasSize(9);
        assertThat(names.apply(List.of(filter("tag:name", "main-*")))).isEmpty();
        assertThat(names.apply(List.of(filter("default-for-az", "true"))))
                .containsExactlyInAnyOrder("172.31.0.0/20", "172.31.16.0/20", "172.31.32.0/20");
    }

    @Test
    void anUnknownFilterIsRefused() {
        assertRefused(
                () -> ec2.describeVpcs(request -> request.filters(filter("vpcid", "x"))),
                "InvalidParameterValue",
                "The filter 'vpcid' is invalid");
    }

    @Test
    void unknownAndMalformedIdsAreRefusedInTheWordsOfTheirKind() {
        assertRefused(
                () -> ec2.describeVpcs(request -> request.vpcIds("vpc-0123456789abcdef0")),
                "InvalidVpcID.NotFound",
                "The vpc ID 'vpc-0123456789abcdef0' does not exist");
        assertRefused(
                () -> ec2.describeSubnets(request -> request.subnetIds("subnet-0123456789abcdef0")),
                "InvalidSubnetID.NotFound",
                "The subnet ID 'subnet-0123456789abcdef0' does not exist");
        assertRefused(
                () -> ec2.describeSecurityGroups(request -> request.groupIds("sg-0123456789abcdef0")),
                "InvalidGroup.NotFound",
                "The security group 'sg-0123456789abcdef0' does not exist");
        assertRefused(
                () -> ec2.describeSecurityGroups(request -> request.groupIds("web-alb")),
                "InvalidGroupId.Malformed",
                "Invalid id: \"web-alb\" (expecting \"sg-...\")");
        assertRefused(
                () -> ec2.describeImages(request -> request.imageIds("ami-0123456789abcdef0")),
                "InvalidAMIID.NotFound",
                "The image id '[ami-0123456789abcdef0]' does not exist");
        assertRefused(
                () -> ec2.describeKeyPairs(request -> request.keyNames("nobody")),
                "InvalidKeyPair.NotFound",
                "The key pair 'nobody' does not exist");
        assertRefused(
                () -> ec2.describeInstanceTypes(request -> request.instanceTypesWithStrings("t3.large", "t3.enormous")),
                "InvalidInstanceType",
                "The following supplied instance types do not exist: [t3.enormous]");
    }

    @Test
    void theMainNetworkLeadsOutAndTheIsolatedOneDoesNot() {
        var main = vpc("main");
        var isolated = vpc("isolated");
        var tables = ec2.describeRouteTables(request -> request.filters(filter("vpc-id", main)))
                .routeTables();
        var nat = ec2.describeNatGateways(request -> request.filter(filter("vpc-id", main)))
                .natGateways()
                .getFirst();
        var gateway = ec2.describeInternetGateways(request -> request.filters(filter("attachment.vpc-id", main)))
                .internetGateways()
                .getFirst();
        assertThat(tables)
                .hasSize(3)
                .filteredOn(table -> table.associations().getFirst().main())
                .hasSize(1);
        assertThat(ec2.describeRouteTables(
                                request -> request.filters(filter("route.nat-gateway-id", nat.natGatewayId())))
                        .routeTables()
                        .getFirst()
                        .associations())
                .hasSize(3);
        assertThat(ec2.describeRouteTables(
                                request -> request.filters(filter("route.gateway-id", gateway.internetGatewayId())))
                        .routeTables()
                        .getFirst()
                        .associations())
                .hasSize(3);
        assertThat(ec2.describeSubnets(request -> request.subnetIds(nat.subnetId()))
                        .subnets()
                        .getFirst()
                        .mapPublicIpOnLaunch())
                .isTrue();
        assertThat(ec2.describeRouteTables(request -> request.filters(filter("vpc-id", isolated)))
                        .routeTables())
                .singleElement()
                .satisfies(table -> assertThat(table.routes()).hasSize(1));
        assertThat(ec2.describeVpcEndpoints(request -> request.filters(filter("vpc-id", isolated)))
                        .vpcEndpoints())
                .isEmpty();
        assertThat(ec2.describeVpcAttribute(
                                request -> request.vpcId(main).attribute(VpcAttributeName.ENABLE_DNS_SUPPORT))
                        .enableDnsSupport()
                        .value())
                .isTrue();
    }

    private String vpc(String name) {
        return ec2.describeVpcs(request -> request.filters(filter("tag:Name", name)))
                .vpcs()
                .getFirst()
                .vpcId();
    }

    @Test
    void securityGroupsAreFoundByNameOnlyInTheDefaultVpc() {
        assertThat(ec2.describeSecurityGroups(request -> request.filters(filter("vpc-id", vpc("main"))))
                        .securityGroups())
                .extracting(SecurityGroup::groupName)
                .containsExactly("default", "web-alb", "internal-alb", "bastion", "database");
        assertThat(ec2.describeSecurityGroups(request -> request.groupNames("launch-wizard-1"))
                        .securityGroups())
                .hasSize(1);
        assertThatThrownBy(() -> ec2.describeSecurityGroups(request -> request.groupNames("web-alb")))
                .hasMessageContaining("The security group 'web-alb' does not exist in default VPC 'vpc-");
    }

    @Test
    void idsAreTheSameAtEveryStart() throws IOException {
        try (var other = Sandbox.start(0)) {
            assertThat(new Clients(other.endpoint(), "eu-west-1")
                            .of(Ec2Client.builder())
                            .describeSubnets()
                            .subnets())
                    .isEqualTo(ec2.describeSubnets().subnets());
        }
        assertThat(in("eu-west-2").describeSubnets().subnets())
                .extracting(Subnet::subnetId)
                .doesNotContainAnyElementsOf(ec2.describeSubnets().subnets().stream()
                        .map(Subnet::subnetId)
                        .toList());
    }

    @Test
    void instanceTypesComeAHundredAPageAndEachOnce() {
        var pages = ec2.describeInstanceTypesPaginator(request -> {}).stream().toList();
        assertThat(pages)
                .extracting(page -> page.instanceTypes().size())
                .startsWith(100, 100)
                .hasSize(10);
        var names = pages.stream()
                .flatMap(page -> page.instanceTypes().stream())
                .map(InstanceTypeInfo::instanceTypeAsString)
                .toList();
        assertThat(names).doesNotHaveDuplicates().isSorted().hasSize(986);
        assertThat(names)
                .containsExactlyElementsOf(ec2.describeInstanceTypeOfferingsPaginator(request -> {}).stream()
                        .flatMap(page -> page.instanceTypeOfferings().stream())
                        .map(InstanceTypeOffering::instanceTypeAsString)
                        .sorted()
                        .toList());
    }

    @Test
    void aTypeHasItsTrueFigures() {
        var type = ec2.describeInstanceTypes(request -> request.instanceTypesWithStrings("t3.large"))
                .instanceTypes()
                .getFirst();
        assertThat(type.vCpuInfo().defaultVCpus()).isEqualTo(2);
        assertThat(type.memoryInfo().sizeInMiB()).isEqualTo(8192);
        assertThat(type.processorInfo().supportedArchitecturesAsStrings()).containsExactly("x86_64");
        assertThat(type.networkInfo().networkPerformance()).isEqualTo("Up to 5 Gigabit");
        assertThat(type.networkInfo().maximumNetworkInterfaces()).isEqualTo(3);
        assertThat(type.burstablePerformanceSupported()).isTrue();
    }

    @Test
    void typesAreMissingWhereAwsDoesNotOfferThem() {
        assertThatThrownBy(() ->
                        in("eu-north-1").describeInstanceTypes(request -> request.instanceTypesWithStrings("t2.large")))
                .hasMessageContaining("do not exist: [t2.large]");
        Function<String, Integer> offered = zone -> in("us-east-1")
                .describeInstanceTypeOfferingsPaginator(request ->
                        request.locationType(LocationType.AVAILABILITY_ZONE).filters(filter("location", zone)))
                .stream()
                .mapToInt(page -> page.instanceTypeOfferings().size())
                .sum();
        assertThat(offered.apply("us-east-1e")).isEqualTo(58);
        assertThat(offered.apply("us-east-1a")).isEqualTo(1228);
        assertThat(offered.apply("eu-west-1a")).isEqualTo(NONE_OF_THEIRS);
    }

    @Test
    void zoneIdsAndZoneNamesOfferTheSame() {
        var zones = ec2.describeAvailabilityZones().availabilityZones();
        for (var zone : zones) {
            assertThat(offerings(LocationType.AVAILABILITY_ZONE_ID, zone.zoneId()))
                    .isNotEmpty()
                    .isEqualTo(offerings(LocationType.AVAILABILITY_ZONE, zone.zoneName()));
        }
    }

    private HashSet<String> offerings(LocationType kind, String location) {
        var names = new HashSet<String>();
        ec2.describeInstanceTypeOfferingsPaginator(
                        request -> request.locationType(kind).filters(filter("location", location)))
                .instanceTypeOfferings()
                .forEach(offering -> names.add(offering.instanceTypeAsString()));
        return names;
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 101, 0, -1})
    void aPageOfTypesHasItsBounds(int maxResults) {
        assertRefused(
                () -> ec2.describeInstanceTypes(request -> request.maxResults(maxResults)),
                "InvalidMaxResults",
                "Value ( " + maxResults
                        + " ) for parameter maxResults is invalid. Expecting a value from ( 5 ) to  ( 100 ).");
    }

    @Test
    void moreThanAHundredNamesAreRefused() {
        var names = IntStream.range(0, 101).mapToObj(number -> "t3." + number).toList();
        assertThatThrownBy(() -> ec2.describeInstanceTypes(DescribeInstanceTypesRequest.builder()
                        .instanceTypesWithStrings(names)
                        .build()))
                .hasMessageContaining("must not exceed 100");
    }

    @Test
    void otherListsArePagedOnlyWhenAsked() {
        assertThat(ec2.describeSubnets().nextToken()).isNull();
        var found = new ArrayList<Subnet>();
        var pages = 0;
        for (String token = null; token != null || pages == 0; pages++) {
            var from = token;
            var page = ec2.describeSubnets(request -> request.maxResults(5).nextToken(from));
            found.addAll(page.subnets());
            token = page.nextToken();
        }
        assertThat(pages).isEqualTo(3);
        assertThat(found).isEqualTo(ec2.describeSubnets().subnets());
    }

    @Test
    void badPagesAreRefused() {
        assertRefused(
                () -> ec2.describeRouteTables(request -> request.maxResults(101)),
                "InvalidParameterValue",
                "Value ( 101 ) for parameter MaxResults is invalid. Expecting a value smaller than or equal to 100.");
        assertRefused(
                () -> ec2.describeVpcs(request -> request.maxResults(4)),
                "InvalidParameterValue",
                "Value ( 4 ) for parameter MaxResults is invalid. Expecting a value greater than or equal to 5.");
        assertRefused(
                () -> ec2.describeVpcs(request -> request.maxResults(5).vpcIds(vpc("main"))),
                "InvalidParameterCombination",
                "The parameter VpcIds cannot be used with the parameter MaxResults");
        for (var token : List.of("garbage", "ZnJvbS8tMQ", "ZnJvbS85OTk5OTk5OTk5OTk5")) {
            assertRefused(
                    () -> ec2.describeSubnets(request -> request.nextToken(token)),
                    "InvalidParameterValue",
                    "Value ( " + token + " ) for parameter NextToken is invalid. The token is invalid.");
        }
    }

    @Test
    void imagesAreAmazonsAndDifferInMoreThanTheirName() {
        var images = ec2.describeImages(request -> request.owners("amazon")).images();
        assertThat(images).extracting(Image::ownerId).containsOnly("591542846629", "137112412989");
        assertThat(images)
                .extracting(Image::name)
                .anyMatch(name -> name.contains("gpu"))
                .anyMatch(name -> name.contains("neuron"))
                .anyMatch(name -> name.startsWith("amzn2-"));
        assertThat(ec2.describeImages(request -> request.owners("self")).images())
                .isEmpty();
        var newest = ec2
                .describeImages(request -> request.owners("591542846629")
                        .filters(
                                filter("name", "al2023-ami-ecs-hvm-*"),
                                filter("architecture", "arm64"),
                                filter("state", "available"),
                                filter("virtualization-type", "hvm"),
                                filter("root-device-type", "ebs")))
                .images()
                .stream()
                .max(java.util.Comparator.comparing(Image::creationDate))
                .orElseThrow();
        assertThat(newest.name()).isEqualTo("al2023-ami-ecs-hvm-2023.0.20260226-kernel-6.1-arm64");
        assertThat(newest.creationDate()).startsWith("2026-02-26T").endsWith(".000Z");
    }

    @Test
    void keyPairsAndAccountAttributesAreThere() {
        assertThat(ec2.describeKeyPairs().keyPairs())
                .extracting(KeyPairInfo::keyName)
                .containsExactly("ops", "deploy");
        assertThat(ec2.describeAccountAttributes(request -> request.attributeNames(AccountAttributeName.DEFAULT_VPC))
                        .accountAttributes()
                        .getFirst()
                        .attributeValues()
                        .getFirst()
                        .attributeValue())
                .startsWith("vpc-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DescribeVpcs | cidr cidr-block-association.cidr-block cidr-block-association.association-id cidr-block-association.state dhcp-options-id ipv6-cidr-block-association.ipv6-cidr-block ipv6-cidr-block-association.ipv6-pool ipv6-cidr-block-association.association-id ipv6-cidr-block-association.state is-default owner-id state tag:x tag-key vpc-id
            DescribeSubnets | availability-zone availability-zone-id available-ip-address-count cidr-block customer-owned-ipv4-pool default-for-az enable-dns64 enable-lni-at-device-index ipv6-cidr-block-association.ipv6-cidr-block ipv6-cidr-block-association.association-id ipv6-cidr-block-association.state ipv6-native map-customer-owned-ip-on-launch map-public-ip-on-launch outpost-arn owner-id private-dns-name-options-on-launch.hostname-type private-dns-name-options-on-launch.enable-resource-name-dns-a-record private-dns-name-options-on-launch.enable-resource-name-dns-aaaa-record state subnet-arn subnet-id tag:x tag-key vpc-id
            DescribeRouteTables | association.gateway-id association.route-table-association-id association.route-table-id association.subnet-id association.main owner-id route-table-id route.destination-cidr-block route.destination-ipv6-cidr-block route.destination-prefix-list-id route.egress-only-internet-gateway-id route.gateway-id route.instance-id route.nat-gateway-id route.transit-gateway-id route.origin route.state route.vpc-peering-connection-id tag:x tag-key vpc-id
            DescribeNatGateways | nat-gateway-id state subnet-id tag:x tag-key vpc-id
            DescribeInternetGateways | attachment.state attachment.vpc-id internet-gateway-id owner-id tag:x tag-key
            DescribeVpcEndpoints | ip-address-type service-name service-region tag:x tag-key vpc-id vpc-endpoint-id vpc-endpoint-state vpc-endpoint-type
            DescribeSecurityGroups | description egress.ip-permission.cidr egress.ip-permission.from-port egress.ip-permission.group-id egress.ip-permission.group-name egress.ip-permission.ipv6-cidr egress.ip-permission.prefix-list-id egress.ip-permission.protocol egress.ip-permission.to-port egress.ip-permission.user-id group-id group-name ip-permission.cidr ip-permission.from-port ip-permission.group-id ip-permission.group-name ip-permission.ipv6-cidr ip-permission.prefix-list-id ip-permission.protocol ip-permission.to-port ip-permission.user-id owner-id tag:x tag-key vpc-id
            DescribeNetworkAcls | association.association-id association.network-acl-id association.subnet-id default entry.cidr entry.icmp.code entry.icmp.type entry.ipv6-cidr entry.port-range.from entry.port-range.to entry.protocol entry.rule-action entry.egress entry.rule-number network-acl-id owner-id tag:x tag-key vpc-id
            DescribeVpcBlockPublicAccessExclusions | resource-arn internet-gateway-exclusion-mode state tag:x tag-key tag-value
            DescribeManagedPrefixLists | owner-id prefix-list-id prefix-list-name
            DescribePrefixLists | prefix-list-id prefix-list-name
            DescribeRegions | endpoint opt-in-status region-name
            DescribeAvailabilityZones | group-name message opt-in-status parent-zone-id parent-zone-name region-name state zone-id zone-type zone-name
            DescribeKeyPairs | key-pair-id fingerprint key-name tag:x tag-key
            DescribeInstanceTypeOfferings | location instance-type
            DescribeImages | architecture block-device-mapping.delete-on-termination block-device-mapping.device-name block-device-mapping.snapshot-id block-device-mapping.volume-size block-device-mapping.volume-type block-device-mapping.encrypted creation-date description ena-support free-tier-eligible hypervisor image-allowed image-id image-type is-public kernel-id manifest-location name owner-alias owner-id platform product-code product-code.type ramdisk-id root-device-name root-device-type source-image-id source-image-region source-instance-id state state-reason-code state-reason-message sriov-net-support tag:x tag-key virtualization-type
            DescribeInstanceTypes | auto-recovery-supported bare-metal burstable-performance-supported current-generation dedicated-hosts-supported ebs-info.attachment-limit-type ebs-info.ebs-optimized-info.baseline-bandwidth-in-mbps ebs-info.ebs-optimized-info.baseline-iops ebs-info.ebs-optimized-info.baseline-throughput-in-mbps ebs-info.ebs-optimized-info.maximum-bandwidth-in-mbps ebs-info.ebs-optimized-info.maximum-iops ebs-info.ebs-optimized-info.maximum-throughput-in-mbps ebs-info.ebs-optimized-support ebs-info.encryption-support ebs-info.maximum-ebs-attachments ebs-info.nvme-support free-tier-eligible hibernation-supported hypervisor instance-storage-info.disk.count instance-storage-info.disk.size-in-gb instance-storage-info.disk.type instance-storage-info.encryption-support instance-storage-info.nvme-support instance-storage-info.total-size-in-gb instance-storage-supported instance-type memory-info.size-in-mib network-info.bandwidth-weightings network-info.efa-info.maximum-efa-interfaces network-info.efa-supported network-info.ena-support network-info.flexible-ena-queues-support network-info.encryption-in-transit-supported network-info.ipv4-addresses-per-interface network-info.ipv6-addresses-per-interface network-info.ipv6-supported network-info.maximum-network-cards network-info.maximum-network-interfaces network-info.network-performance nitro-enclaves-support nitro-tpm-support nitro-tpm-info.supported-versions processor-info.supported-architecture processor-info.sustained-clock-speed-in-ghz processor-info.supported-features reboot-migration-support supported-boot-mode supported-root-device-type supported-usage-class supported-virtualization-type vcpu-info.default-cores vcpu-info.default-threads-per-core vcpu-info.default-vcpus vcpu-info.valid-cores vcpu-info.valid-threads-per-core
            """)
    void everyDocumentedFilterWorks(String operation, String names) throws Exception {
        var answers = new ArrayList<String>();
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            for (var name : names.split(" ")) {
                var query = "/?Version=2016-11-15&Action=" + operation + "&Filter.1.Value.1=x&Filter.1.Name=" + name;
                var request =
                        java.net.http.HttpRequest.newBuilder(sandbox.endpoint().resolve(query));
                var status = http.send(request.build(), java.net.http.HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status != 200) {
                    answers.add(name + ": " + status);
                }
            }
        }
        assertThat(answers).isEmpty();
    }
}
