package dev.corbel.state.azure;

import com.azure.core.util.Context;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.specialized.BlobLeaseClientBuilder;
import dev.corbel.state.remote.ObjectStore;
import dev.corbel.state.remote.RemoteConflictException;
import dev.corbel.state.remote.RemoteLease;
import dev.corbel.state.remote.RemoteObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Leases of the service that end sooner than the 30 s it gives: who wants one breaks what was not renewed in time. */
final class ShortLeases {
    private final TestContainer container;
    private final BlobContainerClient client;
    private final Map<String, Long> renewed = new ConcurrentHashMap<>();

    ShortLeases(TestContainer container) {
        this.container = container;
        this.client = BlobClients.of(container.settings()).prompt();
    }

    ObjectStore connect(String folder, Duration length) {
        return new Client(folder, length, container.connect(folder));
    }

    private final class Client implements ObjectStore {
        private final String folder;
        private final Duration length;
        private final BlobObjects objects;

        Client(String folder, Duration length, BlobObjects objects) {
            this.folder = folder;
            this.length = length;
            this.objects = objects;
        }

        @Override
        public Optional<RemoteLease> lease(String name) throws IOException {
            Optional<RemoteLease> taken;
            try {
                taken = objects.lease(name);
            } catch (RemoteConflictException held) {
                if (System.nanoTime() - renewed.getOrDefault(folder, System.nanoTime()) < length.toNanos()) {
                    throw held;
                }
                new BlobLeaseClientBuilder()
                        .blobClient(client.getBlobClient("corbel/" + folder + "/" + name))
                        .buildClient()
                        .breakLeaseWithResponse(0, null, null, Context.NONE);
                taken = objects.lease(name);
            }
            renewed.put(folder, System.nanoTime());
            return taken.map(lease -> new RemoteLease() {
                @Override
                public void renew() throws IOException {
                    lease.renew();
                    renewed.put(folder, System.nanoTime());
                }

                @Override
                public void release() throws IOException {
                    lease.release();
                }
            });
        }

        @Override
        public Optional<RemoteObject> get(String name) throws IOException {
            return objects.get(name);
        }

        @Override
        public String create(String name, byte[] data) throws IOException {
            return objects.create(name, data);
        }

        @Override
        public String replace(String name, byte[] data, String version) throws IOException {
            return objects.replace(name, data, version);
        }

        @Override
        public List<String> list(String prefix) throws IOException {
            return objects.list(prefix);
        }

        @Override
        public void delete(Collection<String> names) throws IOException {
            objects.delete(names);
        }

        @Override
        public String description() {
            return objects.description();
        }

        @Override
        public void close() {
            objects.close();
        }
    }
}
