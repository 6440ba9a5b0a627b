package dev.corbel.emulators.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.MotoExtension;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the emulator lacks, which the proxy answers in its place. */
@ExtendWith({MotoExtension.class, ProxyExtension.class})
class EmulatorGapsTest {
    private static final String IN_FRANKFURT =
            "<CreateBucketConfiguration><LocationConstraint>eu-central-1</LocationConstraint></CreateBucketConfiguration>";

    @Test
    void hasSelectionsOfBackupPlans(AwsProxy proxy) throws Exception {
        BareCalls calls = new BareCalls(proxy);
        String plan = BareCalls.field(
                calls.rest(
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

        String id =
                BareCalls.field(calls.rest("backup", "PUT", selections, body).body(), "SelectionId");
        assertThat(BareCalls.field(calls.rest("backup", "PUT", selections, body).body(), "SelectionId"))
                .as("the selection of the same request")
                .isEqualTo(id);

        assertThat(calls.rest("backup", "GET", selections + id, "").body())
                .contains("\"Resources\":[\"arn:db\"]", "\"CreatorRequestId\":\"operation-1\"");
        assertThat(calls.rest("backup", "GET", selections, "").body())
                .contains("\"SelectionName\":\"orders\"", "\"IamRoleArn\":\"arn:role\"")
                .doesNotContain("Resources");
        assertThat(calls.rest("backup", "DELETE", "/backup/plans/" + plan, "").body())
                .contains("InvalidRequestException");
        assertThat(calls.rest("backup", "DELETE", selections + id, "").statusCode())
                .isEqualTo(200);
        assertThat(calls.rest("backup", "GET", selections + id, "").body()).contains("ResourceNotFoundException");
        assertThat(calls.rest("backup", "DELETE", "/backup/plans/" + plan, "").statusCode())
                .isEqualTo(200);
        assertThat(calls.rest("backup", "PUT", selections, body).statusCode())
                .as("a selection of a plan that is gone")
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void showsReplicationsAsTheyWereSet(AwsProxy proxy) throws Exception {
        BareCalls calls = new BareCalls(proxy);
        for (String bucket : List.of("/acme-from", "/acme-to")) {
            calls.rest("s3", "PUT", bucket, IN_FRANKFURT);
            calls.rest(
                    "s3",
                    "PUT",
                    bucket + "?versioning",
                    "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
        }
        String replication = "<ReplicationConfiguration><Role>arn:role</Role><Rule><ID>all</ID><Status>Enabled</Status>"
                + "<Filter><Prefix>a/</Prefix></Filter><Priority>1</Priority>"
                + "<DeleteMarkerReplication><Status>Enabled</Status></DeleteMarkerReplication>"
                + "<Destination><Bucket>arn:aws:s3:::acme-to</Bucket></Destination></Rule></ReplicationConfiguration>";
        calls.rest("s3", "PUT", "/acme-from?replication", replication);

        assertThat(calls.rest("s3", "GET", "/acme-from?replication", "").body()).isEqualTo(replication);

        calls.rest("s3", "DELETE", "/acme-from?replication", "");
        assertThat(calls.rest("s3", "GET", "/acme-from?replication", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void decidesConditionalWritesOneAfterTheOther(AwsProxy proxy) throws Exception {
        BareCalls calls = new BareCalls(proxy);
        calls.rest("s3", "PUT", "/acme", IN_FRANKFURT);

        List<Integer> codes = IntStream.range(0, 8)
                .parallel()
                .mapToObj(number -> create(calls, "text " + number))
                .sorted()
                .toList();

        assertThat(codes).containsExactly(200, 412, 412, 412, 412, 412, 412, 412);
        proxy.ignoreConditionsOfWrites();
        assertThat(create(calls, "last")).isEqualTo(200);
        assertThat(calls.rest("s3", "GET", "/acme/object", "").body()).isEqualTo("last");
    }

    private int create(BareCalls calls, String text) {
        try {
            return calls.send(
                            "s3",
                            HttpRequest.newBuilder(calls.at("/acme/object"))
                                    .header("If-None-Match", "*")
                                    .PUT(HttpRequest.BodyPublishers.ofString(text)))
                    .statusCode();
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void hasTagsOfScalableTargets(AwsProxy proxy) throws Exception {
        BareCalls calls = new BareCalls(proxy);
        String service = "AmazonEC2ContainerServiceV20141113.";
        calls.json("ecs", service + "CreateCluster", "{\"clusterName\":\"c\"}");
        calls.json(
                "ecs",
                service + "RegisterTaskDefinition",
                "{\"family\":\"f\",\"containerDefinitions\":[{\"name\":\"a\",\"image\":\"b\",\"memory\":5}]}");
        calls.json(
                "ecs",
                service + "CreateService",
                "{\"cluster\":\"c\",\"serviceName\":\"s\",\"taskDefinition\":\"f\",\"desiredCount\":2}");
        String described = calls.json("ecs", service + "DescribeServices", "{\"cluster\":\"c\",\"services\":[\"s\"]}")
                .body();
        assertThat(described)
                .contains("\"runningCount\":2", "\"pendingCount\":0", "\"rolloutState\":\"COMPLETED\"")
                .doesNotContain("\"runningCount\":0");

        String scaling = "AnyScaleFrontendService.";
        String arn = BareCalls.field(
                calls.json(
                                "application-autoscaling",
                                scaling + "RegisterScalableTarget",
                                "{\"ServiceNamespace\":\"ecs\",\"ResourceId\":\"service/c/s\",\"ScalableDimension\":"
                                        + "\"ecs:service:DesiredCount\",\"MinCapacity\":1,\"MaxCapacity\":2,"
                                        + "\"Tags\":{\"a\":\"1\",\"b\":\"2\"}}")
                        .body(),
                "ScalableTargetARN");
        calls.json(
                "application-autoscaling",
                scaling + "TagResource",
                "{\"ResourceARN\":\"" + arn + "\",\"Tags\":{\"c\":\"3\"}}");
        calls.json(
                "application-autoscaling",
                scaling + "UntagResource",
                "{\"ResourceARN\":\"" + arn + "\",\"TagKeys\":[\"a\"]}");

        assertThat(calls.json(
                                "application-autoscaling",
                                scaling + "ListTagsForResource",
                                "{\"ResourceARN\":\"" + arn + "\"}")
                        .body())
                .isEqualTo("{\"Tags\":{\"b\":\"2\",\"c\":\"3\"}}");
    }

    @Test
    void givesEachDatabaseAResourceIdOfItsOwn(AwsProxy proxy) throws Exception {
        BareCalls calls = new BareCalls(proxy);
        String create = "Action=CreateDBInstance&Version=2014-10-31&DBInstanceClass=db.t3.micro&Engine=postgres"
                + "&MasterUsername=corbel&MasterUserPassword=0123456789&AllocatedStorage=20&DBInstanceIdentifier=";
        String first = resourceId(calls.query("rds", create + "first").body());
        String second = resourceId(calls.query("rds", create + "second").body());

        assertThat(first).matches("db-[A-Z0-9]{26}").isNotEqualTo(second);
        assertThat(calls.query(
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
}
