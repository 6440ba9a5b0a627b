package dev.corbel.benchmarks;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tool and how it is called. Steps run in the order of the map, in the folder of the definition.
 *
 * @param name what the table calls it
 * @param notation what it reads
 * @param environment variables of its processes
 * @param preparation commands whose time does not count
 * @param steps the command of each step that is measured
 */
record Contender(
        String name,
        Notation notation,
        Map<String, String> environment,
        List<List<String>> preparation,
        Map<String, List<String>> steps) {

    static Contender corbel(Path launcher, Notation notation, String javaOptions) {
        String corbel = launcher.toString();
        Map<String, List<String>> steps = new LinkedHashMap<>();
        steps.put("plan", List.of(corbel, "plan"));
        steps.put("apply", List.of(corbel, "apply", "--auto-approve"));
        steps.put("plan without changes", List.of(corbel, "plan"));
        return new Contender(
                notation == Notation.CORBEL_LOOP ? "Corbel, a loop" : "Corbel, blocks",
                notation,
                Map.of("CORBEL_JAVA_OPTS", javaOptions),
                List.of(List.of(corbel, "version")),
                steps);
    }

    static Contender terraform() {
        Map<String, List<String>> steps = new LinkedHashMap<>();
        steps.put("plan", List.of("terraform", "plan", "-no-color"));
        steps.put("apply", List.of("terraform", "apply", "-no-color", "-auto-approve"));
        steps.put("plan without changes", List.of("terraform", "plan", "-no-color"));
        return new Contender(
                "Terraform",
                Notation.TERRAFORM,
                Map.of("CHECKPOINT_DISABLE", "1", "TF_IN_AUTOMATION", "1"),
                List.of(List.of("terraform", "init", "-no-color")),
                steps);
    }
}
