package dev.corbel.emulators.arm;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The simulator as a process of its own: {@code emulators/arm}. */
public final class ArmProcess {
    private static final Set<String> OPTIONS = Set.of("--host", "--port", "--log", "--directory", "--seed", "--faults");

    private ArmProcess() {}

    /** Starts it, prints where it answers, and serves until it is ended. */
    public static void main(String... arguments) throws IOException {
        try {
            print(start(options(List.of(arguments))), System.out);
        } catch (IllegalArgumentException wrong) {
            System.err.println("emulators/arm: " + wrong.getMessage());
            System.err.println("usage: emulators/arm [--host 127.0.0.1] --port PORT [--log FILE] [--directory FOLDER]"
                    + " [--seed NUMBER --faults rough|rougher]");
            System.exit(64);
        }
    }

    /**
     * Starts it as the options say.
     *
     * @throws IllegalArgumentException where they are wrong
     */
    static ArmServer start(Map<String, String> options) throws IOException {
        Path directory = options.containsKey("--directory")
                ? Files.createDirectories(Path.of(options.get("--directory")))
                : Files.createTempDirectory("arm-");
        ArmServer server = ArmServer.start(
                new InetSocketAddress(InetAddress.getByName(options.getOrDefault("--host", "127.0.0.1")), (int)
                        number(options.getOrDefault("--port", ""), "--port")),
                directory,
                log(options.get("--log")));
        server.faults(faults(options.getOrDefault("--faults", "none"), options.getOrDefault("--seed", "0")));
        return server;
    }

    /** Takes arguments apart: a name and a value each. */
    static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int index = 0; index < arguments.size(); index += 2) {
            String name = arguments.get(index);
            if (!OPTIONS.contains(name)) {
                throw new IllegalArgumentException("there is no option " + name);
            }
            if (index + 1 == arguments.size()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            options.put(name, arguments.get(index + 1));
        }
        return options;
    }

    private static ArmFaults faults(String name, String seed) {
        return switch (name) {
            case "none" -> ArmFaults.NONE;
            case "rough" -> ArmFaults.rough(number(seed, "--seed"));
            case "rougher" -> ArmFaults.rougher(number(seed, "--seed"));
            default -> throw new IllegalArgumentException("--faults is rough or rougher, and not " + name);
        };
    }

    private static long number(String text, String option) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(option + " needs a number, and not '" + text + "'", noNumber);
        }
    }

    private static OutputStream log(@Nullable String file) throws IOException {
        return file == null
                ? OutputStream.nullOutputStream()
                : Files.newOutputStream(Path.of(file), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Prints what a caller needs, as a shell reads it. */
    static void print(ArmServer server, PrintStream out) {
        out.println("ARM_ENDPOINT=" + server.endpoint());
        out.println("ARM_CA_FILE=" + server.caFile());
        out.println("ARM_SUBSCRIPTION_ID=" + server.subscription());
        out.println("AZURE_AUTHORITY_HOST=" + server.endpoint());
        out.println("AZURE_TENANT_ID=" + server.tenant());
        out.println("AZURE_CLIENT_ID=" + server.clientId());
        out.println("AZURE_CLIENT_SECRET=" + server.clientSecret());
        out.flush();
    }
}
