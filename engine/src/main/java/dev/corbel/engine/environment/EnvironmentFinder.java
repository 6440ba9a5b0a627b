package dev.corbel.engine.environment;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds environments below a project's directory. All errors are {@link DiagnosticsException}s. */
public final class EnvironmentFinder {
    private static final String FOLDER = "environments";
    private static final String SUFFIX = ".groovy";
    private static final String DEFAULT = "default";
    private static final String STATE = ".corbel/state";

    private final Path project;

    public EnvironmentFinder(Path project) {
        this.project = project;
    }

    /** The environment of a name or file; without one, the default or the only one. */
    public Environment find(Optional<String> argument) {
        return argument.isPresent() ? named(argument.get()) : implied();
    }

    /** All environments of the project, in the order of their names; an error where there is none. */
    public List<Environment> all() {
        List<Environment> all = names().stream().map(this::environment).toList();
        return all.isEmpty() ? List.of(implied()) : all;
    }

    /** Whether a command's argument is a name or file of an environment. */
    public boolean knows(String argument) {
        return names().contains(argument)
                || (argument.endsWith(SUFFIX) && Files.isRegularFile(project.resolve(argument)));
    }

    private Environment named(String argument) {
        List<String> names = names();
        if (names.contains(argument)) {
            return environment(argument);
        }
        Path file = project.resolve(argument).normalize();
        if (Files.isRegularFile(file)) {
            return ofFile(argument, file);
        }
        if (argument.endsWith(SUFFIX) || argument.contains("/")) {
            throw error("The file " + argument + " does not exist", list(names), Optional.empty());
        }
        throw error(
                "Environment \"" + argument + "\" not found",
                "No file has this name either. " + list(names),
                Suggestion.didYouMean(argument, names));
    }

    private Environment ofFile(String argument, Path file) {
        String fileName = String.valueOf(file.getFileName());
        if (isEmpty(file) && !fileName.endsWith(SUFFIX)) {
            throw error(
                    "The file " + argument + " is empty",
                    "It is neither a definition nor a saved plan.",
                    Optional.of("Where a plan was to be saved, look whether that command failed."));
        }
        if (!fileName.endsWith(SUFFIX)) {
            throw error(
                    argument + " is no definition",
                    "The name of a definition ends with " + SUFFIX + ".",
                    Optional.empty());
        }
        String name = fileName.substring(0, fileName.length() - SUFFIX.length());
        return new Environment(name, file, projectOf(argument, file));
    }

    /**
     * The folder that holds {@code environments/}, for a file directly in that. A file of a folder that is no project stands
     * alone: that folder is its project. All other files would get the state of an environment, or hide one of their own in
     * a project, so they are refused.
     */
    private Path projectOf(String argument, Path file) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
        if (folder.endsWith(FOLDER)) {
            return Objects.requireNonNull(folder.getParent());
        }
        Path above = folder;
        while (above != null && !isEnvironmentsOfProject(above, folder)) {
            above = above.getParent();
        }
        if (above != null || !names(folder.resolve(FOLDER)).isEmpty()) {
            throw notAnEnvironment(argument, file, above == null ? folder.resolve(FOLDER) : above);
        }
        return folder;
    }

    /** Whether a folder around a file holds environments, or would if the file were directly in it. */
    private boolean isEnvironmentsOfProject(Path around, Path folder) {
        boolean near = around.equals(folder.getParent())
                || around.startsWith(project.toAbsolutePath().normalize());
        return around.endsWith(FOLDER) && (near || !names(around).isEmpty());
    }

    private static DiagnosticsException notAnEnvironment(String argument, Path file, Path environments) {
        String fileName = String.valueOf(file.getFileName());
        String name = fileName.substring(0, fileName.length() - SUFFIX.length());
        Path state = file.resolveSibling(STATE).resolve(name);
        String withState = Files.exists(state)
                ? ", and its state " + state + " to "
                        + environments.resolveSibling(STATE).resolve(name)
                : "";
        return error(
                argument + " is not an environment",
                "It belongs to the project in " + environments.getParent()
                        + ", whose environments are the files directly in " + FOLDER + "/.",
                Optional.of("Move it to " + environments.resolve(fileName) + withState
                        + ", or to a folder outside of the project."));
    }

    private Environment implied() {
        List<String> names = names();
        if (names.contains(DEFAULT)) {
            return environment(DEFAULT);
        }
        if (names.size() == 1) {
            return environment(names.get(0));
        }
        if (names.isEmpty()) {
            throw error(
                    "No environment found",
                    "There is no file " + FOLDER + "/NAME" + SUFFIX + " in " + project + ".",
                    Optional.of("Start in the directory of a project, or name it with -C DIR."));
        }
        throw error(
                "Which environment?",
                list(names),
                Optional.of("Name one of them, or call the one that is meant most often \"" + DEFAULT + "\"."));
    }

    private Environment environment(String name) {
        return new Environment(name, project.resolve(FOLDER).resolve(name + SUFFIX), project);
    }

    private List<String> names() {
        return names(project.resolve(FOLDER));
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX) && name.length() > SUFFIX.length())
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isEmpty(Path file) {
        try {
            return Files.size(file) == 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String list(List<String> names) {
        return names.isEmpty()
                ? "There are no environments: no file " + FOLDER + "/NAME" + SUFFIX + "."
                : "Environments: " + String.join(", ", names) + ".";
    }

    private static DiagnosticsException error(String summary, String detail, Optional<String> hint) {
        return new DiagnosticsException(Diagnostic.error(summary, detail).withHint(hint.orElse(null)));
    }
}
