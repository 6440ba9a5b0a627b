package dev.corbel.dsl.syntax;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows the calls that give something else each time, so that a plan would not be repeatable. */
final class Repeatability {
    private static final Map<String, String> PACKAGES = Map.of(
            "java.net.", "the network",
            "java.util.concurrent.", "threads",
            "java.io.", "files",
            "java.nio.", "files");
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("java.lang.System", "the environment of the process"),
            Map.entry("java.lang.Runtime", "other processes"),
            Map.entry("java.lang.Process", "other processes"),
            Map.entry("java.lang.ProcessBuilder", "other processes"),
            Map.entry("java.lang.ProcessHandle", "other processes"),
            Map.entry("java.lang.Thread", "threads"),
            Map.entry("java.util.Timer", "threads"),
            Map.entry("java.util.Date", "the clock"),
            Map.entry("java.util.Calendar", "the clock"),
            Map.entry("java.time.Clock", "the clock"),
            Map.entry("java.util.Random", "randomness"),
            Map.entry("java.util.SplittableRandom", "randomness"),
            Map.entry("java.security.SecureRandom", "randomness"),
            Map.entry("groovy.lang.GroovyShell", "code from elsewhere"),
            Map.entry("groovy.util.Eval", "code from elsewhere"));
    private static final Map<String, String> METHODS = Map.of(
            "random", "randomness",
            "randomUUID", "randomness",
            "shuffle", "randomness",
            "shuffled", "randomness",
            "now", "the clock",
            "currentTimeMillis", "the clock",
            "getenv", "the environment of the process",
            "execute", "other processes",
            "toURL", "the network",
            "sleep", "the clock");
    private static final Set<String> ONLY_OF_CLASSES = Set.of("random", "now");
    private static final List<String> DATES = List.of("java.time.");

    private Repeatability() {}

    /** What a class depends on; empty where nothing is wrong with it. */
    static Optional<String> ofType(String className) {
        if (CLASSES.containsKey(className)) {
            return Optional.of(CLASSES.get(className));
        }
        return PACKAGES.entrySet().stream()
                .filter(entry -> className.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /**
     * What a method depends on.
     *
     * @param className the class that it is called on by name; null for one called on a value
     */
    static Optional<String> ofMethod(@Nullable String className, String method) {
        if (className == null && ONLY_OF_CLASSES.contains(method)) {
            return Optional.empty();
        }
        if (method.equals("now") && (className == null || DATES.stream().noneMatch(className::startsWith))) {
            return Optional.empty();
        }
        return Optional.ofNullable(METHODS.get(method));
    }
}
