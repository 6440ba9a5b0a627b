package dev.corbel.providers.local.supervisor;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Starts processes of jobs. */
final class Launch {
    /** The shell becomes the command once it is told so, with the same id; where the supervisor ended before that, it ends as well. */
    private static final List<String> GATE =
            List.of("/bin/sh", "-c", "read -r go || exit 1; exec \"$@\" </dev/null", "sh");

    private Launch() {}

    /** Writes down a process that is about to run its command. */
    @FunctionalInterface
    interface Recorder {
        void record(RunningProcess process) throws IOException;
    }

    /**
     * Starts a process that outlives the supervisor. It runs its command only after it was recorded: a supervisor that is killed
     * leaves none that the next one does not know of.
     *
     * @param log what it writes is appended to
     */
    static RunningProcess start(Job job, MapValue secrets, int port, Path folder, Path log, Recorder recorder)
            throws JobFailure, IOException {
        PrivateFiles.createFile(log);
        long logStart = new LogFile(log).size();
        String workingDirectory = job.workingDirectory();
        File directory = workingDirectory == null ? folder.toFile() : new File(workingDirectory);
        List<String> command = new ArrayList<>(GATE);
        command.addAll(job.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> environment = builder.environment();
        ProcessEnvironment.limit(environment);
        environment.putAll(job.environment());
        environment.putAll(new DesiredAttributes(new MapValue(Map.of("all", secrets))).map("all"));
        String mark = UUID.randomUUID().toString();
        environment.put(Remnants.MARK, mark);
        if (port > 0) {
            environment.put("PORT", Integer.toString(port));
        }
        expectProgram(job.command().get(0), directory.toPath(), environment.getOrDefault("PATH", ""));
        Process process = builder.start();
        try (OutputStream gate = process.getOutputStream()) {
            RunningProcess started = new RunningProcess(
                    ProcessMark.of(process.toHandle()), mark, port, job.configuration(), logStart, job.stopSignal());
            recorder.record(started);
            gate.write("go\n".getBytes(StandardCharsets.UTF_8));
            return started;
        }
    }

    /** Fails where the shell would find nothing to run. */
    private static void expectProgram(String program, Path directory, String path) throws JobFailure {
        if (program.contains("/")) {
            expect(program, isProgram(directory.resolve(program)), "There is no such program.");
            return;
        }
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (isProgram(directory.resolve(folder).resolve(program))) {
                return;
            }
        }
        expect(program, false, "No folder of PATH has it: " + path);
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    private static void expect(String program, boolean isThere, String otherwise) throws JobFailure {
        if (!isThere) {
            throw new JobFailure("Its command cannot be started: " + program + ".", List.of(otherwise));
        }
    }
}
