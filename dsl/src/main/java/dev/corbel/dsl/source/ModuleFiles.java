package dev.corbel.dsl.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the files of modules. */
public final class ModuleFiles {
    private final SourceFiles files;
    private final Function<String, Optional<String>> texts;

    /** @param texts reads a file; empty where there is none */
    public ModuleFiles(SourceFiles files, Function<String, Optional<String>> texts) {
        this.files = files;
        this.texts = texts;
    }

    /**
     * The files of a module with their texts, in order; none where there is no module.
     *
     * @param source as it is written
     * @param caller the file that uses the module
     */
    public List<Map.Entry<String, String>> find(String source, String caller) {
        for (String candidate : List.of(source, parent(caller) + source)) {
            List<Map.Entry<String, String>> found = found(normal(candidate));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<Map.Entry<String, String>> found(@Nullable String path) {
        List<Map.Entry<String, String>> found = new ArrayList<>();
        if (path == null) {
            return found;
        }
        if (path.endsWith(".groovy")) {
            add(path, found);
            return found;
        }
        files.definitionsIn(path).forEach(file -> add(file, found));
        if (found.isEmpty()) {
            add(path + ".groovy", found);
        }
        return found;
    }

    private void add(String file, List<Map.Entry<String, String>> found) {
        texts.apply(file).ifPresent(text -> found.add(Map.entry(file, text)));
    }

    private static String parent(String file) {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? "" : file.substring(0, slash + 1);
    }

    /** The path without {@code .} and {@code ..}; null where it leads out of the project. */
    private static @Nullable String normal(String path) {
        String normal = Path.of(path).normalize().toString().replace('\\', '/');
        return normal.startsWith("..") ? null : normal;
    }
}
