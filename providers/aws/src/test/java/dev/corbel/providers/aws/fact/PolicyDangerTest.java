package dev.corbel.providers.aws.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDangerTest {
    private static final String EVERYTHING = "grants every action on everything";
    private static final String ALL_BUT = "grants every action but those that it names";
    private static final String ROLES = "lets every role be passed on (iam:PassRole)";

    private static String policy(String statement) {
        return "{'Version': '2012-10-17', 'Statement': [{'Effect': 'Deny', 'Principal': '*'}, {%s}]}"
                .formatted(statement)
                .replace('\'', '"');
    }

    private static Part part(Object value) {
        return Part.of(Values.map("policy", value), "policy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'Effect': 'Allow', 'Principal': '*' | YES",
                "'Effect': 'Allow', 'Principal': {'AWS': '*'} | YES",
                "'Effect': 'Allow', 'Principal': {'AWS': ['123456789012', '*']} | YES",
                "'Effect': 'Allow', 'NotPrincipal': {'AWS': '123456789012'} | YES",
                "'Effect': 'Deny', 'Principal': '*' | NO",
                "'Effect': 'Allow', 'Principal': {'AWS': '123456789012'} | NO",
                "'Effect': 'Allow', 'Principal': {'Service': 's3.amazonaws.com'} | NO",
                "'Effect': 'Allow', 'Action': '*', 'Resource': '*' | NO",
            })
    void lettingEverybodyInOpensAnObject(String statement, Answer open) {
        String policy = policy(statement);

        assertThat(PolicyDanger.exposure(part(policy)).toEverybody()).isEqualTo(open);
        assertThat(PolicyDanger.exposure(part(Value.sensitive(Value.of(policy))))
                        .toEverybody())
                .isEqualTo(open);
        assertThat(PolicyDanger.trust(part(policy)).holds()).isEqualTo(open.not());
        if (open == Answer.YES) {
            assertThat(PolicyDanger.of(policy)).contains("lets everybody in");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'StringEquals': {'aws:PrincipalOrgID': 'o-abcdefghij'}}",
                "{'StringEquals': {'AWS:SourceAccount': '123456789012'}}",
                "{'StringEquals': {'aws:SourceAccount': 123456789012}}",
                "{'StringEquals': {'kms:CallerAccount': '123456789012', 'kms:ViaService': 'sqs.eu-west-1.amazonaws.com'}}",
                "{'ArnLike': {'aws:SourceArn': 'arn:aws:sns:*:123456789012:*'}}",
                "{'ForAnyValue:StringLike': {'aws:PrincipalOrgPaths': 'o-abcdefghij/*'}}",
                "{'StringLike': {'aws:userid': 'AROAEXAMPLEEXAMPLEID:*'}}",
                "{'StringEquals': {'aws:SourceVpce': ['vpce-1', 'vpce-2']}}",
                "{'IpAddress': {'aws:SourceIp': ['203.0.113.0/24', '10.0.0.0/8']}}",
                "{'Bool': {'aws:SecureTransport': 'true'}, 'StringEquals': {'aws:SourceVpc': 'vpc-1'}}",
            })
    void aConditionMayLimitWhomAStatementIsFor(String condition) {
        assertThat(open(condition)).isEqualTo(Answer.NO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Bool': {'aws:SecureTransport': 'true'}}",
                "{'StringEquals': {'sts:ExternalId': 'x'}}",
                "{'StringLike': {'aws:PrincipalOrgID': '*'}}",
                "{'StringLike': {'aws:PrincipalArn': ['arn:aws:iam::123456789012:role/a', 'arn:aws:iam::*:role/a']}}",
                "{'ArnLike': {'aws:SourceArn': 'arn:aws:s3:::files-*'}}",
                "{'StringNotEquals': {'aws:SourceAccount': '123456789012'}}",
                "{'StringEqualsIfExists': {'aws:SourceAccount': '123456789012'}}",
                "{'ForAllValues:StringEquals': {'aws:PrincipalOrgPaths': 'o-abcdefghij/'}}",
                "{'IpAddress': {'aws:SourceIp': '0.0.0.0/0'}}",
                "{'IpAddress': {'aws:SourceIp': ['203.0.113.0/24', '0.0.0.0/1']}}",
                "{'NotIpAddress': {'aws:SourceIp': '203.0.113.0/24'}}",
                "{'IpAddress': {'aws:SourceIp': 'here'}}",
                "{'StringEquals': 'aws:SourceAccount'}",
                "{}",
                "null",
            })
    void anotherConditionLimitsNothing(String condition) {
        assertThat(open(condition)).isEqualTo(Answer.YES);
    }

    private static Answer open(String condition) {
        return PolicyDanger.exposure(part(policy("'Effect': 'Allow', 'Principal': '*', 'Condition': " + condition)))
                .toEverybody();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'Action': '*', 'Resource': '*' | " + EVERYTHING,
                "'Action': ['s3:Get*', '*'], 'Resource': ['arn:aws:s3:::a', '*'] | " + EVERYTHING,
                "'Action': '*:*', 'Resource': 'arn:aws:*:*:*:*' | " + EVERYTHING,
                "'Action': '*', 'NotResource': 'arn:aws:s3:::a' | " + EVERYTHING,
                "'NotAction': 'iam:*', 'Resource': '*' | " + ALL_BUT,
                "'NotAction': 's3:DeleteBucket', 'Resource': 'arn:aws:s3:::a' | " + ALL_BUT,
                "'Action': 'iam:PassRole', 'Resource': '*' | " + ROLES,
                "'Action': 'IAM:passrole', 'Resource': '*' | " + ROLES,
                "'Action': ['s3:Get*', 'iam:Pass*'], 'Resource': '*' | " + ROLES,
                "'Action': 'iam:?assRole', 'Resource': '*' | " + ROLES,
                "'Action': 'iam:***', 'Resource': '*' | " + ROLES,
                "'Action': 'iam:PassRole', 'Resource': 'arn:aws:iam::123456789012:role/*' | " + ROLES,
                "'Action': '*', 'Resource': 'arn:aws:iam::*:*' | " + ROLES,
            })
    void aPolicyMayGrantTooMuch(String rights, String danger) {
        String policy = policy("'Effect': 'Allow', " + rights);

        assertThat(PolicyDanger.of(policy)).contains(danger);
        assertThat(PolicyDanger.rights(part(policy)).holds()).isEqualTo(Answer.NO);
        assertThat(PolicyDanger.rights(part(policy)).fault()).isEqualTo(danger);
        assertThat(PolicyDanger.of(policy("'Effect': 'Deny', " + rights))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Action': '*', 'Resource': 'arn:aws:s3:::files'",
                "'Action': 's3:*', 'Resource': '*'",
                "'Action': 'iam:PassRole', 'Resource': 'arn:aws:iam::123456789012:role/app'",
                "'Action': 'iam:PassRole', 'Resource': 'arn:aws:iam::123456789012:role/app-*'",
                "'Action': 'iam:GetRole', 'Resource': '*'",
                "'Action': 'iam.PassRole', 'Resource': '*'",
            })
    void aPolicyMayGrantSomeActionsOnSomeObjects(String rights) {
        String policy = policy("'Effect': 'Allow', " + rights);

        assertThat(PolicyDanger.of(policy)).isEmpty();
        assertThat(PolicyDanger.rights(part(policy)).holds()).isEqualTo(Answer.YES);
    }

    @Test
    void oneStatementNeedsNoList() {
        assertThat(PolicyDanger.of("{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\"}}"))
                .contains("lets everybody in");
    }

    @Test
    void noPolicyIsNoDanger() {
        for (Object none : new Object[] {Value.ofNull(), "", "{}"}) {
            assertThat(PolicyDanger.exposure(part(none)).toEverybody()).isEqualTo(Answer.NO);
            assertThat(PolicyDanger.rights(part(none)).holds()).isEqualTo(Answer.YES);
            assertThat(PolicyDanger.trust(part(none)).holds()).isEqualTo(Answer.YES);
        }
        assertThat(PolicyDanger.of("{}")).isEqualTo(Optional.empty());
    }

    @Test
    void anUnknownPolicyAndATextThatIsNoneMayBeAnything() {
        for (Object open : new Object[] {Value.unknown(), Value.sensitive(Value.unknown()), "{", "[]"}) {
            assertThat(PolicyDanger.exposure(part(open)).toEverybody()).isEqualTo(Answer.UNKNOWN);
            assertThat(PolicyDanger.rights(part(open)).holds()).isEqualTo(Answer.UNKNOWN);
            assertThat(PolicyDanger.trust(part(open)).holds()).isEqualTo(Answer.UNKNOWN);
        }
    }
}
