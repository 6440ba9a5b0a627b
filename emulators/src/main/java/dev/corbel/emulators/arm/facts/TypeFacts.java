package dev.corbel.emulators.arm.facts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A resource type: its API versions, verbs, lists, body and behaviour. */
public final class TypeFacts {
    private final String name;
    private final List<String> apiVersions;
    private final @Nullable Verb put;
    private final @Nullable Verb patch;
    private final @Nullable Verb delete;
    private final Set<String> lists;
    private final @Nullable Shape shape;
    private final Behaviour behaviour;

    TypeFacts(
            String name,
            List<String> apiVersions,
            @Nullable Verb put,
            @Nullable Verb patch,
            @Nullable Verb delete,
            Set<String> lists,
            @Nullable Shape shape,
            Behaviour behaviour) {
        this.name = name;
        this.apiVersions = List.copyOf(apiVersions);
        this.put = put;
        this.patch = patch;
        this.delete = delete;
        this.lists = Set.copyOf(lists);
        this.shape = shape;
        this.behaviour = behaviour;
    }

    /** Such as Microsoft.Network/virtualNetworks/subnets. */
    public String name() {
        return name;
    }

    /** The part of the name before the first slash. */
    public String namespace() {
        return name.substring(0, name.indexOf('/'));
    }

    /** The part of the name after the last slash. */
    public String collection() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    public List<String> apiVersions() {
        return apiVersions;
    }

    public Optional<Verb> put() {
        return Optional.ofNullable(put);
    }

    public Optional<Verb> patch() {
        return Optional.ofNullable(patch);
    }

    public Optional<Verb> delete() {
        return Optional.ofNullable(delete);
    }

    /** Whether there is a list of all in a {@code group} or a {@code subscription}. */
    public boolean listedIn(String scope) {
        return lists.contains(scope);
    }

    /**
     * The body.
     *
     * @throws IllegalStateException where nobody writes this type
     */
    public Shape shape() {
        if (shape == null) {
            throw new IllegalStateException(name + " has no body");
        }
        return shape;
    }

    /** Whether clients can write it. */
    public boolean isWritten() {
        return shape != null;
    }

    public Behaviour behaviour() {
        return behaviour;
    }

    @Override
    public String toString() {
        return name;
    }
}
