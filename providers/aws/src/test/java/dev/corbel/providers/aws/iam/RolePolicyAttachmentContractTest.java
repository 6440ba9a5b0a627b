package dev.corbel.providers.aws.iam;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

class RolePolicyAttachmentContractTest extends MotoContract {
    private final Map<String, MapValue> attachments = new ConcurrentHashMap<>();

    RolePolicyAttachmentContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_iam_role_policy_attachment";
            }

            @Override
            public MapValue configuration(String distinct) {
                return attachments.computeIfAbsent(
                        distinct,
                        name -> Values.map(
                                "role",
                                prerequisite("aws_iam_role", new RoleSpecimen().configuration(name)),
                                "policy_arn",
                                prerequisite("aws_iam_policy", new PolicySpecimen().configuration(name))));
            }

            /** Nothing of an attachment can change. */
            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration;
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(
                        configuration.with("policy_arn", Value.of("arn:aws:iam::aws:policy/job-function/Billing")));
            }

            @Override
            public String importId(ObjectState object) {
                return object.attributes().text("role").orElseThrow() + "/"
                        + object.attributes().text("policy_arn").orElseThrow();
            }

            @Override
            public boolean isSetting() {
                return true;
            }

            @Override
            public String absentId() {
                return "absent/arn:aws:iam::aws:policy/ReadOnlyAccess";
            }
        };
    }
}
