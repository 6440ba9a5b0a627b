package dev.corbel.providers.azure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The facts that definitions are judged by. */
final class Facts {
    private Facts() {}

    /** An attribute as Terraform has it. */
    record TerraformAttribute(String kind, Set<String> flags, String defaultValue) {}

    /** A property as Azure has it. */
    record ArmProperty(String kind, boolean required, boolean readOnly) {}

    private static List<String> lines(String file) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Facts.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Attributes by path, by type; data sources begin with {@code data.}. */
    static Map<String, Map<String, TerraformAttribute>> terraform() {
        Map<String, Map<String, TerraformAttribute>> types = new LinkedHashMap<>();
        for (String line : lines("azurerm.txt")) {
            String[] words = line.split(" ", 5);
            types.computeIfAbsent(words[0], key -> new LinkedHashMap<>())
                    .put(
                            words[1],
                            new TerraformAttribute(
                                    words[2],
                                    Set.of(words[3].split(",", -1)),
                                    words.length > 4 ? words[4].replace("\"", "") : ""));
        }
        return types;
    }

    /** Properties by name, by the path of their object, by type with its version. */
    static Map<String, Map<String, Map<String, ArmProperty>>> arm() {
        Map<String, Map<String, Map<String, ArmProperty>>> types = new LinkedHashMap<>();
        for (String line : lines("arm.txt")) {
            String[] words = line.split(" ", -1);
            Map<String, ArmProperty> properties = types.computeIfAbsent(words[0], key -> new LinkedHashMap<>())
                    .computeIfAbsent(words[1].equals(".") ? "" : words[1], key -> new LinkedHashMap<>());
            for (int i = 2; i < words.length; i++) {
                String[] parts = words[i].split(":", 2);
                String kind = parts[1].replaceAll("[*+-]", "");
                properties.put(parts[0], new ArmProperty(kind, parts[1].contains("*"), parts[1].contains("-")));
            }
        }
        return types;
    }
}
