package dev.corbel.providers.api.fact;

import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.Optional;

/** A fact of an object that policies go by. Types and components tell facts from attributes alone, as far as these are known. */
public sealed interface Fact {

    /** The attribute that decides it; the root for the object as a whole. */
    ValuePath at();

    /**
     * The object keeps data.
     *
     * @param region where it keeps it, unknown as long as that is; empty for the place of the object itself
     */
    record Stores(DataKind kind, Optional<Value> region, ValuePath at) implements Fact {
        /** Keeps data in its own place. */
        public static Stores here(DataKind kind) {
            return new Stores(kind, Optional.empty(), ValuePath.ROOT);
        }
    }

    /**
     * An answer to the question of a topic.
     *
     * @param fault what is wrong where the answer is no, as the end of a sentence such as "keeps its data unencrypted"
     */
    record Claim(Topic topic, Answer holds, String fault, ValuePath at) implements Fact {}

    /**
     * The age up to which backups or earlier versions are kept.
     *
     * @param days unknown as long as it is; null where nothing is kept, and negative where nothing ever ends
     */
    record Retention(Value days, ValuePath at) implements Fact {}

    /**
     * The object lets others in.
     *
     * @param toEverybody whether that is everybody on the internet
     * @param how as the end of a sentence such as "lets everybody in on port 22"
     * @param guard the type of the object that this is a part of, such as the security group of a rule; empty where it is the
     *     object itself that is opened
     */
    record Exposure(Answer toEverybody, String how, Optional<String> guard, ValuePath at) implements Fact {}

    /**
     * The object answers connections from outside.
     *
     * @param entrance whether it is there for everybody, as load balancers are
     */
    record Reachable(boolean entrance) implements Fact {
        @Override
        public ValuePath at() {
            return ValuePath.ROOT;
        }
    }

    /**
     * The object belongs to one app.
     *
     * @param what it is, such as "database"
     */
    record Owned(String what) implements Fact {
        @Override
        public ValuePath at() {
            return ValuePath.ROOT;
        }
    }
}
