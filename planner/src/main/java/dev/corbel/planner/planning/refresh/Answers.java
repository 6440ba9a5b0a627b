package dev.corbel.planner.planning.refresh;

import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.address.Address;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The answers of reads, so that a plan that is made in several rounds reads each object once. */
public final class Answers {
    private final Map<Key, ReadResult> answers = new HashMap<>();

    private record Key(Address address, Optional<String> deposedKey) {}

    Optional<ReadResult> of(ExistingObject object) {
        return Optional.ofNullable(answers.get(new Key(object.address(), object.deposedKey())));
    }

    void put(ExistingObject object, ReadResult answer) {
        answers.put(new Key(object.address(), object.deposedKey()), answer);
    }
}
