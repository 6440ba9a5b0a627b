package dev.corbel.providers.onprem.host;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.time.Duration;
import java.util.Optional;

/**
 * A change of one object of a host, for the type to carry out.
 *
 * @param prior the object as it is; empty for a creation, unless the object was there before: then as it was found
 * @param planned the object as it shall be, with write-only attributes; empty for a deletion
 * @param ownership the entry of the registry, which was written before
 * @param token of the operation, the same when it is repeated after a crash
 * @param timeout how long it may take, where the definition says
 */
public record Change(
        Host host,
        Address address,
        MapValue prior,
        MapValue planned,
        Ownership ownership,
        String token,
        Optional<Duration> timeout) {

    public DesiredAttributes before() {
        return new DesiredAttributes(prior);
    }

    public DesiredAttributes desired() {
        return new DesiredAttributes(planned);
    }

    /** Runs a script that changes the host; see {@link Host#run}. */
    public Output run(Script script) throws ProviderException {
        return host.run(within(script));
    }

    /** Runs a script that takes long; see {@link Host#runLong}. */
    public Output runLong(Script script) throws ProviderException {
        return host.runLong(within(script), token);
    }

    /** Puts a file in its place. Where the object was there before, the file that is there is kept as the original, once. */
    public void upload(Upload upload) throws ProviderException {
        host.run(UploadScript.of(upload, token, ownership.existedBefore()));
    }

    /** Puts the kept original of a file back in one step; removes the file where none was kept. */
    public void putBack(String path) throws ProviderException {
        host.run(UploadScript.putBack(path, token));
    }

    /** Makes the failure of a change after which the object is what it was before, for all that the definition says of it. */
    public ProviderException undone(Diagnostic diagnostic) throws ProviderException {
        return new ProviderException(diagnostic, host.marked(new ObjectState(prior), ownership.token())).sound();
    }

    private Script within(Script script) {
        return timeout.map(script::within).orElse(script);
    }
}
