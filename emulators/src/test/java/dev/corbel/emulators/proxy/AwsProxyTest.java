package dev.corbel.emulators.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.corbel.emulators.MotoExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({MotoExtension.class, ProxyExtension.class})
class AwsProxyTest {
    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";
    private static final String JSON = "application/x-amz-json-1.1";

    private static final String IN_FRANKFURT =
            "<CreateBucketConfiguration><LocationConstraint>eu-central-1</LocationConstraint></CreateBucketConfiguration>";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private HttpResponse<String> send(String service, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(
                request.header(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=test/20250101/eu-central-1/" + service
                                        + "/aws4_request, SignedHeaders=host, Signature=none")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> query(AwsProxy proxy, String service, String form)
            throws IOException, InterruptedException {
        return send(
                service,
                HttpRequest.newBuilder(proxy.endpoint())
                        .header("Content-Type", FORM)
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> json(AwsProxy proxy, String service, String target, String body)
            throws IOException, InterruptedException {
        return send(
                service,
                HttpRequest.newBuilder(proxy.endpoint())
                        .header("Content-Type", JSON)
                        .header("X-Amz-Target", target)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> rest(AwsProxy proxy, String service, String method, String path, String body)
            throws IOException, InterruptedException {
        return send(
                service,
                HttpRequest.newBuilder(proxy.endpoint().resolve(path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String field(String json, String name) {
        Matcher value = Pattern.compile("\"" + name + "\": ?\"([^\"]+)\"").matcher(json);
        return value.find() ? value.group(1) : "no " + name + " in " + json;
    }

    @Test
    void passesCallsOnAndCountsThem(AwsProxy proxy) throws Exception {
        assertThat(query(proxy, "ec2", "Action=CreateVpc&Version=2016-11-15&CidrBlock=10.98.0.0/16")
                        .body())
                .contains("10.98.0.0/16");
        query(proxy, "ec2", "Action=DescribeVpcs&Version=2016-11-15");
        query(proxy, "ec2", "Action=DescribeVpcs&Version=2016-11-15");
        rest(proxy, "s3", "PUT", "/acme-files", "");
        assertThat(rest(proxy, "s3", "GET", "/acme-files?tagging", "").statusCode())
                .isEqualTo(404);

        assertThat(proxy.calls())
                .isEqualTo(Map.of(
                        new ApiCall("ec2", "CreateVpc"), 1,
                        new ApiCall("ec2", "DescribeVpcs"), 2,
                        new ApiCall("s3", "CreateBucket"), 1,
                        new ApiCall("s3", "GetBucketTagging"), 1));
        proxy.reset();
        assertThat(proxy.calls()).isEmpty();
    }

    @Test
    void hasSelectionsOfBackupPlans(AwsProxy proxy) throws Exception {
        String plan = field(
                rest(
                                proxy,
                                "backup",
                                "PUT",
                                "/backup/plans/",
                                "{\"BackupPlan\":{\"BackupPlanName\":\"daily\",\"Rules\":[{\"RuleName\":\"daily\","
                                        + "\"TargetBackupVaultName\":\"vault\"}]}}")
                        .body(),
                "BackupPlanId");
        String selections = "/backup/plans/" + plan + "/selections/";
        String body = "{\"BackupSelection\":{\"SelectionName\":\"orders\",\"IamRoleArn\":\"arn:role\",\"Resources\":"
                + "[\"arn:db\"]},\"CreatorRequestId\":\"operation-1\"}";

        String id = field(rest(proxy, "backup", "PUT", selections, body).body(), "SelectionId");
        assertThat(field(rest(proxy, "backup", "PUT", selections, body).body(), "SelectionId"))
                .as("the selection of the same request")
                .isEqualTo(id);

        assertThat(rest(proxy, "backup", "GET", selections + id, "").body())
                .contains("\"Resources\":[\"arn:db\"]", "\"CreatorRequestId\":\"operation-1\"");
        assertThat(rest(proxy, "backup", "GET", selections, "").body())
                .contains("\"SelectionName\":\"orders\"", "\"IamRoleArn\":\"arn:role\"")
                .doesNotContain("Resources");
        assertThat(rest(proxy, "backup", "DELETE", "/backup/plans/" + plan, "").body())
                .contains("InvalidRequestException");
        assertThat(rest(proxy, "backup", "DELETE", selections + id, "").statusCode())
                .isEqualTo(200);
        assertThat(rest(proxy, "backup", "GET", selections + id, "").body()).contains("ResourceNotFoundException");
        assertThat(rest(proxy, "backup", "DELETE", "/backup/plans/" + plan, "").statusCode())
                .isEqualTo(200);
        assertThat(rest(proxy, "backup", "PUT", selections, body).statusCode())
                .as("a selection of a plan that is gone")
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void showsReplicationsAsTheyWereSet(AwsProxy proxy) throws Exception {
        for (String bucket : List.of("/acme-from", "/acme-to")) {
            rest(proxy, "s3", "PUT", bucket, IN_FRANKFURT);
            rest(
                    proxy,
                    "s3",
                    "PUT",
                    bucket + "?versioning",
                    "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
        }
        String replication = "<ReplicationConfiguration><Role>arn:role</Role><Rule><ID>all</ID><Status>Enabled</Status>"
                + "<Filter><Prefix>a/</Prefix></Filter><Priority>1</Priority>"
                + "<DeleteMarkerReplication><Status>Enabled</Status></DeleteMarkerReplication>"
                + "<Destination><Bucket>arn:aws:s3:::acme-to</Bucket></Destination></Rule></ReplicationConfiguration>";
        rest(proxy, "s3", "PUT", "/acme-from?replication", replication);

        assertThat(rest(proxy, "s3", "GET", "/acme-from?replication", "").body())
                .isEqualTo(replication);

        rest(proxy, "s3", "DELETE", "/acme-from?replication", "");
        assertThat(rest(proxy, "s3", "GET", "/acme-from?replication", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void decidesConditionalWritesOneAfterTheOther(AwsProxy proxy) throws Exception {
        rest(proxy, "s3", "PUT", "/acme", IN_FRANKFURT);

        List<Integer> codes = IntStream.range(0, 8)
                .parallel()
                .mapToObj(number -> create(proxy, "text " + number))
                .sorted()
                .toList();

        assertThat(codes).containsExactly(200, 412, 412, 412, 412, 412, 412, 412);
        proxy.ignoreConditionsOfWrites();
        assertThat(create(proxy, "last")).isEqualTo(200);
        assertThat(rest(proxy, "s3", "GET", "/acme/object", "").body()).isEqualTo("last");
    }

    private int create(AwsProxy proxy, String text) {
        try {
            return send(
                            "s3",
                            HttpRequest.newBuilder(proxy.endpoint().resolve("/acme/object"))
                                    .header("If-None-Match", "*")
                                    .PUT(HttpRequest.BodyPublishers.ofString(text)))
                    .statusCode();
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void hasTagsOfScalableTargets(AwsProxy proxy) throws Exception {
        String service = "AmazonEC2ContainerServiceV20141113.";
        json(proxy, "ecs", service + "CreateCluster", "{\"clusterName\":\"c\"}");
        json(
                proxy,
                "ecs",
                service + "RegisterTaskDefinition",
                "{\"family\":\"f\",\"containerDefinitions\":[{\"name\":\"a\",\"image\":\"b\",\"memory\":5}]}");
        json(
                proxy,
                "ecs",
                service + "CreateService",
                "{\"cluster\":\"c\",\"serviceName\":\"s\",\"taskDefinition\":\"f\",\"desiredCount\":2}");
        String described = json(proxy, "ecs", service + "DescribeServices", "{\"cluster\":\"c\",\"services\":[\"s\"]}")
                .body();
        assertThat(described)
                .contains("\"runningCount\":2", "\"pendingCount\":0", "\"rolloutState\":\"COMPLETED\"")
                .doesNotContain("\"runningCount\":0");

        String scaling = "AnyScaleFrontendService.";
        String arn = field(
                json(
                                proxy,
                                "application-autoscaling",
                                scaling + "RegisterScalableTarget",
                                "{\"ServiceNamespace\":\"ecs\",\"ResourceId\":\"service/c/s\",\"ScalableDimension\":"
                                        + "\"ecs:service:DesiredCount\",\"MinCapacity\":1,\"MaxCapacity\":2,"
                                        + "\"Tags\":{\"a\":\"1\",\"b\":\"2\"}}")
                        .body(),
                "ScalableTargetARN");
        json(
                proxy,
                "application-autoscaling",
                scaling + "TagResource",
                "{\"ResourceARN\":\"" + arn + "\",\"Tags\":{\"c\":\"3\"}}");
        json(
                proxy,
                "application-autoscaling",
                scaling + "UntagResource",
                "{\"ResourceARN\":\"" + arn + "\",\"TagKeys\":[\"a\"]}");

        assertThat(json(
                                proxy,
                                "application-autoscaling",
                                scaling + "ListTagsForResource",
                                "{\"ResourceARN\":\"" + arn + "\"}")
                        .body())
                .isEqualTo("{\"Tags\":{\"b\":\"2\",\"c\":\"3\"}}");
    }

    @Test
    void givesEachDatabaseAResourceIdOfItsOwn(AwsProxy proxy) throws Exception {
        String create = "Action=CreateDBInstance&Version=2014-10-31&DBInstanceClass=db.t3.micro&Engine=postgres"
                + "&MasterUsername=corbel&MasterUserPassword=0123456789&AllocatedStorage=20&DBInstanceIdentifier=";
        String first = resourceId(query(proxy, "rds", create + "first").body());
        String second = resourceId(query(proxy, "rds", create + "second").body());

        assertThat(first).matches("db-[A-Z0-9]{26}").isNotEqualTo(second);
        assertThat(query(
                                proxy,
                                "rds",
                                "Action=DescribeDBInstances&Version=2014-10-31"
                                        + "&Filters.Filter.1.Name=dbi-resource-id&Filters.Filter.1.Values.Value.1="
                                        + second)
                        .body())
                .contains("<DBInstanceIdentifier>second</DBInstanceIdentifier>", second)
                .doesNotContain("<DBInstanceIdentifier>first</DBInstanceIdentifier>");
    }

    private static String resourceId(String xml) {
        Matcher id = Pattern.compile("<DbiResourceId>([^<]+)").matcher(xml);
        return id.find() ? id.group(1) : "none in " + xml;
    }

    @Test
    void namesAFailureOfTheEmulatorItself() throws Exception {
        HttpServer broken = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        broken.createContext("/", exchange -> {
            byte[] page = "<!doctype html><title>500</title>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(500, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        broken.start();
        try (AwsProxy proxy = AwsProxy.before(
                URI.create("http://127.0.0.1:" + broken.getAddress().getPort()))) {
            HttpResponse<String> answer =
                    json(proxy, "ecs", "AmazonEC2ContainerServiceV20141113.PutClusterCapacityProviders", "{}");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .isEqualTo("{\"__type\":\"EmulatorGap\",\"message\":\"The emulator has no ecs"
                            + " PutClusterCapacityProviders, or fails in it.\"}");
            assertThat(query(proxy, "ec2", "Action=CreateFleet").body())
                    .isEqualTo("<Response><Errors><Error><Code>EmulatorGap</Code><Message>The emulator has no ec2"
                            + " CreateFleet, or fails in it.</Message></Error></Errors><RequestID>proxy</RequestID>"
                            + "</Response>");
        } finally {
            broken.stop(0);
        }
    }

    private List<Integer> statuses(AwsProxy proxy, int calls) throws InterruptedException {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            try {
                statuses.add(query(proxy, "ec2", "Action=CreateVpc&Version=2016-11-15&CidrBlock=10.97.0.0/16")
                        .statusCode());
            } catch (IOException lost) {
                statuses.add(0);
            }
        }
        return statuses;
    }

    @Test
    void makesTheSameTroubleForTheSameSeed(AwsProxy proxy) throws Exception {
        Faults faults = new Faults(7, 0.2, 0.2, 0.2, 0);
        proxy.inject(faults);
        List<Integer> first = statuses(proxy, 40);
        proxy.reset();
        proxy.inject(faults);
        List<Integer> second = statuses(proxy, 40);
        proxy.reset();

        assertThat(first).isEqualTo(second).contains(200, 503, 500, 0);
        assertThat(statuses(proxy, 10)).containsOnly(200);
    }

    @Test
    void failsAfterTheDeed(AwsProxy proxy) throws Exception {
        proxy.inject(new Faults(1, 0, 1, 0, 0));
        assertThat(query(proxy, "ec2", "Action=CreateVpc&Version=2016-11-15&CidrBlock=10.96.0.0/16")
                        .statusCode())
                .isEqualTo(500);
        proxy.inject(new Faults(1, 0, 0, 1, 0));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> query(proxy, "ec2", "Action=CreateVpc&Version=2016-11-15&CidrBlock=10.95.0.0/16"));
        proxy.inject(Faults.NONE);

        assertThat(query(proxy, "ec2", "Action=DescribeVpcs&Version=2016-11-15").body())
                .contains("10.96.0.0/16", "10.95.0.0/16");
    }

    @Test
    void hidesNewObjectsFromTheFirstReads(AwsProxy proxy) throws Exception {
        proxy.inject(new Faults(3, 0, 0, 0, 1_000_000));
        String vpc = query(proxy, "ec2", "Action=CreateVpc&Version=2016-11-15&CidrBlock=10.94.0.0/16")
                .body()
                .replaceAll("(?s).*<vpcId>([^<]+)</vpcId>.*", "$1");

        assertThat(query(proxy, "ec2", "Action=DescribeVpcs&Version=2016-11-15&VpcId.1=" + vpc)
                        .body())
                .contains("<Code>InvalidVpcID.NotFound</Code>");
        assertThat(query(
                                proxy,
                                "ec2",
                                "Action=DescribeVpcs&Version=2016-11-15&Filter.1.Name=vpc-id&Filter.1.Value.1=" + vpc)
                        .body())
                .isEqualTo("<DescribeVpcsResponse><requestId>proxy</requestId></DescribeVpcsResponse>");
        proxy.reset();
        assertThat(query(proxy, "ec2", "Action=DescribeVpcs&Version=2016-11-15&VpcId.1=" + vpc)
                        .body())
                .contains("10.94.0.0/16");
    }
}
