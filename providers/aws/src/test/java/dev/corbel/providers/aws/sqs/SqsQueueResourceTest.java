package dev.corbel.providers.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class SqsQueueResourceTest {
    private static final MapValue JOBS = Values.map("name", "jobs");

    @Test
    void createsWhatIsPlannedAndReadsItBack(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_sqs_queue", moto)) {
            ObjectState queue = bench.create(JOBS.with("delay_seconds", Value.of(5)));

            assertThat(queue.attributes().text("id").orElseThrow()).endsWith("/123456789012/jobs");
            assertThat(queue.attributes().get("url"))
                    .isEqualTo(queue.attributes().get("id"));
            assertThat(queue.attributes().text("arn")).hasValue("arn:aws:sqs:eu-central-1:123456789012:jobs");
            assertThat(queue.attributes().get("message_retention_seconds")).isEqualTo(Value.of(345_600));
            assertThat(queue.attributes().get("sqs_managed_sse_enabled")).isEqualTo(Value.of(true));
            assertThat(queue.attributes().get("tags_all")).isEqualTo(Values.map("team", "network"));
            assertThat(bench.read(queue)).isEqualTo(new ReadResult.Present(queue));
        }
    }

    @Test
    void sendsWhatIsReceivedTooOftenToAnotherQueue(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_sqs_queue", moto)) {
            ObjectState dead = bench.create(Values.map("name", "dead"));
            String redrive = "{ \"maxReceiveCount\": \"4\", \"deadLetterTargetArn\": \""
                    + dead.attributes().text("arn").orElseThrow() + "\" }";
            MapValue jobs = JOBS.with("redrive_policy", Value.of(redrive));

            ObjectState queue = bench.create(jobs);

            assertThat(queue.attributes().text("redrive_policy")).hasValue(redrive);
            assertThat(bench.read(queue)).isEqualTo(new ReadResult.Present(queue));
            assertThat(bench.plan(queue.attributes(), jobs.with("redrive_policy", Value.of(redrive.replace(" ", ""))))
                            .attributes()
                            .get("redrive_policy"))
                    .isEqualTo(Value.of(redrive));
            assertThat(bench.update(queue, JOBS.with("redrive_policy", Value.of("")))
                            .attributes()
                            .text("redrive_policy"))
                    .hasValue("");
        }
    }

    @Test
    void keepsThePolicyInTheWordsOfTheDefinition(MotoServer moto) throws Exception {
        String policy = """
                { "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": "*",
                  "Action": [ "sqs:SendMessage" ], "Resource": "*" } ] }
                """;
        try (Bench bench = Bench.of("aws_sqs_queue", moto)) {
            ObjectState queue = bench.create(JOBS.with("policy", Value.of(policy)));

            assertThat(queue.attributes().text("policy")).hasValue(policy);
            assertThat(bench.read(queue)).isEqualTo(new ReadResult.Present(queue));
        }
    }

    @Test
    void hasFifoQueuesWithMadeUpNames(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_sqs_queue", moto)) {
            ObjectState queue = bench.create(Values.map("fifo_queue", true, "content_based_deduplication", true));

            assertThat(queue.attributes().text("name").orElseThrow()).matches("test-[0-9a-z]{26}\\.fifo");
            assertThat(queue.attributes().get("content_based_deduplication")).isEqualTo(Value.of(true));
            assertThat(queue.attributes().text("deduplication_scope")).hasValue("queue");
            assertThat(bench.read(queue)).isEqualTo(new ReadResult.Present(queue));
        }
    }

    @Test
    void encryptsWithAKeyInstead(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_sqs_queue", moto)) {
            ObjectState queue = bench.create(JOBS);
            MapValue encrypted = JOBS.with("kms_master_key_id", Value.of("alias/aws/sqs"));

            assertThat(bench.plan(queue.attributes(), encrypted).attributes().get("sqs_managed_sse_enabled"))
                    .isEqualTo(Value.unknown());
            ObjectState changed = bench.update(queue, encrypted);

            assertThat(changed.attributes().text("kms_master_key_id")).hasValue("alias/aws/sqs");
            assertThat(changed.attributes().get("kms_data_key_reuse_period_seconds"))
                    .isEqualTo(Value.of(300));
        }
    }

    @Test
    void refusesANameThatIsInUse(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_sqs_queue", moto)) {
            bench.create(JOBS);

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.create(JOBS))
                    .satisfies(
                            failure -> assertThat(failure.diagnostic())
                                    .isEqualTo(
                                            Diagnostic.error(
                                                            "The queue \"jobs\" is there already",
                                                            "This account has a queue of this name that Corbel did not create here.")
                                                    .withHint(
                                                            "To manage it: adopt('aws_sqs_queue.test') { id = 'URL' }, with its URL.")));
        }
    }

    @Test
    void holdsNamesAndDeduplicationToTheKindOfQueue() {
        SqsQueueResource type = new SqsQueueResource();

        assertThat(type.validate(Values.map("fifo_queue", true, "name", "jobs")))
                .containsExactly(Diagnostic.error("The name of a FIFO queue ends in .fifo", "It is \"jobs\"."));
        assertThat(type.validate(Values.map("fifo_queue", false, "name", "jobs.fifo")))
                .containsExactly(Diagnostic.error("Only the name of a FIFO queue ends in .fifo", "It is \"jobs.fifo\".")
                        .withHint("Set fifo_queue = true."));
        assertThat(type.validate(Values.map("fifo_queue", false, "content_based_deduplication", true)))
                .containsExactly(Diagnostic.error("content_based_deduplication is for FIFO queues", "")
                        .withHint("Set fifo_queue = true."));
        assertThat(type.validate(Values.map("kms_master_key_id", "alias/app", "sqs_managed_sse_enabled", true)))
                .containsExactly(Diagnostic.error(
                        "kms_master_key_id conflicts with sqs_managed_sse_enabled", "Set one of them, or neither."));
    }
}
