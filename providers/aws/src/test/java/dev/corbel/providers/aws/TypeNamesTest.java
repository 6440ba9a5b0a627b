package dev.corbel.providers.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The class of a resource type has the type's full name, so that who knows the one finds the other. */
class TypeNamesTest {

    @Test
    void theClassOfAResourceTypeIsNamedForIt() {
        AwsProvider provider = new AwsProvider();
        for (String name : provider.resourceTypeNames()) {
            String actual = provider.resourceType(name).orElseThrow().getClass().getSimpleName();
            // The two kinds of rules are one class.
            String shared = name.replaceFirst("_(ingress|egress)_rule$", "_rule");
            assertThat(actual).as(name).isEqualTo(className(shared));
        }
    }

    private static String className(String type) {
        return Arrays.stream(type.split("_"))
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining())
                + "Resource";
    }
}
