package dev.corbel.providers.azure.client;

import dev.corbel.clients.azure.ArmException;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens sessions, and checks the subscription before any other call. */
public final class SessionOpener {
    private SessionOpener() {}

    /**
     * Opens a session.
     *
     * @param types by their names
     * @throws DiagnosticsException where the credentials do not lead to the subscription
     */
    public static AzureSession open(
            MapValue values, ProviderContext context, Accesses accesses, AzureSession.Types types) {
        AzureConfiguration written = AzureConfiguration.from(values, context.projectDirectory());
        AzureConfiguration configuration = written.in(written.subscription().or(SessionOpener::ofEnvironment));
        AzureSession session = new AzureSession(configuration, context, accesses, types);
        try {
            check(session.found(), configuration);
            return session;
        } catch (ArmException failure) {
            session.close();
            throw new DiagnosticsException(Failures.diagnose(failure), failure);
        } catch (DiagnosticsException wrong) {
            session.close();
            throw wrong;
        }
    }

    private static Optional<String> ofEnvironment() {
        return Stream.of("AZURE_SUBSCRIPTION_ID", "ARM_SUBSCRIPTION_ID")
                .map(System::getenv)
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }

    /** A guest sees subscriptions of other tenants. */
    private static void check(Subscription found, AzureConfiguration configuration) {
        Optional<String> tenant = configuration.access().tenant();
        if (tenant.isPresent() && !found.tenant().isEmpty() && !tenant.get().equalsIgnoreCase(found.tenant())) {
            throw new DiagnosticsException(Diagnostic.error(
                            "The Azure subscription " + found.id() + " belongs to tenant " + found.tenant()
                                    + ", not to " + tenant.get(),
                            "Nothing else was read, and nothing was changed.")
                    .withHint("Correct the tenant or the subscription in provider('azure') { … }.")
                    .ofSession());
        }
    }
}
