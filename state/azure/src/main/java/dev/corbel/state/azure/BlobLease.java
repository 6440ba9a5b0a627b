package dev.corbel.state.azure;

import com.azure.core.http.RequestConditions;
import com.azure.core.util.Context;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.options.BlobAcquireLeaseOptions;
import com.azure.storage.blob.specialized.BlobLeaseClient;
import dev.corbel.state.remote.RemoteLease;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** A lease on a blob. It proposes the id of its place, so that asking again after a lost answer does no harm. */
final class BlobLease implements RemoteLease {
    private static final int SECONDS = 30;

    private final String name;
    private final BlobLeaseClient client;
    private final BlobFailure failure;
    private final Map<String, String> held;
    private final Duration timeout;

    BlobLease(String name, BlobLeaseClient client, BlobFailure failure, Map<String, String> held, Duration timeout) {
        this.name = name;
        this.client = client;
        this.failure = failure;
        this.held = held;
        this.timeout = timeout;
    }

    void acquire() throws IOException {
        try {
            client.acquireLeaseWithResponse(new BlobAcquireLeaseOptions(SECONDS), timeout, Context.NONE);
        } catch (RuntimeException problem) {
            throw failure.of("lease " + name, problem);
        }
        held.put(name, client.getLeaseId());
    }

    @Override
    public void renew() throws IOException {
        try {
            client.renewLeaseWithResponse((RequestConditions) null, timeout, Context.NONE);
        } catch (RuntimeException problem) {
            throw failure.of("renew the lease on " + name, problem);
        }
    }

    @Override
    public void release() throws IOException {
        held.remove(name, client.getLeaseId());
        try {
            client.releaseLeaseWithResponse((RequestConditions) null, timeout, Context.NONE);
        } catch (BlobStorageException problem) {
            if (!BlobFailure.isConflict(problem) && !BlobFailure.isMissing(problem)) {
                throw failure.of("release the lease on " + name, problem);
            }
        } catch (RuntimeException problem) {
            throw failure.of("release the lease on " + name, problem);
        }
    }
}
