package dev.corbel.providers.local.place;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.local.supervisor.Job;
import dev.corbel.providers.local.supervisor.JobName;
import dev.corbel.providers.local.supervisor.JobStatus;
import dev.corbel.providers.local.supervisor.Message;
import dev.corbel.providers.local.supervisor.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Talks to the supervisor of an environment. */
public final class SupervisorClient {
    private static final Duration QUICK = Duration.ofSeconds(10);
    private static final Duration SLOW = Duration.ofMinutes(70);
    private static final int ATTEMPTS = 3;

    private final SupervisorProcess process;

    SupervisorClient(Place place) {
        this.process = new SupervisorProcess(place);
    }

    /** What each job is like; nothing where there is no supervisor. */
    Map<JobName, JobStatus> statuses() throws IOException {
        Optional<SupervisorProcess.Found> found = process.find();
        if (found.isEmpty()) {
            return Map.of();
        }
        Map<JobName, JobStatus> statuses = new HashMap<>();
        ask(found.get(), Message.STATUS, Map.of(), QUICK).entries().forEach((name, status) -> {
            int slash = name.indexOf('/');
            statuses.put(
                    new JobName(name.substring(0, slash), name.substring(slash + 1)), JobStatus.of((MapValue) status));
        });
        return statuses;
    }

    /** Starts the supervisor where there is none, which brings about what an earlier one left. */
    void revive() throws IOException, InterruptedException {
        process.start();
    }

    /**
     * A job that could not be brought about.
     *
     * @param log the last lines of what it wrote
     */
    record Refusal(String reason, List<String> log) {}

    /** Turns a job into what shall be; what kept it from that, where something did. */
    Optional<Refusal> bring(JobName name, Job job, Optional<MapValue> secrets)
            throws IOException, InterruptedException {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put(Message.JOB, Value.of(name.toString()));
        fields.put(Message.CONTENT, job.content());
        secrets.ifPresent(values -> fields.put(Message.SECRETS, values.fullyUnmarked()));
        for (int i = 0; i < ATTEMPTS; i++) {
            SupervisorProcess.Found found = process.start();
            MapValue answer = ask(found, Message.BRING, fields, SLOW);
            if (answer.get(Message.ENDING).isNull()) {
                return answer.text(Message.FAILURE).map(reason -> new Refusal(reason, log(answer)));
            }
            process.awaitEnd(found);
        }
        throw new IOException("it ends whenever something is asked of it");
    }

    private static List<String> log(MapValue answer) {
        return answer.get(Message.LOG) instanceof ListValue
                ? new DesiredAttributes(answer).texts(Message.LOG)
                : List.of();
    }

    /** Ends a job, and the supervisor where that was the last one. */
    void remove(JobName name) throws IOException, InterruptedException {
        SupervisorProcess.Found found = process.start();
        MapValue answer = ask(found, Message.REMOVE, Map.of(Message.JOB, Value.of(name.toString())), SLOW);
        if (!answer.get(Message.ENDING).isNull()) {
            process.awaitEnd(found);
        }
    }

    /** Ends all that runs for an environment. What it is stays known, so that the next change starts it again. */
    public static void stop(Place place) throws IOException, InterruptedException {
        SupervisorProcess process = new SupervisorProcess(place);
        Optional<SupervisorProcess.Found> found = process.find();
        if (found.isPresent()) {
            ask(found.get(), Message.STOP, Map.of(), SLOW);
            process.awaitEnd(found.get());
        }
    }

    private static MapValue ask(
            SupervisorProcess.Found found, String action, Map<String, Value> fields, Duration patience)
            throws IOException {
        Map<String, Value> message = new LinkedHashMap<>(fields);
        message.put(Message.TOKEN, Value.of(found.token()));
        message.put(Message.ACTION, Value.of(action));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), found.port())) {
            socket.setSoTimeout((int) patience.toMillis());
            Message.send(socket, new MapValue(message));
            return Message.receive(socket);
        }
    }
}
