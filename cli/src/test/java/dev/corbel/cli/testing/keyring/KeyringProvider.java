package dev.corbel.cli.testing.keyring;

import static dev.corbel.providers.api.schema.Attribute.required;

import dev.corbel.providers.api.Blueprint;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * {@code provider('keyring') { token = …; generated = … }}: keeps entries nowhere, and gives each the generated password.
 * Everything in its configuration is sensitive.
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

    /** Runs something that finds this provider among the others. */
    public static <T> T among(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(new URLClassLoader(new URL[] {services()}, before));
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What stands on the class path of a process that finds it. */
    public static Path classPath() {
        try {
            return Path.of(services().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static URL services() {
        return Objects.requireNonNull(KeyringProvider.class.getResource("/keyring/"));
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
    public Set<String> dataSourceTypeNames() {
        return Set.of();
    }

    @Override
    public Optional<DataSourceType> dataSourceType(String name) {
        return Optional.empty();
    }

    @Override
    public Map<String, Blueprint> blueprints() {
        return Map.of();
    }

    @Override
    public Session open(MapValue configuration, ProviderContext context) {
        return new KeyringSession(
                configuration.text("token").orElseThrow(),
                configuration.text("generated").orElseThrow());
    }
}
