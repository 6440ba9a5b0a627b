package dev.corbel.providers.aws.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.aws.AwsProvider;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.FakeAws;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;

class IdempotentCreateTest {
    private static final String CREATED = "<CreateVpcResponse><vpc><vpcId>vpc-1</vpcId></vpc></CreateVpcResponse>";

    private final FakeAws aws = new FakeAws();
    private final FakeTime time = new FakeTime();
    private final List<String> searches = new ArrayList<>();
    private final AwsSession session = (AwsSession) new AwsProvider()
            .open(
                    Values.map("region", "eu-central-1", "endpoint", aws.endpoint()),
                    new ProviderContext(Path.of("."), "test", time, time));

    @AfterEach
    void close() {
        session.close();
        aws.close();
    }

    private String create(Optional<String> found) throws ProviderException {
        return IdempotentCreate.create(
                session,
                Set.of("InvalidSomething.NotFound"),
                once -> session.client(Ec2Client.class, Ec2Client::builder)
                        .createVpc(call -> call.cidrBlock("10.0.0.0/16").overrideConfiguration(once))
                        .vpc()
                        .vpcId(),
                () -> {
                    searches.add("search");
                    return found;
                });
    }

    @Test
    void looksForTheObjectWhereTheAnswerGotLost() throws Exception {
        aws.breaksOff();

        assertThat(create(Optional.of("vpc-1"))).isEqualTo("vpc-1");
        assertThat(aws.actions()).containsExactly("CreateVpc");
        assertThat(searches).hasSize(1);
    }

    @Test
    void looksForTheObjectWhereTheServiceFailed() throws Exception {
        aws.refuses(500, Map.of(), "InternalError", "Oops");

        assertThat(create(Optional.of("vpc-1"))).isEqualTo("vpc-1");
        assertThat(aws.actions()).containsExactly("CreateVpc");
    }

    @Test
    void callsAgainOnceItIsSureThatThereIsNone() throws Exception {
        aws.breaksOff().answers(CREATED);

        assertThat(create(Optional.empty())).isEqualTo("vpc-1");
        assertThat(aws.actions()).containsExactly("CreateVpc", "CreateVpc");
        assertThat(time.slept()).isGreaterThan(IdempotentCreate.READ_LAG.minus(IdempotentCreate.READ_LAG.dividedBy(2)));
    }

    @Test
    void repeatsWhatCertainlyHadNoEffect() throws Exception {
        aws.refuses(503, Map.of(), "RequestLimitExceeded", "Slow down.")
                .refuses(400, Map.of(), "InvalidSomething.NotFound", "Not yet.")
                .answers(CREATED);

        assertThat(create(Optional.empty())).isEqualTo("vpc-1");
        assertThat(searches).isEmpty();
    }

    @Test
    void givesUpAfterThreeAttempts() {
        aws.breaksOff().breaksOff().breaksOff();

        assertThatExceptionOfType(ProviderException.class).isThrownBy(() -> create(Optional.empty()));
        assertThat(aws.actions()).hasSize(3);
    }
}
