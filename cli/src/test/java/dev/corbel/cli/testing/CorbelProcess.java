package dev.corbel.cli.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Corbel in a Java process of its own, for what can only be seen from outside: exit codes, signals, sudden ends. */
public final class CorbelProcess implements AutoCloseable {
    /** What is started in the background of a script ignores interrupts, and Java would go on doing so. */
    private static final List<String> INTERRUPTIBLE = interruptible("env", "--default-signal=INT");

    private final Process process;
    private final BufferedReader err;
    private final CompletableFuture<String> out;
    private final StringBuilder said = new StringBuilder();

    private CorbelProcess(Process process) {
        this.process = process;
        this.err = process.errorReader(StandardCharsets.UTF_8);
        this.out = CompletableFuture.supplyAsync(() -> text(process), CorbelProcess::inBackground);
    }

    private static List<String> interruptible(String... command) {
        List<String> trial = new ArrayList<>(List.of(command));
        trial.add("true");
        try {
            return new ProcessBuilder(trial).start().waitFor() == 0 ? List.of(command) : List.of();
        } catch (IOException none) {
            return List.of();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    public static CorbelProcess start(Path directory, List<String> javaOptions, String... arguments) {
        return start(directory, Map.of(), javaOptions, arguments);
    }

    /** Starts it with more environment variables. */
    public static CorbelProcess start(
            Path directory, Map<String, String> variables, List<String> javaOptions, String... arguments) {
        return startAsking(directory, variables, TestServices.NONE, javaOptions, arguments)
                .answer();
    }

    /** Starts a process that finds services of tests, and that can be given answers. */
    public static CorbelProcess startAsking(
            Path directory,
            Map<String, String> variables,
            TestServices services,
            List<String> javaOptions,
            String... arguments) {
        List<String> command = new ArrayList<>(INTERRUPTIBLE);
        command.add(FastStart.java());
        command.addAll(FastStart.options());
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", services.classPath(), "dev.corbel.cli.Main"));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("CORBEL_"));
            builder.environment().putAll(Folders.withCache(variables));
            Process process = builder.start();
            return new CorbelProcess(process);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs to the end. */
    public static CommandRun run(Path directory, String... arguments) {
        return run(directory, Map.of(), arguments);
    }

    /** Runs to the end with more environment variables; those of AWS and Corbel are not handed down. */
    public static CommandRun run(Path directory, Map<String, String> variables, String... arguments) {
        try (CorbelProcess process = start(directory, variables, List.of(), arguments)) {
            return process.end();
        }
    }

    /** Gives answers, a line each, and then no more. */
    public CorbelProcess answer(String... lines) {
        try (OutputStream in = process.getOutputStream()) {
            for (String line : lines) {
                in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    public long id() {
        return process.pid();
    }

    /** The command lines that everybody on this machine sees now: its own, and those of what it started. */
    public List<String> commandLines() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .flatMap(one -> one.info().commandLine().stream())
                .toList();
    }

    /** Waits until a line of stderr contains this. */
    public CorbelProcess awaitLine(String part) {
        try {
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                said.append(line).append('\n');
                if (line.contains(part)) {
                    return this;
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        throw new AssertionError("ended without \"" + part + "\":\n" + said);
    }

    /** Sends a signal by its name, such as INT. */
    public CorbelProcess signal(String name) {
        try {
            int code = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new AssertionError("kill -" + name + " failed");
            }
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Waits for the end and gives everything that was written. */
    public CommandRun end() {
        try {
            err.lines().forEach(line -> said.append(line).append('\n'));
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                throw new AssertionError("does not end:\n" + said);
            }
            return new CommandRun(process.exitValue(), out.join(), said.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** In a thread of its own, since it waits for the end of the process. */
    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "stdout");
        thread.setDaemon(true);
        thread.start();
    }

    private static String text(Process process) {
        try (var stream = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            StringBuilder text = new StringBuilder();
            for (int c = stream.read(); c >= 0; c = stream.read()) {
                text.append((char) c);
            }
            return text.toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
