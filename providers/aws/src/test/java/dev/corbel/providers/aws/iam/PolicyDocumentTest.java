package dev.corbel.providers.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The expected texts are what Terraform 1.11 with its AWS provider 5.100 writes for the same blocks. */
class PolicyDocumentTest {

    private static MapValue write(MapValue configuration) throws ProviderException {
        return PolicyDocumentLookup.write(configuration);
    }

    private static String json(MapValue configuration) throws ProviderException {
        return write(configuration).text("minified_json").orElseThrow();
    }

    private static MapValue statement(Object... namesAndValues) {
        return Values.map("statement", List.of(Values.map(namesAndValues)));
    }

    private static MapValue principals(String type, String... identifiers) {
        return Values.map("type", type, "identifiers", List.of((Object[]) identifiers));
    }

    private static MapValue condition(String test, String variable, String... values) {
        return Values.map("test", test, "variable", variable, "values", List.of((Object[]) values));
    }

    @Test
    void writesAStatementWithPrincipalsAndConditions() throws Exception {
        MapValue document = write(statement(
                        "sid",
                        "one",
                        "actions",
                        List.of("s3:GetObject", "s3:PutObject"),
                        "resources",
                        List.of("arn:aws:s3:::a/&{aws:username}/*", "arn:aws:s3:::b/*"),
                        "principals",
                        List.of(
                                principals("AWS", "arn:aws:iam::123456789012:root", "arn:aws:iam::223456789012:root"),
                                principals("Service", "ecs.amazonaws.com")),
                        "condition",
                        List.of(
                                condition("StringLike", "s3:prefix", "third"),
                                condition("StringLike", "s3:prefix", "z", "home/<x>&{aws:username}"),
                                condition("ArnLike", "aws:SourceArn", "b", "a"),
                                condition("Bool", "aws:SecureTransport", "true")))
                .with("policy_id", Value.of("pid")));

        assertThat(document.text("json")).hasValue("""
                        {
                          "Version": "2012-10-17",
                          "Id": "pid",
                          "Statement": [
                            {
                              "Sid": "one",
                              "Effect": "Allow",
                              "Action": [
                                "s3:PutObject",
                                "s3:GetObject"
                              ],
                              "Resource": [
                                "arn:aws:s3:::b/*",
                                "arn:aws:s3:::a/${aws:username}/*"
                              ],
                              "Principal": {
                                "AWS": [
                                  "arn:aws:iam::223456789012:root",
                                  "arn:aws:iam::123456789012:root"
                                ],
                                "Service": "ecs.amazonaws.com"
                              },
                              "Condition": {
                                "ArnLike": {
                                  "aws:SourceArn": [
                                    "b",
                                    "a"
                                  ]
                                },
                                "Bool": {
                                  "aws:SecureTransport": "true"
                                },
                                "StringLike": {
                                  "s3:prefix": [
                                    "third",
                                    "z",
                                    "home/\\u003cx\\u003e${aws:username}"
                                  ]
                                }
                              }
                            }
                          ]
                        }""");
    }

    @Test
    void writesWhatIsDeniedToEverybody() throws Exception {
        assertThat(json(statement(
                        "effect",
                        "Deny",
                        "not_actions",
                        List.of("iam:*"),
                        "not_resources",
                        List.of("*"),
                        "not_principals",
                        List.of(principals("*", "*")))))
                .isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"NotAction\":\"iam:*\","
                        + "\"NotResource\":\"*\",\"NotPrincipal\":\"*\"}]}");
    }

    @Test
    void anEmptyDocumentHasTheSameIdAsInTerraform() throws Exception {
        assertThat(write(MapValue.EMPTY).entries())
                .containsEntry("json", Value.of("{\n  \"Version\": \"2012-10-17\"\n}"))
                .containsEntry("id", Value.of("1132004489"));
    }

    @Test
    void sourcesComeFirstAndWhatHasTheSameSidTakesTheirPlace() throws Exception {
        String source = json(Values.map(
                "policy_id",
                "other",
                "statement",
                List.of(
                        Values.map("sid", "one", "actions", List.of("s3:Get*"), "resources", List.of("*")),
                        Values.map("sid", "x", "actions", List.of("s3:Put*"), "resources", List.of("*")),
                        Values.map("actions", List.of("s3:List*"), "resources", List.of("*")))));
        String override = json(statement("sid", "one", "actions", List.of("s3:*"), "resources", List.of("*"))
                .with("version", Value.of("2008-10-17")));

        assertThat(json(Values.map(
                        "source_policy_documents",
                        List.of(source),
                        "override_policy_documents",
                        List.of(override),
                        "statement",
                        List.of(
                                Values.map("sid", "two", "actions", List.of("ec2:*"), "resources", List.of("*")),
                                Values.map("sid", "x", "actions", List.of("ecs:*"), "resources", List.of("*"))))))
                .isEqualTo("{\"Version\":\"2012-10-17\",\"Id\":\"other\",\"Statement\":["
                        + "{\"Sid\":\"one\",\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"},"
                        + "{\"Sid\":\"x\",\"Effect\":\"Allow\",\"Action\":\"ecs:*\",\"Resource\":\"*\"},"
                        + "{\"Effect\":\"Allow\",\"Action\":\"s3:List*\",\"Resource\":\"*\"},"
                        + "{\"Sid\":\"two\",\"Effect\":\"Allow\",\"Action\":\"ec2:*\",\"Resource\":\"*\"}]}");
    }

    @Test
    void whatWasWrittenElsewhereIsPutIntoTheSameForm() throws Exception {
        String source = """
                {"Version": "2008-10-17", "Statement": [
                  {"Sid": "x", "Effect": "Allow", "Action": "s3:Get*", "Resource": ["b", "a"],
                   "Principal": {"AWS": ["b", "z"], "Service": ["one"]},
                   "Condition": {"Bool": {"aws:x": true, "aws:y": ["only"], "aws:a": ["p", "q"]}}},
                  {"Effect": "Deny", "Action": ["s3:Get*"], "NotPrincipal": "*"}]}""";

        assertThat(json(Values.map("source_policy_documents", List.of(source))))
                .isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":["
                        + "{\"Sid\":\"x\",\"Effect\":\"Allow\",\"Action\":\"s3:Get*\",\"Resource\":[\"b\",\"a\"],"
                        + "\"Principal\":{\"AWS\":[\"z\",\"b\"],\"Service\":[\"one\"]},"
                        + "\"Condition\":{\"Bool\":{\"aws:a\":[\"p\",\"q\"],\"aws:x\":\"true\",\"aws:y\":\"only\"}}},"
                        + "{\"Effect\":\"Deny\",\"Action\":[\"s3:Get*\"],\"NotPrincipal\":\"*\"}]}");
    }

    @Test
    void oneStatementNeedsNoList() throws Exception {
        assertThat(json(Values.map(
                        "source_policy_documents",
                        List.of("{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:*\"}}"))))
                .isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\"}]}");
    }

    @Test
    void refusesASidThatStandsTwice() {
        String source = "{\"Statement\": [{\"Sid\": \"x\"}]}";

        assertRefused(
                Values.map("source_policy_documents", List.of(source, source)),
                Diagnostic.error(
                                "Two statements have the sid \"x\"",
                                "In source_policy_documents a sid may stand once only.")
                        .withHint("Give one another sid; or put the document that shall win into"
                                + " override_policy_documents."));
    }

    @Test
    void refusesWhatIsNoPolicy() {
        assertRefused(
                Values.map("override_policy_documents", List.of("{}", "[]")),
                Diagnostic.error(
                        "override_policy_documents[1] is no policy",
                        "It must be JSON: an object with Version and Statement, as IAM takes it."));
    }

    @Test
    void refusesVariablesInTheOldLanguage() {
        assertRefused(
                statement("resources", List.of("a/&{aws:username}")).with("version", Value.of("2008-10-17")),
                Diagnostic.error(
                                "Policies of version 2008-10-17 have no variables",
                                "There is one in \"a/&{aws:username}\".")
                        .withHint("Write version = '2012-10-17', or leave version out."));
    }

    private static void assertRefused(MapValue configuration, Diagnostic expected) {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> write(configuration))
                .satisfies(failure -> assertThat(failure.diagnostic()).isEqualTo(expected));
    }
}
