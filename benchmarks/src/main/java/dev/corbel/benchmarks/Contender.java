package dev.corbel.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tool and how it is called. Steps run in the order of the map, in the folder of the definition.
 *
 * @param name what the table calls it
 * @param file where it looks for the definition
 * @param environment variables of its processes
 * @param preparation commands whose time does not count
 * @param steps the command of each step that is measured
 */
record Contender(
        String name,
        String file,
        Map<String, String> environment,
        List<List<String>> preparation,
        Map<String, List<String>> steps) {

    static Contender corbel(String name, Path launcher, String javaOptions) {
        String corbel = launcher.toString();
        Map<String, List<String>> steps = new LinkedHashMap<>();
        steps.put("plan", List.of(corbel, "plan"));
        steps.put("apply", List.of(corbel, "apply", "--auto-approve"));
        steps.put("plan without changes", List.of(corbel, "plan"));
        steps.put("drift", List.of(corbel, "drift"));
        return new Contender(
                name,
                "environments/default.groovy",
                Map.of("CORBEL_JAVA_OPTS", javaOptions),
                List.of(List.of(corbel, "version")),
                steps);
    }

    static Contender terraform() {
        Map<String, List<String>> steps = new LinkedHashMap<>();
        steps.put("plan", List.of("terraform", "plan", "-no-color"));
        steps.put("apply", List.of("terraform", "apply", "-no-color", "-auto-approve"));
        steps.put("plan without changes", List.of("terraform", "plan", "-no-color"));
        steps.put("drift", List.of("terraform", "plan", "-refresh-only", "-no-color"));
        return new Contender(
                "Terraform",
                "main.tf",
                Map.of("CHECKPOINT_DISABLE", "1", "TF_IN_AUTOMATION", "1"),
                List.of(List.of("terraform", "init", "-no-color")),
                steps);
    }

    /** The same with more variables for its processes. */
    Contender with(Map<String, String> variables) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.putAll(variables);
        return new Contender(name, file, all, preparation, steps);
    }

    /** Writes a definition to where the tool looks for it. */
    void write(Path project, String text) throws IOException {
        Path target = project.resolve(file);
        Files.createDirectories(target.resolveSibling("."));
        Files.writeString(target, text);
    }
}
