package dev.corbel.cli.testing;

import dev.corbel.emulators.arm.ArmServer;
import java.util.Map;
import java.util.TreeMap;

/** What Azure's libraries read of the system's properties or the environment, to sign in at the simulator alone. */
public final class AzureSettings {
    private AzureSettings() {}

    /** The variables of a process that signs in at the simulator. */
    public static Map<String, String> variables(ArmServer arm) {
        return new TreeMap<>(Map.of(
                "AZURE_TENANT_ID", arm.tenant(),
                "AZURE_CLIENT_ID", arm.clientId(),
                "AZURE_CLIENT_SECRET", arm.clientSecret(),
                "AZURE_AUTHORITY_HOST", arm.endpoint().toString()));
    }

    /** Lets this JVM sign in at the simulator, whose credentials open nothing else. */
    public static void signIn(ArmServer arm) {
        variables(arm).forEach(System::setProperty);
    }
}
