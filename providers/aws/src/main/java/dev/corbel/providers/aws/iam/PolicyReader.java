package dev.corbel.providers.aws.iam;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.PolicyText;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.attribute.JsonText;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetPolicyResponse;
import software.amazon.awssdk.services.iam.model.Policy;

/** Reads policies: one call for what they are, and one for what they say. */
final class PolicyReader {
    private final AwsSession session;
    private final IamClient iam;

    PolicyReader(AwsSession session) {
        this.session = session;
        this.iam = Iam.client(session);
    }

    Optional<Policy> find(String arn) {
        return Iam.unlessMissing(() -> iam.getPolicy(request -> request.policyArn(arn)))
                .map(GetPolicyResponse::policy);
    }

    Optional<ObjectState> read(String arn, MapValue known) {
        return find(arn).flatMap(policy -> Iam.unlessMissing(
                        () -> new PolicyVersions(session, arn).document(policy.defaultVersionId()))
                .map(document -> show(policy, Iam.map(policy.tags()), document, known)));
    }

    ObjectState show(Policy policy, Map<String, String> tags, String document, MapValue known) {
        Attributes attributes = new Attributes(IamPolicyResource.SCHEMA)
                .from(known)
                .text("id", policy.arn())
                .text("arn", policy.arn())
                .text("name", policy.policyName())
                .text("path", policy.path())
                .text("description", Iam.description(known, policy.description()))
                .text("policy", JsonText.shown(new DesiredAttributes(known).text("policy"), document, PolicyText::same))
                .text("policy_id", policy.policyId())
                .number("attachment_count", policy.attachmentCount());
        Tags.show(attributes, tags, known, session);
        return attributes.object();
    }
}
