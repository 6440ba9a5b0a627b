package dev.corbel.cli.testing.unsteady;

import dev.corbel.cli.testing.unsteady.UnsteadyProvider.UnsteadySession;
import dev.corbel.cli.testing.unsteady.Weather.Luck;
import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * {@code unsteady_object}: a {@code sim_object} of which calls go wrong. Keeps what the contract asks of a provider: a
 * creation that succeeds can be read at once, and a search waits out the lag.
 */
final class UnsteadyType implements ResourceType {
    static final String NAME = "unsteady_object";

    private final ResourceType steady;

    UnsteadyType(ResourceType steady) {
        this.steady = steady;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schema schema() {
        return steady.schema();
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return steady.identityClass(planned);
    }

    @Override
    public List<Diagnostic> validate(MapValue configuration) {
        return steady.validate(configuration);
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        return steady.plan(request);
    }

    @Override
    public List<ReadResult> read(Session session, List<ReadRequest> requests) {
        UnsteadySession unsteady = (UnsteadySession) session;
        return requests.stream().map(request -> read(unsteady, request)).toList();
    }

    private ReadResult read(UnsteadySession session, ReadRequest request) {
        if (session.weather().refusesToRead(request.address())) {
            return new ReadResult.Unreadable(Weather.throttled().diagnostic());
        }
        Optional<ObjectState> shown = session.lag().shown(id(request.prior()));
        return shown.isPresent()
                ? new ReadResult.Present(shown.get())
                : steady.read(session.line(), List.of(request)).get(0);
    }

    @Override
    public ObjectState create(Session session, CreateRequest request) throws ProviderException {
        UnsteadySession unsteady = (UnsteadySession) session;
        Luck luck = unsteady.weather().next("create", request.address());
        luck.begin();
        ObjectState made = steady.create(unsteady.line(), request);
        unsteady.lag().hide(request.token(), unsteady.weather().lag(request.address()));
        luck.end();
        return made;
    }

    @Override
    public Optional<ObjectState> recover(Session session, CreateRequest request) throws ProviderException {
        UnsteadySession unsteady = (UnsteadySession) session;
        unsteady.weather().next("recover", request.address()).begin();
        while (unsteady.lag().hides(request.token())) {
            pause(unsteady);
        }
        return steady.recover(unsteady.line(), request);
    }

    private static void pause(UnsteadySession session) throws ProviderException {
        try {
            session.context().sleeper().sleep(Duration.ofMillis(1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProviderException(Diagnostic.error("The call was interrupted", "")).because(interrupted);
        }
    }

    @Override
    public ObjectState update(Session session, UpdateRequest request) throws ProviderException {
        UnsteadySession unsteady = (UnsteadySession) session;
        Luck luck = unsteady.weather().next("update", request.address());
        luck.begin();
        ObjectState updated = steady.update(unsteady.line(), request);
        unsteady.lag()
                .show(id(request.prior()), request.prior(), unsteady.weather().lag(request.address()));
        luck.end();
        return updated;
    }

    @Override
    public void delete(Session session, DeleteRequest request) throws ProviderException {
        UnsteadySession unsteady = (UnsteadySession) session;
        Luck luck = unsteady.weather().next("delete", request.address());
        luck.begin();
        steady.delete(unsteady.line(), request);
        unsteady.lag()
                .show(id(request.prior()), request.prior(), unsteady.weather().lag(request.address()));
        luck.end();
    }

    @Override
    public List<String> list(Session session) throws ProviderException {
        UnsteadySession unsteady = (UnsteadySession) session;
        unsteady.weather().next("list", NAME).begin();
        return steady.list(unsteady.line());
    }

    @Override
    public Optional<ObjectState> importObject(Session session, String id) throws ProviderException {
        UnsteadySession unsteady = (UnsteadySession) session;
        unsteady.weather().next("import", id).begin();
        return steady.importObject(unsteady.line(), id);
    }

    private static String id(ObjectState object) {
        return object.attributes().text("id").orElseThrow();
    }
}
