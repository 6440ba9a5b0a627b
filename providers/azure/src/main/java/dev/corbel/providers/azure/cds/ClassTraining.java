package dev.corbel.providers.azure.cds;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.AzureProvider;
import dev.corbel.providers.kit.training.TypeTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Signs in, and lets each resource type read, and begin to create, an object that is not there, against a server of its own. What comes of it
 * does not matter: Java takes down the classes that it loads meanwhile.
 */
public final class ClassTraining {
    private ClassTraining() {}

    /** Takes no arguments, and no credentials either: it brings its own, which open nothing. */
    public static void main(String[] arguments) throws IOException {
        if (System.getenv().keySet().stream().anyMatch(name -> name.startsWith("AZURE_"))) {
            throw new IllegalStateException("no variable AZURE_… may be set, or real credentials would be used");
        }
        Path directory = Files.createTempDirectory("corbel-training-");
        TrainingKey key = TrainingKey.make(directory);
        try (EmptyAnswers server = new EmptyAnswers(key.context())) {
            signIn(server);
            run(server, key.certificate());
        } finally {
            key.delete();
            Files.delete(directory);
        }
    }

    /** Azure's library takes properties of the process where its environment lacks a variable. */
    static void signIn(EmptyAnswers server) {
        Map.of(
                        "AZURE_AUTHORITY_HOST",
                        server.endpoint(),
                        "AZURE_TENANT_ID",
                        EmptyAnswers.ID,
                        "AZURE_CLIENT_ID",
                        EmptyAnswers.ID,
                        "AZURE_CLIENT_SECRET",
                        "training")
                .forEach(System::setProperty);
    }

    static void run(EmptyAnswers server, Path certificate) {
        MapValue configuration = new MapValue(Map.of(
                "region", Value.of("swedencentral"),
                "subscription", Value.of(EmptyAnswers.ID),
                "endpoint", Value.of(server.endpoint()),
                "caFile", Value.of(certificate.toString())));
        TypeTraining.run(
                new AzureProvider(),
                configuration,
                name -> name.equals("id") || name.endsWith("_id")
                        ? "/subscriptions/" + EmptyAnswers.ID + "/resourceGroups/training"
                        : "training");
    }
}
