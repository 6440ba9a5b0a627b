package dev.corbel.dsl;

import dev.corbel.dsl.program.Outline;
import dev.corbel.dsl.scope.OtherEnvironment;
import dev.corbel.dsl.scope.Problems;
import dev.corbel.dsl.source.ModuleFiles;
import dev.corbel.dsl.source.SourceFiles;
import dev.corbel.dsl.syntax.Programs;
import dev.corbel.dsl.syntax.ReadProgram;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds what a definition reads of other environments against their files, without running these. */
final class OtherEnvironmentFiles {
    private final SourceFiles files;
    private final Programs programs;
    private final Map<String, Optional<Outline>> outlines = new HashMap<>();

    OtherEnvironmentFiles(SourceFiles files, Programs programs) {
        this.files = files;
        this.programs = programs;
    }

    /**
     * Notes outputs that an environment does not declare, and environments that read from each other.
     *
     * @param own the name of the environment whose definition it is
     */
    void check(String own, Iterable<OtherEnvironment> read, Problems problems) {
        for (OtherEnvironment other : read) {
            outline(OtherEnvironment.file(other.name())).ifPresent(outline -> checkOutputs(other, outline, problems));
            checkCycle(own, other, problems);
        }
    }

    private static void checkOutputs(OtherEnvironment read, Outline outline, Problems problems) {
        read.outputs().forEach((output, range) -> {
            if (outline.hasAllOutputs() && !outline.outputs().contains(output)) {
                problems.error(
                        "The environment \"" + read.name() + "\" has no output \"" + output + "\"",
                        outline.outputs().isEmpty()
                                ? "It has none."
                                : "It has " + String.join(", ", outline.outputs()) + ".",
                        Suggestion.didYouMean(output, outline.outputs()).orElse(null),
                        range);
            }
        });
    }

    private void checkCycle(String own, OtherEnvironment read, Problems problems) {
        List<String> way = way(read.name(), own, new HashSet<>());
        if (!way.isEmpty()) {
            problems.error(
                    "The environment \"" + own + "\" reads what is made of its own outputs",
                    own + " reads from " + String.join(", which reads from ", way)
                            + ": none of them could be applied first.",
                    "Put what both need into an environment that reads from neither.",
                    read.range());
        }
    }

    /** The environments on the way from one to another, both ends included; none where no way leads there. */
    private List<String> way(String from, String to, Set<String> seen) {
        if (from.equals(to)) {
            return List.of(to);
        }
        if (seen.add(from)) {
            for (String next : readBy(OtherEnvironment.file(from), new HashSet<>())) {
                List<String> rest = way(next, to, seen);
                if (!rest.isEmpty()) {
                    List<String> way = new ArrayList<>(List.of(from));
                    way.addAll(rest);
                    return way;
                }
            }
        }
        return List.of();
    }

    /** The environments that a file reads from, by itself or by its modules. */
    private Set<String> readBy(String file, Set<String> seen) {
        Set<String> read = new LinkedHashSet<>();
        Optional<Outline> outline = seen.add(file) ? outline(file) : Optional.empty();
        if (outline.isPresent()) {
            read.addAll(outline.get().environments());
            ModuleFiles modules = new ModuleFiles(files, files::read);
            for (String source : outline.get().modules()) {
                modules.find(source, file).forEach(module -> read.addAll(readBy(module.getKey(), seen)));
            }
        }
        return read;
    }

    private Optional<Outline> outline(String file) {
        Optional<Outline> known = outlines.get(file);
        if (known == null) {
            known = files.read(file).flatMap(text -> outline(file, text));
            outlines.put(file, known);
        }
        return known;
    }

    /** Nothing where the file cannot be understood: that is for its own environment to say. */
    private Optional<Outline> outline(String file, String text) {
        try {
            ReadProgram read = programs.program(file, text);
            return read.problems().isEmpty() ? Optional.of(Outline.of(read.program())) : Optional.empty();
        } catch (DiagnosticsException broken) {
            return Optional.empty();
        }
    }
}
