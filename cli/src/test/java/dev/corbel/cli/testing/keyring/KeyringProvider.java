package dev.corbel.cli.testing.keyring;

import static dev.corbel.providers.api.schema.Attribute.optional;
import static dev.corbel.providers.api.schema.Attribute.required;

import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import java.util.Optional;
import java.util.Set;

/**
 * {@code provider('keyring') { token = …; generated = … }}: keeps entries nowhere, and gives each the generated password.
 * Both are sensitive. One with {@code locked} does not open, and tells its token.
 */
public final class KeyringProvider implements Provider {
    private final ResourceType entries = new KeyringEntry();

    record KeyringSession(String token, String generated) implements Session {
        @Override
        public void close() {}

        /** Names no secrets. */
        @Override
        public String toString() {
            return "KeyringSession";
        }
    }

    @Override
    public String name() {
        return "keyring";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Schema configuration() {
        return Schema.builder()
                .attribute(required("token", Type.STRING).sensitive())
                .attribute(required("generated", Type.STRING).sensitive())
                .attribute(optional("locked", Type.BOOLEAN))
                .build();
    }

    @Override
    public Set<String> resourceTypeNames() {
        return Set.of(KeyringEntry.NAME);
    }

    @Override
    public Optional<ResourceType> resourceType(String name) {
        return name.equals(KeyringEntry.NAME) ? Optional.of(entries) : Optional.empty();
    }

    @Override
    public Session open(MapValue configuration, ProviderContext context) {
        String token = configuration.text("token").orElseThrow();
        if (!configuration.get("locked").isNull()) {
            throw new DiagnosticsException(
                    Diagnostic.error("The keyring is locked", "Its token is not " + token + "."));
        }
        return new KeyringSession(token, configuration.text("generated").orElseThrow());
    }
}
