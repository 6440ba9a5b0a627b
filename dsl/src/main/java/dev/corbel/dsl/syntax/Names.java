package dev.corbel.dsl.syntax;

import dev.corbel.dsl.program.Access;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The variables of the code that are in sight, and where they will stand when it runs. */
final class Names {
    private @Nullable Frame innermost;

    private record Frame(@Nullable Frame parent, List<String> names) {}

    void enter() {
        innermost = new Frame(innermost, new ArrayList<>());
    }

    void leave() {
        innermost = frame().parent();
    }

    /** Leaves everything in sight for the length of a function, which sees nothing of the code around it. */
    void isolated(Runnable function) {
        Frame saved = innermost;
        innermost = null;
        function.run();
        innermost = saved;
    }

    /** Adds a variable to the innermost scope and tells its position. */
    int declare(String name) {
        frame().names().add(name);
        return frame().names().size() - 1;
    }

    boolean isDeclared(String name) {
        for (Frame frame = innermost; frame != null; frame = frame.parent()) {
            if (frame.names().contains(name)) {
                return true;
            }
        }
        return false;
    }

    Optional<Access.Local> find(String name, SourceRange range) {
        int hops = 0;
        for (Frame frame = innermost; frame != null; frame = frame.parent()) {
            int index = frame.names().lastIndexOf(name);
            if (index >= 0) {
                return Optional.of(new Access.Local(hops, index, name, range));
            }
            hops++;
        }
        return Optional.empty();
    }

    /** All variables in sight, for suggestions. */
    Set<String> all() {
        Set<String> names = new TreeSet<>();
        for (Frame frame = innermost; frame != null; frame = frame.parent()) {
            names.addAll(frame.names());
        }
        return names;
    }

    private Frame frame() {
        return java.util.Objects.requireNonNull(innermost);
    }
}
