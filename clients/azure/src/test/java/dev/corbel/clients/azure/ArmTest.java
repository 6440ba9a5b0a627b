package dev.corbel.clients.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.util.Configuration;
import dev.corbel.providers.api.ProviderContext.Access;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Mono;

/** A server, a clock, and calls to the one by the other. */
abstract class ArmTest {
    static final String VERSION = "2025-01-01";
    static final String NETWORK =
            "/subscriptions/s/resourceGroups/shop/providers/Microsoft.Network/virtualNetworks/main";
    static final MapValue BODY = new MapValue(Map.of("location", Value.of("swedencentral")));

    /** One for all tests of the process, since its certificate takes another process. */
    private static final FakeArm ARM = FakeArm.start();

    final FakeTime time = new FakeTime();
    final AtomicInteger signedIn = new AtomicInteger();

    @BeforeEach
    void forget() {
        ARM.reset();
    }

    static FakeArm arm() {
        return ARM;
    }

    static AccessSettings settings() {
        return new AccessSettings(Optional.of(ARM.endpoint()), Optional.of(ARM.caFile()), Optional.empty(), true);
    }

    ArmCalls calls() {
        return calls(settings(), Access.CHANGE);
    }

    ArmCalls calls(AccessSettings settings, Access access) {
        return new AzureAccess(settings, Configuration.NONE, http -> credential()).calls(time.context(access));
    }

    /** Each sign-in gives another token. */
    private TokenCredential credential() {
        String token = "token-" + signedIn.incrementAndGet();
        return new TokenCredential() {
            @Override
            public Mono<AccessToken> getToken(TokenRequestContext request) {
                return Mono.just(getTokenSync(request));
            }

            @Override
            public AccessToken getTokenSync(TokenRequestContext request) {
                return new AccessToken(token, OffsetDateTime.now(ZoneOffset.UTC).plusHours(1));
            }
        };
    }
}
