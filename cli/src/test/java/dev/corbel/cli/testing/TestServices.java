package dev.corbel.cli.testing;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Providers and places of tests, which Corbel finds among its own where a test wants that.
 *
 * @param folders of test resources, each with a {@code META-INF/services}
 */
public record TestServices(List<String> folders) {
    public static final TestServices NONE = new TestServices(List.of());

    public static TestServices of(String... folders) {
        return new TestServices(Arrays.asList(folders));
    }

    /** These and another one. */
    public TestServices and(String folder) {
        return new TestServices(
                Stream.concat(folders.stream(), Stream.of(folder)).toList());
    }

    /** Runs something in this process that finds them. */
    public <T> T among(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        URL[] urls = folders.stream().map(TestServices::url).toArray(URL[]::new);
        thread.setContextClassLoader(new URLClassLoader(urls, before));
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The class path of a process that finds them. */
    String classPath() {
        StringBuilder path = new StringBuilder(FastStart.classPath());
        folders.forEach(folder ->
                path.append(File.pathSeparator).append(Path.of(url(folder).getPath())));
        return path.toString();
    }

    private static URL url(String folder) {
        URL url = TestServices.class.getResource("/" + folder + "/");
        if (url == null) {
            throw new IllegalStateException("there are no test resources " + folder);
        }
        return url;
    }
}
