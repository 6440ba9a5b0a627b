package dev.corbel.providers.onprem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.SshServer;
import dev.corbel.emulators.SshServerExtension;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.ProviderContract;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SshServerExtension.class)
class OnpremProviderTest extends ProviderContract {
    @TempDir
    private Path project;

    @Override
    protected Provider provider() {
        return new OnpremProvider();
    }

    @Test
    void theFactsOfAHostAreReadByItsConfiguration(SshServer server) throws Exception {
        DataSourceType facts = provider().dataSourceType("onprem_host").orElseThrow();
        try (Session session = open(configuration(server))) {
            MapValue host = facts.read(session, map("name", "web-1"));
            assertThat(host.text("machine_id").orElseThrow()).matches("[0-9a-f]{32}");
            assertThat(host.text("kernel")).contains(System.getProperty("os.version"));
            assertThat(host.text("os").orElseThrow()).isNotBlank();
            assertThat(host.text("boot_id").orElseThrow()).hasSize(36);
            assertThat(((NumberValue) host.get("cpus")).value().intValueExact()).isPositive();
            assertThat(((NumberValue) host.get("memory")).value().longValueExact())
                    .isGreaterThan(100_000_000L);
        }
    }

    @Test
    void aMachineIsOnePlaceUnderWhateverAddress(SshServer server) {
        try (Session session = open(configuration(server))) {
            MapValue settled = session.settled(configuration(server));
            assertThat(settled.text("machine_id").orElseThrow()).matches("[0-9a-f]{32}");
            MapValue moved = settled.with("address", Value.of("192.0.2.7"));
            assertThat(session.samePlace(moved)).isTrue();
            assertThat(session.samePlace(moved.with("machine_id", Value.of("other"))))
                    .isFalse();
            assertThat(session.samePlace(moved.with("machine_id", Value.ofNull())))
                    .as("nobody knows which machine that was")
                    .isFalse();
        }
    }

    @Test
    void whatCannotBeReachedIsOpenedAndSettledAllTheSame() {
        MapValue nowhere = map("address", "127.0.0.1").with("port", Value.of(SshServer.freePort()));
        try (Session session = open(nowhere)) {
            assertThat(session.settled(nowhere)).isEqualTo(nowhere);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "address, '', must be a name or an IP address",
        "address, -oProxyCommand=x, must be a name or an IP address",
        "become, su, 'must be one of \"sudo\", \"none\"'",
        "hostKey, AAAA, must be lines such as ssh-ed25519 AAAA…"
    })
    void wrongTextsAreRefused(String name, String value, String problem) {
        assertThat(problem(name, Value.of(value)).orElseThrow()).startsWith(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "port, 0, must be from 1 to 65535",
        "port, 65536, must be from 1 to 65535",
        "connectTimeout, 301, must be from 1 to 300"
    })
    void wrongNumbersAreRefused(String name, int value, String problem) {
        assertThat(problem(name, Value.of(value))).contains(problem);
    }

    @Test
    void thePassphraseIsSensitive() {
        assertThat(attribute("passphrase").isSensitive()).isTrue();
    }

    private Optional<String> problem(String name, Value value) {
        return attribute(name).validations().stream()
                .flatMap(rule -> rule.problem(value).stream())
                .findFirst();
    }

    private Attribute attribute(String name) {
        return java.util.Objects.requireNonNull(provider().configuration().attribute(name));
    }

    private Session open(MapValue configuration) {
        return provider().open(configuration, ProviderContext.system(project, "test"));
    }

    private static MapValue configuration(SshServer server) {
        Map<String, Value> values = new LinkedHashMap<>();
        values.put("address", Value.of("127.0.0.1"));
        values.put("port", Value.of(server.port()));
        values.put("hostKey", Value.of(server.hostKey()));
        values.put("identityFile", Value.of(server.identity().toString()));
        return new MapValue(values);
    }

    private static MapValue map(String name, String value) {
        return new MapValue(Map.of(name, Value.of(value)));
    }
}
