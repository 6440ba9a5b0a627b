package dev.corbel.providers.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.aws.client.FakeAws;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against answers as S3 writes them: the emulator forgets most of a rule. */
class S3BucketReplicationConfigurationResourceTest {
    private static final Map<String, String> XML = Map.of("Content-Type", "application/xml");
    private static final String ANSWER = """
            <ReplicationConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
              <Role>arn:aws:iam::123456789012:role/replication</Role>
              <Rule>
                <ID>rule-1</ID><Priority>1</Priority><Status>Enabled</Status>
                <Filter><Prefix>files/</Prefix></Filter>
                <DeleteMarkerReplication><Status>Enabled</Status></DeleteMarkerReplication>
                <Destination><Bucket>arn:aws:s3:::acme-backup</Bucket></Destination>
              </Rule>
            </ReplicationConfiguration>
            """;

    private final FakeTime time = new FakeTime();

    private Bench bench(FakeAws aws) {
        return Bench.at(
                "aws_s3_bucket_replication_configuration",
                aws.endpoint(),
                new ProviderContext(Path.of("."), "test", time, time));
    }

    private static MapValue replication(String id) {
        return Values.map(
                "bucket",
                "acme-files",
                "role",
                "arn:aws:iam::123456789012:role/replication",
                "rule",
                List.of(Values.map(
                        "id",
                        id,
                        "status",
                        "Enabled",
                        "priority",
                        1,
                        "filter",
                        Values.map("prefix", "files/"),
                        "delete_marker_replication",
                        Values.map("status", "Enabled"),
                        "destination",
                        Values.map("bucket", "arn:aws:s3:::acme-backup"))));
    }

    private static void refuse(FakeAws aws, String code, String message) {
        aws.answers(400, XML, "<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>");
    }

    @Test
    void waitsForVersioningAndForTheRole() throws Exception {
        try (FakeAws aws = new FakeAws();
                Bench bench = bench(aws)) {
            refuse(aws, "InvalidRequest", "Versioning must be 'Enabled' on the bucket to apply a replication");
            refuse(aws, "InvalidArgument", "Invalid role");
            aws.answers(200, Map.of(), "").answers(200, XML, ANSWER).answers(200, XML, ANSWER);

            ObjectState replication = bench.create(replication("rule-1"));

            assertThat(aws.actions()).containsExactly("PUT", "PUT", "PUT", "GET");
            assertThat(bench.read(replication)).isEqualTo(new ReadResult.Present(replication));
        }
    }

    @Test
    void waitsUntilTheNewRulesShow() throws Exception {
        try (FakeAws aws = new FakeAws();
                Bench bench = bench(aws)) {
            aws.answers(200, Map.of(), "")
                    .answers(200, XML, ANSWER.replace("rule-1", "rule-0"))
                    .answers(200, XML, ANSWER);

            bench.create(replication("rule-1"));

            assertThat(aws.actions()).containsExactly("PUT", "GET", "GET");
        }
    }

    @Test
    void showsRulesThatSomebodyElseMade() throws Exception {
        try (FakeAws aws = new FakeAws();
                Bench bench = bench(aws)) {
            aws.answers(200, XML, ANSWER.replace("rule-1", "theirs"))
                    .answers(404, XML, "<Error><Code>ReplicationConfigurationNotFoundError</Code></Error>");
            ObjectState known = new ObjectState(replication("rule-1").with("id", Value.of("acme-files")));

            ReadResult.Present theirs = (ReadResult.Present) bench.read(known);

            MapValue rule = (MapValue) ((ListValue) theirs.object().attributes().get("rule"))
                    .elements()
                    .get(0);
            assertThat(rule.text("id")).hasValue("theirs");
            assertThat(((MapValue) rule.get("filter")).text("prefix")).hasValue("files/");
            assertThat(bench.read(known)).isEqualTo(new ReadResult.Absent());
        }
    }
}
