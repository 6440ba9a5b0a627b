package dev.corbel.providers.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks for one object among many of many types; see {@link Session#read}. */
public record TypedRead(ResourceType type, ReadableType.ReadRequest request) {

    /**
     * Reads the objects of each type together and answers all in the order of the requests.
     *
     * @throws IllegalStateException where a type among several gives more or fewer answers than it was asked for
     */
    static List<ReadResult> typeByType(Session session, List<TypedRead> reads) {
        Map<ResourceType, List<Integer>> types = new LinkedHashMap<>();
        for (int i = 0; i < reads.size(); i++) {
            types.computeIfAbsent(reads.get(i).type(), type -> new ArrayList<>())
                    .add(i);
        }
        if (types.size() == 1) {
            return reads.get(0)
                    .type()
                    .read(session, reads.stream().map(TypedRead::request).toList());
        }
        ReadResult[] results = new ReadResult[reads.size()];
        types.forEach((type, members) -> {
            List<ReadResult> answers = type.read(
                    session,
                    members.stream().map(number -> reads.get(number).request()).toList());
            if (answers.size() != members.size()) {
                throw new IllegalStateException(
                        "%s answered %d reads with %d results".formatted(type.name(), members.size(), answers.size()));
            }
            for (int i = 0; i < members.size(); i++) {
                results[members.get(i)] = answers.get(i);
            }
        });
        return Arrays.asList(results);
    }
}
