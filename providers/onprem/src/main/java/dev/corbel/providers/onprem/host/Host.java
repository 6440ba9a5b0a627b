package dev.corbel.providers.onprem.host;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A host of one configuration: runs scripts there, and keeps its registry. Connects when it is first used. */
public final class Host {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final HostSettings settings;
    private final ProviderContext context;
    private final Connection.Factory connections;
    private final Connection connection;
    private final FactReader facts;
    private final Registry registry;
    private final AtomicReference<@Nullable String> machine = new AtomicReference<>();

    Host(HostSettings settings, ProviderContext context, Connection.Factory connections) {
        this.settings = settings;
        this.context = context;
        this.connections = connections;
        this.connection = connections.make(settings);
        this.facts = new FactReader(this);
        this.registry = new Registry(this);
    }

    /** The host as messages call it. */
    public String name() {
        return settings.name();
    }

    /** The clock, the sleeper and the environment. */
    public ProviderContext context() {
        return context;
    }

    FactReader facts() {
        return facts;
    }

    Registry registry() {
        return registry;
    }

    /**
     * Runs a script that changes the host.
     *
     * @return what it printed; it ended with success
     * @throws ProviderException where it failed, or where nobody knows how far it came
     */
    public Output run(Script script) throws ProviderException {
        Output output = attempt(script);
        if (!output.succeeded()) {
            throw new ProviderException(HostProblems.failed(script, output, this));
        }
        return output;
    }

    /** Runs a script that changes the host and may fail: the caller looks at its exit code. */
    public Output attempt(Script script) throws ProviderException {
        if (context.isReading()) {
            throw new ProviderException(HostProblems.readOnly(this));
        }
        Output output = send(script);
        if (HostProblems.isOfHost(output)) {
            throw new ProviderException(HostProblems.failed(script, output, this));
        }
        return output;
    }

    /** The problem of a script that failed. */
    public ProviderException failure(Script script, Output output) {
        return new ProviderException(HostProblems.failed(script, output, this));
    }

    /** Runs a script that looks and changes nothing, without a lock; the caller looks at its exit code. */
    public Output ask(Script script) throws ProviderException {
        return send(script.under(Script.Lock.NONE));
    }

    /**
     * Runs a script that looks and changes nothing, without a lock.
     *
     * @return what it printed; it ended with success
     * @throws ProviderException where it failed
     */
    Output look(Script script) throws ProviderException {
        Output output = ask(script);
        if (!output.succeeded()) {
            throw failure(script, output);
        }
        return output;
    }

    /**
     * Runs a script that takes long as a unit of systemd, which goes on where the connection is cut or this process is killed. The
     * same token finds it again, and waits for it instead of starting it anew. Where there is no systemd it is a plain call. It
     * takes no bodies.
     */
    public Output runLong(Script script, String token) throws ProviderException {
        Output output = attempt(LongCall.of(script, token));
        Output result = LongCall.result(output);
        if (!result.succeeded()) {
            throw new ProviderException(HostProblems.failed(script, result, this));
        }
        return result;
    }

    /**
     * Waits until what an earlier run began under a token has ended on the host, which goes on where that run was killed.
     *
     * @throws ProviderException where it does not end in time
     */
    void settle(String token, Duration patience) throws ProviderException {
        look(LongCall.await(token, patience));
    }

    /** Tells whether the host lets in somebody who comes anew. */
    public boolean letsIn() {
        try (Connection anew = connections.make(settings)) {
            return anew.execute("true", InputStream.nullInputStream(), settings.connectTimeout())
                    .succeeded();
        } catch (ConnectionException refused) {
            return false;
        }
    }

    /** Puts a file in its place; see {@link Upload}. */
    public void upload(Upload upload, String token) throws ProviderException {
        run(UploadScript.of(upload, token, false));
    }

    /** The id of the machine; empty where it has none. */
    public String machine() throws ProviderException {
        String known = machine.get();
        if (known == null) {
            known = ask(Script.of("Reading the machine's id", "cat /etc/machine-id 2>/dev/null || :"))
                    .out()
                    .strip();
            answeredBy(known);
        }
        return known;
    }

    void answeredBy(String id) {
        machine.compareAndSet(null, id);
    }

    /**
     * This host, which has to be the machine that an object is on.
     *
     * @throws ProviderException where another one answers at the address
     */
    Host expect(ObjectState object) throws ProviderException {
        String actual = machine();
        if (Mark.isElsewhere(object, actual)) {
            throw new ProviderException(HostProblems.otherMachine(this, object, actual));
        }
        return this;
    }

    /** An object with the token of the operation that made it, and the machine that it is on. */
    public ObjectState marked(ObjectState object, String token) throws ProviderException {
        return new ObjectState(object.attributes(), new Mark(token, machine()).text());
    }

    private Output send(Script script) throws ProviderException {
        String known = machine.get();
        Wire wire = Wire.of(script, known == null ? "" : known);
        context.calls().count("SSH", 1);
        try (InputStream input = wire.open()) {
            return Wire.answer(connection.execute(
                    Wire.command(settings.become()),
                    input,
                    script.timeout().plus(script.lock().patience()).plus(GRACE)));
        } catch (ConnectionException failure) {
            ProviderException problem = failure.began()
                    ? ProviderException.uncertain(failure.diagnostic())
                    : new ProviderException(failure.diagnostic());
            throw problem.dueTo(failure.kind()).because(failure);
        } catch (IOException unreadable) {
            throw new ProviderException(HostProblems.noContent(script, unreadable)).because(unreadable);
        }
    }

    void close() {
        connection.close();
    }

    HostSettings settings() {
        return settings;
    }
}
