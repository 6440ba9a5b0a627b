package dev.corbel.cli.testing;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What AWS's SDK reads of the system's properties: set for a test, and put back after it. */
public final class AwsSettings implements AutoCloseable {
    private final Map<String, @Nullable String> before = new LinkedHashMap<>();

    /** All services at this address, and nothing of the account of whoever runs the test. */
    public static AwsSettings forEmulator(URI endpoint, Path directory) {
        String nothing = directory.resolve("no-such-file").toString();
        return new AwsSettings()
                .set("aws.endpointUrl", endpoint.toString())
                .set("aws.accessKeyId", "test")
                .set("aws.secretAccessKey", "test")
                .set("aws.disableEc2Metadata", "true")
                .set("aws.configFile", nothing)
                .set("aws.sharedCredentialsFile", nothing);
    }

    /** Sets a property; null takes it away. */
    public AwsSettings set(String property, @Nullable String value) {
        if (!before.containsKey(property)) {
            before.put(property, System.getProperty(property));
        }
        put(property, value);
        return this;
    }

    private static void put(String property, @Nullable String value) {
        if (value == null) {
            System.clearProperty(property);
        } else {
            System.setProperty(property, value);
        }
    }

    @Override
    public void close() {
        before.forEach(AwsSettings::put);
    }
}
