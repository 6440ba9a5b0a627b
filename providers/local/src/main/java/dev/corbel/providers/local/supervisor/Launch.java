package dev.corbel.providers.local.supervisor;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts processes of jobs. */
final class Launch {
    private Launch() {}

    /**
     * Starts a process that outlives the supervisor.
     *
     * @param log what it writes is appended to
     */
    static RunningProcess start(Job job, MapValue secrets, int port, Path folder, Path log)
            throws JobFailure, IOException {
        PrivateFiles.createFile(log);
        long logStart = new LogFile(log).size();
        ProcessBuilder builder = new ProcessBuilder(job.command())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        String workingDirectory = job.workingDirectory();
        builder.directory(workingDirectory == null ? folder.toFile() : new File(workingDirectory));
        Map<String, String> environment = builder.environment();
        ProcessEnvironment.limit(environment);
        environment.putAll(job.environment());
        environment.putAll(new DesiredAttributes(new MapValue(Map.of("all", secrets))).map("all"));
        if (port > 0) {
            environment.put("PORT", Integer.toString(port));
        }
        try {
            Process process = builder.start();
            return new RunningProcess(
                    ProcessMark.of(process.toHandle()), port, job.configuration(), logStart, job.stopSignal());
        } catch (IOException failure) {
            throw new JobFailure(
                    "Its command cannot be started: " + job.command().get(0) + ".", List.of(text(failure)));
        }
    }

    private static String text(IOException failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private static File nothing() {
        return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }
}
