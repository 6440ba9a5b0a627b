package dev.corbel.providers.aws.iam;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;

class PolicyContractTest extends MotoContract {
    PolicyContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    protected Specimen specimen() {
        return new PolicySpecimen();
    }
}
