package dev.corbel.providers.aws.iam;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.PolicyText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

/** The versions of one policy, of which IAM keeps five. */
final class PolicyVersions {
    private static final int MAX_VERSIONS = 5;

    private final AwsSession session;
    private final IamClient iam;
    private final String policy;

    PolicyVersions(AwsSession session, String policy) {
        this.session = session;
        this.iam = Iam.client(session);
        this.policy = policy;
    }

    /** The document of a version. */
    String document(String version) {
        return Iam.document(
                iam.getPolicyVersion(request -> request.policyArn(policy).versionId(version))
                        .policyVersion()
                        .document());
    }

    /** Makes a new default version; the oldest of five makes room for it. */
    void add(String document) throws ProviderException {
        List<PolicyVersion> old = withoutDefault();
        if (old.size() + 1 >= MAX_VERSIONS) {
            delete(old.get(0));
        }
        IdempotentCreate.create(
                session,
                Set.of("ConcurrentModification"),
                once -> iam.createPolicyVersion(call -> call.policyArn(policy)
                                .policyDocument(document)
                                .setAsDefault(true)
                                .overrideConfiguration(once))
                        .policyVersion()
                        .versionId(),
                () -> defaultVersion().filter(version -> PolicyText.same(document(version), document)));
    }

    private Optional<String> defaultVersion() {
        return all().stream()
                .filter(PolicyVersion::isDefaultVersion)
                .map(PolicyVersion::versionId)
                .findFirst();
    }

    /** A policy with old versions cannot be deleted. */
    void deleteOld() {
        withoutDefault().forEach(this::delete);
    }

    private void delete(PolicyVersion version) {
        Iam.unlessMissing(
                () -> iam.deletePolicyVersion(call -> call.policyArn(policy).versionId(version.versionId())));
    }

    /** The oldest first. */
    private List<PolicyVersion> withoutDefault() {
        return all().stream()
                .filter(version -> !version.isDefaultVersion())
                .sorted(Comparator.comparingInt(PolicyVersions::number))
                .toList();
    }

    private List<PolicyVersion> all() {
        return iam.listPolicyVersionsPaginator(request -> request.policyArn(policy)).versions().stream()
                .toList();
    }

    /** Versions are called v1, v2 and so on. */
    private static int number(PolicyVersion version) {
        return Integer.parseInt(version.versionId().substring(1));
    }
}
