package dev.corbel.providers.aws.client;

import dev.corbel.clients.aws.NamedProfile;
import dev.corbel.clients.aws.RegionChain;
import dev.corbel.providers.api.ConcurrencyKey;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderContext.Access;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;

/** Opens sessions: settles the region, and checks the account before any other call. */
public final class SessionOpener {
    private SessionOpener() {}

    /**
     * Opens a session.
     *
     * @param serviceOfType the service that a type belongs to, and how many calls at once it takes
     * @param marks finds the objects that bear a mark of Corbel
     * @throws DiagnosticsException where there is no region, or where the credentials belong to another account
     */
    public static AwsSession open(
            MapValue values,
            ProviderContext context,
            Accounts accounts,
            Function<String, ConcurrencyKey> serviceOfType,
            AwsSession.MarkSearch marks) {
        AwsConfiguration configuration = AwsConfiguration.from(values, context.access() != Access.CHANGE);
        AwsSession session =
                new AwsSession(configuration, region(configuration), context, accounts, serviceOfType, marks);
        try {
            configuration.account().accountId().ifPresent(expected -> check(session, expected));
            return session;
        } catch (SdkException failure) {
            session.close();
            throw new DiagnosticsException(Failures.diagnose(failure), failure);
        } catch (DiagnosticsException wrongAccount) {
            session.close();
            throw wrongAccount;
        }
    }

    private static void check(AwsSession session, String expected) {
        String actual = session.identity().account();
        if (!actual.equals(expected)) {
            throw new DiagnosticsException(Diagnostic.error(
                            "The credentials belong to AWS account " + actual + ", not to " + expected,
                            "They are those of " + session.identity().arn() + ". Nothing was read or changed.")
                    .withHint("Use the credentials or the profile of account " + expected
                            + ", take on a role in it with assumeRole, or correct the account."));
        }
    }

    private static String region(AwsConfiguration configuration) {
        if (configuration.region().isPresent()) {
            return configuration.region().get();
        }
        try {
            return RegionChain.find(configuration.account().access().profile());
        } catch (SdkException none) {
            throw new DiagnosticsException(
                    Diagnostic.error(
                                    "No AWS region is given",
                                    NamedProfile.missing(
                                                    configuration
                                                            .account()
                                                            .access()
                                                            .profile(),
                                                    "the provider block")
                                            .map(missing -> missing + ", and neither the provider block nor AWS_REGION"
                                                    + " names a region.")
                                            .orElse("Neither the provider block nor AWS_REGION nor the profile names"
                                                    + " one."))
                            .withHint("Put resources into a region block, or write provider('aws') { region = '…' }."),
                    none);
        }
    }
}
