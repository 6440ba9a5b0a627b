package dev.corbel.cli.proof;

import dev.corbel.cli.testing.AwsSettings;
import dev.corbel.cli.testing.TestServices;
import dev.corbel.emulators.AzuriteExtension;
import dev.corbel.emulators.AzuriteServer;
import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.emulators.PostgresExtension;
import dev.corbel.emulators.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A kind of places of state that the proofs are given in.
 *
 * @param name for people, and for {@code -Dcorbel.places}
 * @param isInProject whether a copy of the project has a copy of the state
 * @param steps that each apply takes there
 * @param need what the machine must have for it
 * @param opening starts what it needs
 */
record PlaceKind(
        String name,
        boolean isInProject,
        List<String> steps,
        ExecutionCondition need,
        Function<ExtensionContext, Places> opening) {
    private static final ExecutionCondition NOTHING = test -> ConditionEvaluationResult.enabled("needs nothing");
    private static final TestServices HASTY = TestServices.of("hasty-places");

    /** All of them: files beside the project, a folder of it that is treated as a remote place, and real services. */
    static final List<PlaceKind> ALL = List.of(
            new PlaceKind(
                    "files",
                    true,
                    List.of(
                            "FileDisk.create",
                            "FileDisk$1.write",
                            "FileDisk$1.sync",
                            "FileDisk.rename",
                            "FileDisk.link",
                            "FileDisk.delete",
                            "FileDisk.syncFolder"),
                    NOTHING,
                    test -> new Places(faster -> Place.FILES)),
            new PlaceKind("folder", true, writes("FolderObjects"), NOTHING, test -> new Places(Place::folder)),
            new PlaceKind("s3", false, writes("S3Objects"), new MotoExtension(), PlaceKind::buckets),
            new PlaceKind("postgres", false, writes("PostgresObjects"), new PostgresExtension(), PlaceKind::databases),
            new PlaceKind("azureblob", false, writes("BlobObjects"), new AzuriteExtension(), PlaceKind::containers));

    private static List<String> writes(String objects) {
        return Stream.of("create", "replace", "delete")
                .map(method -> objects + "." + method)
                .toList();
    }

    private static Places buckets(ExtensionContext test) {
        MotoServer moto = MotoExtension.server(test);
        AwsSettings settings = AwsSettings.forEmulator(moto.endpoint(), Path.of("no-such-folder"));
        Map<String, String> variables = Map.of(
                "AWS_ENDPOINT_URL", moto.endpoint().toString(),
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "AWS_EC2_METADATA_DISABLED", "true");
        return new Places(
                faster -> {
                    String bucket = "state-" + UUID.randomUUID();
                    moto.makeBucket(bucket, "eu-central-1");
                    return real("s3", faster, "bucket = '%s'; region = 'eu-central-1'".formatted(bucket), variables);
                },
                settings::close);
    }

    private static Places databases(ExtensionContext test) {
        PostgresServer server = PostgresExtension.server(test);
        String password = UUID.randomUUID().toString();
        String user = server.newUser(password);
        return new Places(faster -> {
            String database = server.newDatabase();
            server.execute("postgres", "alter database " + database + " owner to " + user);
            String attributes = "host = '127.0.0.1'; port = %d; database = '%s'; user = '%s'"
                    .formatted(server.port(), database, user);
            return real("postgres", faster, attributes, Map.of("PGPASSWORD", password));
        });
    }

    private static Places containers(ExtensionContext test) {
        AzuriteServer server = AzuriteExtension.server(test);
        return new Places(faster -> real(
                "azureblob",
                faster,
                "endpoint = '%s'; container = '%s'".formatted(server.endpoint(), server.newContainer()),
                Map.of("AZURE_STORAGE_KEY", AzuriteServer.KEY)));
    }

    private static Place real(String name, int faster, String attributes, Map<String, String> variables) {
        if (faster == 1) {
            return new Place("state('%s') { %s }\n".formatted(name, attributes), variables, TestServices.NONE);
        }
        String block = "state('hasty-%s') { faster = %d; %s }\n".formatted(name, faster, attributes);
        return new Place(block, variables, HASTY);
    }

    @Override
    public String toString() {
        return name;
    }
}
