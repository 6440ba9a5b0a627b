package dev.corbel.cli.testing.keyring;

import static dev.corbel.providers.api.schema.Attribute.computed;
import static dev.corbel.providers.api.schema.Attribute.optional;
import static dev.corbel.providers.api.schema.Attribute.required;

import dev.corbel.cli.testing.keyring.KeyringProvider.KeyringSession;
import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NullValue;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * An entry of a keyring. One whose name begins with {@code refused} or {@code crash} cannot be made, and one whose name
 * begins with {@code unreadable} cannot be read, for reasons that tell all.
 */
final class KeyringEntry implements ResourceType {
    static final String NAME = "keyring_entry";

    private static final Schema SCHEMA = Schema.builder()
            .attribute(required("name", Type.STRING).immutable())
            .attribute(optional("secret", Type.STRING).sensitive())
            .attribute(optional("secret_wo", Type.STRING).writeOnly())
            .attribute(optional("labels", Type.map(Type.STRING)))
            .attribute(computed("password", Type.STRING).sensitive())
            .build();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.NONE;
    }

    @Override
    public List<ReadResult> read(Session session, List<ReadRequest> requests) {
        return requests.stream()
                .map(request -> read((KeyringSession) session, request.prior()))
                .toList();
    }

    private static ReadResult read(KeyringSession session, ObjectState entry) {
        if (!entry.attributes().text("name").orElseThrow().startsWith("unreadable")) {
            return new ReadResult.Present(entry);
        }
        String secret = entry.attributes().text("secret").orElseThrow();
        return new ReadResult.Unreadable(Diagnostic.error(
                        "The entry of the secret " + secret + " cannot be read",
                        "The token " + session.token() + " is not good enough.")
                .withHint("Use another one than " + session.token() + "."));
    }

    @Override
    public ObjectState create(Session session, CreateRequest request) throws ProviderException {
        String name = request.planned().text("name").orElseThrow();
        String secret = request.planned().text("secret").orElse("");
        if (name.startsWith("refused")) {
            throw new ProviderException(Diagnostic.error(
                            "The keyring takes no entry " + name, "It does not like the secret " + secret + "."))
                    .because(new IllegalArgumentException("secret: " + secret));
        }
        if (name.startsWith("crash")) {
            throw new IllegalStateException("never seen such a secret: " + secret);
        }
        return made((KeyringSession) session, request.planned());
    }

    @Override
    public ObjectState update(Session session, UpdateRequest request) {
        return made((KeyringSession) session, request.planned());
    }

    private static ObjectState made(KeyringSession session, MapValue planned) {
        MapValue entry = planned.with("password", Value.of(session.generated())).with("secret_wo", NullValue.NULL);
        return new ObjectState(entry, "token=" + session.token());
    }

    @Override
    public void delete(Session session, DeleteRequest request) {}

    @Override
    public List<String> list(Session session) {
        return List.of();
    }

    @Override
    public Optional<ObjectState> importObject(Session session, String id) throws ProviderException {
        throw new ProviderException(Diagnostic.error(
                "The keyring does not show entries",
                "Not even for the token " + ((KeyringSession) session).token() + "."));
    }
}
