package dev.corbel.cli.proof;

import dev.corbel.cli.testing.AwsSettings;
import dev.corbel.cli.testing.TestServices;
import dev.corbel.cli.testing.place.HastyPlace;
import dev.corbel.emulators.AzuriteExtension;
import dev.corbel.emulators.AzuriteServer;
import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.emulators.PostgresExtension;
import dev.corbel.emulators.PostgresServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.aws.S3StateFactory;
import dev.corbel.state.azure.BlobStateFactory;
import dev.corbel.state.backend.BackendContext;
import dev.corbel.state.postgres.PostgresStateFactory;
import dev.corbel.state.remote.ObjectStore;
import dev.corbel.state.remote.ObjectStoreBackendFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;

/** Places in real services, each of which runs here. */
final class Services {
    private static final String SECRET_KEY = "AWS_SECRET_ACCESS_KEY";
    private static final String PASSWORD = "PGPASSWORD";
    private static final String ACCOUNT_KEY = "AZURE_STORAGE_KEY";

    /** The variables of places whose values are secrets. */
    static final Set<String> SECRETS = Set.of(SECRET_KEY, PASSWORD, ACCOUNT_KEY);

    private Services() {}

    static Places buckets() {
        MotoServer moto = MotoExtension.server();
        AwsSettings settings = AwsSettings.forEmulator(moto.endpoint(), Path.of("no-such-folder"));
        Map<String, String> variables = Map.of(
                "AWS_ENDPOINT_URL",
                moto.endpoint().toString(),
                "AWS_ACCESS_KEY_ID",
                "test",
                SECRET_KEY,
                UUID.randomUUID().toString(),
                "AWS_EC2_METADATA_DISABLED",
                "true");
        return new Places(
                faster -> {
                    String bucket = "state-" + UUID.randomUUID();
                    moto.makeBucket(bucket, "eu-central-1");
                    return service(
                            new S3StateFactory(),
                            faster,
                            Map.of("bucket", Value.of(bucket), "region", Value.of("eu-central-1")),
                            variables);
                },
                settings::close);
    }

    static Places databases() {
        PostgresServer server = PostgresExtension.server();
        String password = UUID.randomUUID().toString();
        String user = server.newUser(password);
        return new Places(faster -> {
            String database = server.newDatabase();
            server.execute("postgres", "alter database " + database + " owner to " + user);
            return service(
                    new PostgresStateFactory(),
                    faster,
                    Map.of(
                            "host",
                            Value.of("127.0.0.1"),
                            "port",
                            Value.of(server.port()),
                            "database",
                            Value.of(database),
                            "user",
                            Value.of(user)),
                    Map.of(PASSWORD, password));
        });
    }

    static Places containers() {
        AzuriteServer server = AzuriteExtension.server();
        return new Places(faster -> service(
                new BlobStateFactory(),
                faster,
                Map.of(
                        "endpoint", Value.of(server.endpoint().toString()),
                        "container", Value.of(server.newContainer())),
                Map.of(ACCOUNT_KEY, AzuriteServer.KEY)));
    }

    private static Place service(
            ObjectStoreBackendFactory factory,
            int faster,
            Map<String, Value> attributes,
            Map<String, String> variables) {
        boolean hasty = faster > 1;
        StringJoiner block =
                new StringJoiner("; ", "state('" + (hasty ? HastyPlace.PREFIX : "") + factory.name() + "') { ", " }\n");
        attributes.forEach((name, value) ->
                block.add(name + " = " + (value instanceof StringValue text ? "'" + text.value() + "'" : value)));
        if (hasty) {
            block.add(HastyPlace.FASTER + " = " + faster);
        }
        return new Place(
                block.toString(),
                variables,
                hasty ? TestServices.of("hasty-places") : TestServices.NONE,
                () -> objects(factory, attributes, variables));
    }

    private static Map<String, byte[]> objects(
            ObjectStoreBackendFactory factory, Map<String, Value> attributes, Map<String, String> variables) {
        Map<String, Value> configuration = new LinkedHashMap<>(attributes);
        factory.configuration().attributes().forEach((name, attribute) -> attribute
                .defaultValue()
                .ifPresent(value -> configuration.putIfAbsent(name, value)));
        BackendContext context = new BackendContext(Path.of(""), "default", "test").with(variables);
        Map<String, byte[]> found = new LinkedHashMap<>();
        try (ObjectStore objects = factory.connect(new MapValue(configuration), context)) {
            for (String name : objects.list("")) {
                found.put(name, objects.get(name).orElseThrow().data());
            }
            return found;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
