package dev.corbel.planner.planning.refresh;

import dev.corbel.planner.prior.Tasks;
import dev.corbel.planner.session.QuotedSecrets;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.TypedRead;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads many objects: those of one session together where it reads all types at once, else those of one session and type,
 * in batches of the size that the session or the type likes, the batches in parallel.
 */
public final class Reader {
    private final Tasks tasks;

    /**
     * An object to read.
     *
     * @param secrets that no answer may quote
     * @param answered takes the answer; called in the thread that called {@link Reader#read}
     */
    public record Wanted(
            Session session,
            ResourceType type,
            ReadableType.ReadRequest request,
            QuotedSecrets secrets,
            Consumer<ReadResult> answered) {
        private TypedRead asked() {
            return new TypedRead(type, request);
        }
    }

    /** Objects that are read together; of all types where none is named. */
    private record Group(
            Session session, int batchSize, @Nullable ResourceType type) {
        static Group of(Wanted wanted) {
            OptionalInt size = wanted.session().readBatchSize();
            return size.isPresent()
                    ? new Group(wanted.session(), size.getAsInt(), null)
                    : new Group(wanted.session(), wanted.type().readBatchSize(), wanted.type());
        }
    }

    public Reader(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Returns when all answers have been handed over, in the order of what was wanted. */
    public void read(List<Wanted> wanted) {
        Map<Group, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            groups.computeIfAbsent(Group.of(wanted.get(i)), key -> new ArrayList<>())
                    .add(i);
        }
        ReadResult[] results = new ReadResult[wanted.size()];
        List<Runnable> batches = new ArrayList<>();
        groups.forEach((group, members) -> {
            int size = Math.max(1, group.batchSize());
            for (int start = 0; start < members.size(); start = next(start, size, members.size())) {
                List<Integer> batch = members.subList(start, next(start, size, members.size()));
                batches.add(() -> read(group.session(), wanted, batch, results));
            }
        });
        tasks.runAll(batches);
        for (int i = 0; i < results.length; i++) {
            wanted.get(i).answered().accept(results[i]);
        }
    }

    private static int next(int start, int size, int end) {
        return size >= end - start ? end : start + size;
    }

    private static void read(Session session, List<Wanted> wanted, List<Integer> batch, ReadResult[] results) {
        List<ReadResult> answers = answers(session, wanted, batch);
        // What is said of one may quote another one that was read with it.
        QuotedSecrets secrets = QuotedSecrets.ofAll(
                batch.stream().map(number -> wanted.get(number).secrets()).toList());
        for (int i = 0; i < batch.size(); i++) {
            results[batch.get(i)] = answers.get(i) instanceof ReadResult.Unreadable unreadable
                    ? new ReadResult.Unreadable(secrets.hide(unreadable.reason()), unreadable.cause())
                    : answers.get(i);
        }
    }

    private static List<ReadResult> answers(Session session, List<Wanted> wanted, List<Integer> batch) {
        List<TypedRead> requests = new ArrayList<>(batch.size());
        batch.forEach(number -> requests.add(wanted.get(number).asked()));
        try {
            List<ReadResult> answers = session.read(requests);
            if (answers.size() == requests.size()) {
                return answers;
            }
            String detail = "It answered %d reads with %d results. It is a bug in the provider."
                    .formatted(requests.size(), answers.size());
            return unreadable(batch.size(), detail);
        } catch (RuntimeException failure) {
            return unreadable(batch.size(), "The provider failed with " + failure + ". It is a bug in the provider.");
        }
    }

    private static List<ReadResult> unreadable(int count, String detail) {
        return java.util.Collections.nCopies(
                count, new ReadResult.Unreadable(Diagnostic.error("The object cannot be read", detail)));
    }
}
