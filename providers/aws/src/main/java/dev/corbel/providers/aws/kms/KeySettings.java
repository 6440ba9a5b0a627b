package dev.corbel.providers.aws.kms;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.aws.resource.ErrorMatch;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.Waiter;
import java.util.function.Supplier;
import software.amazon.awssdk.services.kms.KmsClient;

/** The settings of a key that can be changed, each by a call of its own. */
record KeySettings(KmsClient kms, String id, Waiter waiter) {
    /** A new role or user is not known everywhere at once. */
    static final ErrorMatch UNKNOWN_PRINCIPAL = new ErrorMatch("MalformedPolicyDocumentException", "principal");

    /** Changes what differs. Only a key that is enabled takes changes, so it is enabled first and disabled last. */
    void change(DesiredAttributes prior, DesiredAttributes planned) throws ProviderException {
        boolean switched = planned.differs("is_enabled", prior);
        if (switched && planned.isTrue("is_enabled")) {
            repeat(() -> kms.enableKey(call -> call.keyId(id)));
        }
        if (planned.differs("description", prior)) {
            repeat(() -> kms.updateKeyDescription(call -> call.keyId(id).description(planned.required("description"))));
        }
        if (planned.differs("policy", prior) && planned.has("policy")) {
            repeat(() -> kms.putKeyPolicy(call -> call.keyId(id)
                    .policyName("default")
                    .policy(planned.required("policy"))
                    .bypassPolicyLockoutSafetyCheck(planned.flag("bypass_policy_lockout_safety_check"))));
        }
        if (planned.differs("enable_key_rotation", prior) || planned.differs("rotation_period_in_days", prior)) {
            rotate(planned);
        }
        KmsTags.change(kms, id, prior.attributes(), planned.attributes(), waiter);
        if (switched && !planned.isTrue("is_enabled")) {
            repeat(() -> kms.disableKey(call -> call.keyId(id)));
        }
    }

    private void rotate(DesiredAttributes planned) throws ProviderException {
        if (planned.isTrue("enable_key_rotation")) {
            repeat(() -> kms.enableKeyRotation(
                    call -> call.keyId(id).rotationPeriodInDays(planned.number("rotation_period_in_days"))));
        } else if (planned.attributes()
                .get("customer_master_key_spec")
                .toString()
                .equals("SYMMETRIC_DEFAULT")) {
            repeat(() -> kms.disableKeyRotation(call -> call.keyId(id)));
        }
    }

    private <T> void repeat(Supplier<T> call) throws ProviderException {
        waiter.whileRefused(
                refusal -> Kms.NOT_YET.contains(ErrorClass.code(refusal)) || UNKNOWN_PRINCIPAL.test(refusal),
                call::get);
    }
}
