package dev.corbel.providers.aws.iam;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;

class RoleContractTest extends MotoContract {
    RoleContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    protected Specimen specimen() {
        return new RoleSpecimen();
    }
}
