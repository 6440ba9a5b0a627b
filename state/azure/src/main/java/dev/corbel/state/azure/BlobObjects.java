package dev.corbel.state.azure;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.models.BlobDownloadContentResponse;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.ListBlobsOptions;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import com.azure.storage.blob.specialized.BlobLeaseClient;
import com.azure.storage.blob.specialized.BlobLeaseClientBuilder;
import dev.corbel.state.remote.ObjectStore;
import dev.corbel.state.remote.RemoteConflictException;
import dev.corbel.state.remote.RemoteLease;
import dev.corbel.state.remote.RemoteObject;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The objects of an environment as blobs of a container. Their ETags are the versions. */
final class BlobObjects implements ObjectStore {
    private static final int LONG = 1_000_000;

    private final BlobClients clients;
    private final String folder;
    private final BlobFailure failure;
    private final String description;
    /** The ids of the leases that are held from here, by the names of their objects. */
    private final Map<String, String> leases = new ConcurrentHashMap<>();
    /** Of all leases that are taken from here. */
    private final String leaseId = UUID.randomUUID().toString();

    BlobObjects(BlobSettings settings, String environment, BlobClients clients) {
        this.clients = clients;
        this.folder = settings.prefix() + "/" + environment + "/";
        this.description = "storage account \"" + settings.account() + "\", container \"" + settings.container()
                + "\", folder \"" + settings.prefix() + "/" + environment + "\"";
        this.failure = new BlobFailure(settings, description);
    }

    /** Connects when it is first used. */
    static BlobObjects connect(BlobSettings settings, String environment) {
        return new BlobObjects(settings, environment, BlobClients.of(settings));
    }

    @Override
    public Optional<RemoteObject> get(String name) throws IOException {
        try {
            boolean large = name.startsWith(LARGE);
            BlobDownloadContentResponse answer = (large ? clients.patient() : clients.prompt())
                    .getBlobClient(folder + name)
                    .downloadContentWithResponse(
                            null, null, large ? clients.patiently() : clients.promptly(), Context.NONE);
            return Optional.of(new RemoteObject(
                    answer.getValue().toBytes(), answer.getDeserializedHeaders().getETag()));
        } catch (BlobStorageException problem) {
            if (BlobFailure.isMissing(problem)) {
                return Optional.empty();
            }
            throw failure.of("read " + name, problem);
        } catch (RuntimeException problem) {
            throw failure.of("read " + name, problem);
        }
    }

    @Override
    public String create(String name, byte[] data) throws IOException {
        try {
            return write(name, data, new BlobRequestConditions().setIfNoneMatch("*"));
        } catch (RuntimeException problem) {
            throw failure.of("create " + name, problem);
        }
    }

    @Override
    public String replace(String name, byte[] data, String version) throws IOException {
        BlobRequestConditions conditions = new BlobRequestConditions().setIfMatch(version);
        String lease = leases.get(name);
        try {
            return write(name, data, lease == null ? conditions : conditions.setLeaseId(lease));
        } catch (BlobStorageException problem) {
            if (BlobFailure.isMissing(problem)) {
                throw new RemoteConflictException("Cannot replace " + name + " in " + description + ": it is gone");
            }
            throw failure.of("replace " + name, problem);
        } catch (RuntimeException problem) {
            throw failure.of("replace " + name, problem);
        }
    }

    private String write(String name, byte[] data, BlobRequestConditions conditions) {
        boolean large = data.length >= LONG;
        return (large ? clients.patient() : clients.prompt())
                .getBlobClient(folder + name)
                .getBlockBlobClient()
                .uploadWithResponse(
                        new BlockBlobSimpleUploadOptions(BinaryData.fromBytes(data)).setRequestConditions(conditions),
                        large ? clients.patiently() : clients.promptly(),
                        Context.NONE)
                .getValue()
                .getETag();
    }

    @Override
    public List<String> list(String prefix) throws IOException {
        try {
            return clients
                    .patient()
                    .listBlobs(new ListBlobsOptions().setPrefix(folder + prefix), clients.patiently())
                    .stream()
                    .map(BlobItem::getName)
                    .map(name -> name.substring(folder.length()))
                    .sorted()
                    .toList();
        } catch (RuntimeException problem) {
            throw failure.of("list " + prefix, problem);
        }
    }

    @Override
    public void delete(Collection<String> names) throws IOException {
        try {
            Together.each(names, name -> clients.prompt()
                    .getBlobClient(folder + name)
                    .deleteIfExistsWithResponse(null, null, clients.promptly(), Context.NONE));
        } catch (RuntimeException problem) {
            throw failure.of("delete objects", problem);
        }
    }

    @Override
    public Optional<RemoteLease> lease(String name) throws IOException {
        BlobLeaseClient client = new BlobLeaseClientBuilder()
                .blobClient(clients.prompt().getBlobClient(folder + name))
                .leaseId(leaseId)
                .buildClient();
        BlobLease lease = new BlobLease(name, client, failure, leases, clients.promptly());
        lease.acquire();
        return Optional.of(lease);
    }

    @Override
    public String description() {
        return description;
    }

    /** The connections of the client end by themselves. */
    @Override
    public void close() {}
}
