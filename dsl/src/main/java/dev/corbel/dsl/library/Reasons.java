package dev.corbel.dsl.library;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says why some classes and methods that people try are not in the list, and what to use instead. */
final class Reasons {
    private static final String CLOCK = "the clock";
    private static final String PROCESS = "the environment of the process";
    private static final String PROCESSES = "other processes";
    private static final String RANDOMNESS = "randomness";
    private static final String THREADS = "threads";
    private static final String NETWORK = "the network";
    private static final String FILES = "files";
    private static final String CODE = "code that is not in the definition";
    private static final String MACHINE = "the defaults of the machine";
    private static final String HASHES = "hashes that differ in each process";
    private static final String IDENTITY = "the identity of objects in this process";

    /** By the beginning of the class's name; the first that fits counts. */
    private static final List<Map.Entry<String, String>> TYPES = List.of(
            Map.entry("java.net.URLClassLoader", CODE),
            Map.entry("java.net.", NETWORK),
            Map.entry("javax.naming.", NETWORK),
            Map.entry("java.util.concurrent.ThreadLocalRandom", RANDOMNESS),
            Map.entry("java.util.concurrent.", THREADS),
            Map.entry("java.util.stream.", THREADS),
            Map.entry("java.io.", FILES),
            Map.entry("java.nio.file.", FILES),
            Map.entry("java.nio.", FILES),
            Map.entry("java.lang.System", PROCESS),
            Map.entry("java.lang.management.", PROCESS),
            Map.entry("java.lang.Runtime", PROCESSES),
            Map.entry("java.lang.Process", PROCESSES),
            Map.entry("java.lang.Thread", THREADS),
            Map.entry("java.util.TimerTask", THREADS),
            Map.entry("java.util.TimeZone", MACHINE),
            Map.entry("java.util.Timer", THREADS),
            Map.entry("java.util.Date", CLOCK),
            Map.entry("java.util.Calendar", CLOCK),
            Map.entry("java.util.GregorianCalendar", CLOCK),
            Map.entry("java.time.Clock", CLOCK),
            Map.entry("java.util.Random", RANDOMNESS),
            Map.entry("java.util.SplittableRandom", RANDOMNESS),
            Map.entry("java.security.SecureRandom", RANDOMNESS),
            Map.entry("java.util.HashMap", HASHES),
            Map.entry("java.util.HashSet", HASHES),
            Map.entry("java.util.Hashtable", HASHES),
            Map.entry("java.util.IdentityHashMap", HASHES),
            Map.entry("java.util.WeakHashMap", HASHES),
            Map.entry("java.lang.Class", CODE),
            Map.entry("java.lang.reflect.", CODE),
            Map.entry("java.lang.invoke.", CODE),
            Map.entry("javax.script.", CODE),
            Map.entry("groovy.lang.GroovyShell", CODE),
            Map.entry("groovy.lang.GroovyClassLoader", CODE),
            Map.entry("groovy.lang.MetaClass", CODE),
            Map.entry("groovy.lang.Script", CODE),
            Map.entry("groovy.util.Eval", CODE),
            Map.entry("groovy.util.GroovyScriptEngine", CODE),
            Map.entry("org.codehaus.groovy.", CODE));

    private static final Map<String, String> METHODS = Map.ofEntries(
            Map.entry("random", RANDOMNESS),
            Map.entry("randomUUID", RANDOMNESS),
            Map.entry("shuffle", RANDOMNESS),
            Map.entry("shuffled", RANDOMNESS),
            Map.entry("now", CLOCK),
            Map.entry("currentTimeMillis", CLOCK),
            Map.entry("nanoTime", CLOCK),
            Map.entry("sleep", CLOCK),
            Map.entry("getenv", PROCESS),
            Map.entry("execute", PROCESSES),
            Map.entry("exec", PROCESSES),
            Map.entry("toURL", NETWORK),
            Map.entry("parallelStream", THREADS),
            Map.entry("stream", THREADS),
            Map.entry("eachFile", FILES),
            Map.entry("getDefault", MACHINE),
            Map.entry("systemDefault", MACHINE),
            Map.entry("getClass", CODE),
            Map.entry("getMetaClass", CODE),
            Map.entry("metaClass", CODE),
            Map.entry("invokeMethod", CODE),
            Map.entry("newInstance", CODE),
            Map.entry("getProperties", CODE),
            Map.entry("getOwner", CODE),
            Map.entry("getDelegate", CODE),
            Map.entry("setDelegate", CODE),
            Map.entry("getThisObject", CODE),
            Map.entry("use", CODE),
            Map.entry("forName", CODE),
            Map.entry("hashCode", IDENTITY),
            Map.entry("identityHashCode", IDENTITY),
            Map.entry("dump", IDENTITY));

    private static final Map<String, String> OF_TYPES = Map.of("java.util.Set", HASHES, "java.util.Map", HASHES);

    private Reasons() {}

    /** The thing that a class which is not in the list depends on. */
    static Optional<String> ofType(String className) {
        return TYPES.stream()
                .filter(entry -> className.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The thing that a method which is not in the list depends on. */
    static Optional<String> ofMethod(String method) {
        return Optional.ofNullable(METHODS.get(method));
    }

    /** The thing that a property which is not in the list depends on. */
    static Optional<String> ofProperty(String property) {
        return property.isEmpty()
                ? Optional.empty()
                : ofMethod("get" + Character.toUpperCase(property.charAt(0)) + property.substring(1));
    }

    /** The thing that a method of a named type which is not in the list depends on. */
    static Optional<String> ofStatic(String className, String method) {
        return ofMethod(method).or(() -> ofProperty(method)).or(() -> Optional.ofNullable(OF_TYPES.get(className)));
    }

    /** The way to do without something that depends on this. */
    static String hint(String dependsOn) {
        return switch (dependsOn) {
            case FILES -> "Read the file of the project with file('path').";
            case HASHES ->
                "Write ['a', 'b'] for a list, ['a', 'b'] as Set for a set and [a: 1, b: 2] for a map: they keep their order.";
            case THREADS -> "Collections have methods such as collect, findAll and sum.";
            case IDENTITY -> "Compare the values themselves; 'text'.sha256() gives a hash of a text.";
            case CODE -> "Write the code out, in the definition or in a module.";
            case MACHINE -> "Name it, as in Locale.ROOT or ZoneOffset.UTC.";
            default -> "Give the value as a variable.";
        };
    }
}
