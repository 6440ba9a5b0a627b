package dev.corbel.providers.aws.cds;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.AwsProvider;
import dev.corbel.providers.kit.training.TypeTraining;
import java.io.IOException;
import java.util.Map;

/**
 * Lets each resource type read, and begin to create, an object against a server of its own that makes up its answers. What
 * comes of it does not matter: Java takes down the classes that it loads meanwhile.
 */
public final class ClassTraining {
    private ClassTraining() {}

    /** Takes no arguments; any credentials will do. */
    public static void main(String[] arguments) throws IOException {
        try (SampleAnswers server = new SampleAnswers()) {
            run(server);
        }
    }

    static void run(SampleAnswers server) {
        MapValue configuration =
                new MapValue(Map.of("region", Value.of("eu-central-1"), "endpoint", Value.of(server.endpoint())));
        TypeTraining.run(
                new AwsProvider(),
                configuration,
                name -> name.endsWith("arn")
                        ? "arn:aws:service:eu-central-1:123456789012:kind/name"
                        : SampleDocument.TEXT);
    }
}
