package dev.corbel.providers.aws.iam;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.AwsProvider;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.SessionContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

/** A session with AWS reads roles, which are read one by one, beside policies. */
@ExtendWith(MotoExtension.class)
class ReadAtOnceTest extends SessionContract {
    private final MotoServer moto;

    ReadAtOnceTest(MotoServer moto) {
        this.moto = moto;
    }

    @Override
    protected Provider provider() {
        return new AwsProvider();
    }

    @Override
    protected MapValue providerConfiguration() {
        return Values.map("region", "eu-central-1", "endpoint", moto.endpoint().toString());
    }

    @Override
    protected List<Specimen> specimens() {
        return List.of(new RoleSpecimen(), new PolicySpecimen());
    }

    @Override
    protected ProviderContext context(Path directory) {
        FakeTime time = new FakeTime();
        return new ProviderContext(directory, "conformance", time, time);
    }
}
