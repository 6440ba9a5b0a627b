package dev.corbel.providers.aws.acm;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Optional;

class CertificateContractTest extends MotoContract {
    CertificateContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_acm_certificate";
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "domain_name",
                        distinct + ".acme.example",
                        "validation_method",
                        "DNS",
                        "tags",
                        Values.map("Name", distinct));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("tags", Values.map("stage", "test"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("domain_name", Value.of("another.example")));
            }

            @Override
            public String absentId() {
                return "arn:aws:acm:eu-central-1:123456789012:certificate/00000000-0000-0000-0000-000000000000";
            }
        };
    }
}
