package dev.corbel.state.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.remote.RemoteFailureException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sources of credentials. */
class CredentialsTest {
    private final Properties before = (Properties) System.getProperties().clone();
    private final Answers service = new Answers();

    @AfterEach
    void restore() {
        System.setProperties(before);
        service.close();
    }

    @Test
    void withoutAnyItIsSaidWhereTheyAreLookedFor() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        try (S3Objects objects = new S3Objects(Blocks.s3(service.endpoint()), "production")) {
            RemoteFailureException failure =
                    catchThrowableOfType(RemoteFailureException.class, () -> objects.get("head.json"));
            assertThat(failure)
                    .hasMessage("Cannot read corbel/production/head.json in bucket \"acme-state\": there are no AWS"
                            + " credentials: neither the environment nor the shared configuration files nor the"
                            + " metadata of a container or machine has any");
            assertThat(failure.hint())
                    .isEqualTo("Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, sign in with the AWS command line, or"
                            + " name a profile in the block.");
        }
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void aRoleIsTakenOnFirst() throws IOException {
        System.setProperty("aws.endpointUrl", service.endpoint().toString());
        service.answer(200, Map.of("Content-Type", "text/xml"), """
                        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>\
                        <AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>\
                        <SessionToken>token</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials>\
                        </AssumeRoleResult></AssumeRoleResponse>""").answer(200, Map.of("ETag", "\"one\""), "content");
        Map<String, Value> block = new LinkedHashMap<>();
        block.put("bucket", Value.of("acme-state"));
        block.put("prefix", Value.of("corbel"));
        block.put("region", Value.of("eu-central-1"));
        block.put(
                "assumeRole",
                Value.map(Map.of(
                        "roleArn",
                        Value.of("arn:aws:iam::123456789012:role/state"),
                        "sessionName",
                        Value.of("corbel"))));
        try (S3Objects objects = new S3Objects(S3Settings.from(new MapValue(block)), "production")) {
            assertThat(objects.get("head.json")).isPresent();
        }
        assertThat(service.scopes()).isEqualTo(List.of("eu-central-1/sts", "eu-central-1/s3"));
        assertThat(service.asked()).isEqualTo(List.of("POST /", "GET /acme-state/corbel/production/head.json"));
    }
}
