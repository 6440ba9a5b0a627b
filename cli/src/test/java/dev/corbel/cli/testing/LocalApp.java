package dev.corbel.cli.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A project whose app runs on this machine, from a script that says in a file what becomes of it. */
public final class LocalApp {
    private final Path folder;
    private final Project project;

    /** The app of a project in a folder. */
    public LocalApp(Path folder) {
        this.folder = folder;
        this.project = new Project(folder);
    }

    /**
     * Applies a definition.
     *
     * @param definition in which FOLDER stands for that of the project
     * @param script of {@code app/run.sh}, which says in {@code FOLDER/told} what becomes of it
     */
    public void apply(String definition, String script) throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("app")).resolve("run.sh"), script);
        project.write("environments/default.groovy", definition.replace("FOLDER", folder.toString()));
        succeed();
    }

    /** Runs a command with values of variables, such as {@code label=two}. */
    public CommandRun run(String command, String... variables) {
        Stream<String> options = Stream.of(variables).flatMap(variable -> Stream.of("--var", variable));
        return project.run(Stream.concat(Stream.of(command.split(" ")), options).toArray(String[]::new));
    }

    /** Applies the definition, after which nothing is left to do. */
    public void succeed(String... variables) {
        CommandRun applied = run("apply --auto-approve", variables);
        assertThat(applied.exitCode()).as(applied.out() + applied.err()).isZero();
        CommandRun plan = run("plan --detailed-exitcode", variables);
        assertThat(plan.exitCode()).as(plan.out() + plan.err()).isZero();
    }

    /** The file in which containers say what becomes of them. */
    public Path toldFile() {
        return folder.resolve("told");
    }

    /** What containers said since this was called last. */
    public List<String> told() throws IOException {
        List<String> lines = Files.exists(toldFile()) ? Files.readAllLines(toldFile()) : List.of();
        Files.deleteIfExists(toldFile());
        return lines;
    }

    /** Ends the app, of which nothing is left. */
    public void destroy() {
        project.succeed("destroy", "--auto-approve");
        assertThat(folder.resolve(".corbel/local")).doesNotExist();
    }
}
