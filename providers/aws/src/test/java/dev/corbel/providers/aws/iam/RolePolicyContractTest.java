package dev.corbel.providers.aws.iam;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

class RolePolicyContractTest extends MotoContract {
    private final Map<String, Value> roles = new ConcurrentHashMap<>();

    RolePolicyContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_iam_role_policy";
            }

            @Override
            public MapValue configuration(String distinct) {
                Value role = roles.computeIfAbsent(
                        distinct, name -> prerequisite("aws_iam_role", new RoleSpecimen().configuration(name)));
                return Values.map("role", role, "name", "files", "policy", Policies.READ);
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("policy", Value.of(Policies.WRITE));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("name", Value.of("others")));
            }

            @Override
            public boolean isSetting() {
                return true;
            }

            @Override
            public String absentId() {
                return "absent:absent";
            }
        };
    }
}
