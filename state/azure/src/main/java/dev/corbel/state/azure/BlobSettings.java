package dev.corbel.state.azure;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The block {@code state('azureblob') { … }}, with the variables of the process's environment that add to it.
 *
 * @param endpoint of the blob service, without a slash at the end
 * @param account the name of the storage account
 * @param prefix what the names of all blobs begin with; without a slash at the end
 */
record BlobSettings(String endpoint, String account, String container, String prefix, BlobCredential credential) {
    private static final Pattern NO_NAME = Pattern.compile("localhost|\\[.*|\\d+(\\.\\d+){3}");

    private static final String KEY = "AZURE_STORAGE_KEY";
    private static final String TOKEN = "AZURE_STORAGE_SAS_TOKEN";

    static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.optional("account", Type.STRING)
                    .validatedBy(Validation.matching("[a-z0-9]{3,24}", "the name of a storage account"))
                    .describedAs(
                            "The storage account; AZURE_STORAGE_ACCOUNT where neither it nor the endpoint is set."))
            .attribute(Attribute.optional("endpoint", Type.STRING)
                    // Somebody may have put a token into it.
                    .sensitive()
                    .validatedBy(Validation.matching(
                            "https?://[^/?#@\\s]+(/[a-z0-9-]+)?/?",
                            "the address of a blob service, such as https://ACCOUNT.blob.core.windows.net, without a"
                                    + " token"))
                    .describedAs("The address of the blob service, where it is not that of the public cloud."))
            .attribute(Attribute.required("container", Type.STRING)
                    .validatedBy(Validation.matching(
                            "[a-z0-9](-?[a-z0-9]){2,62}", "the name of a container: 3 to 63 of a-z 0-9 -"))
                    .describedAs("The container, which has to exist."))
            .attribute(Attribute.optional("prefix", Type.STRING)
                    .defaultsTo(Value.of("corbel"))
                    .validatedBy(Validation.matching(
                            "[\\w.-]+(/[\\w.-]+)*", "folders of A-Z a-z 0-9 _ . - with / between them"))
                    .describedAs("The folder in the container; each environment has its own folder in it."))
            .build();

    /** @param variables of the process's environment */
    static BlobSettings of(MapValue block, Map<String, String> variables) {
        Optional<ConnectionString> connection =
                find(variables, ConnectionString.VARIABLE).map(ConnectionString::new);
        Optional<String> account = find(block, "account");
        connection.flatMap(ConnectionString::account).ifPresent(other -> checkSame(account, other));
        String endpoint = find(block, "endpoint")
                .or(() -> connection.flatMap(ConnectionString::endpoint))
                .or(() -> account.or(() -> find(variables, "AZURE_STORAGE_ACCOUNT"))
                        .map(name -> "https://" + name + ".blob.core.windows.net"))
                .map(BlobSettings::withoutSlash)
                .orElseThrow(BlobSettings::noAccount);
        BlobCredential credential = connection.map(ConnectionString::credential).orElseGet(() -> credential(variables));
        checkProtected(endpoint, credential);
        return new BlobSettings(
                endpoint,
                account.or(() -> connection.flatMap(ConnectionString::account)).orElseGet(() -> accountOf(endpoint)),
                find(block, "container").orElseThrow(),
                find(block, "prefix").orElse("corbel"),
                credential);
    }

    /** Whoever saw the token of an identity could use it. */
    private static void checkProtected(String endpoint, BlobCredential credential) {
        if (credential.kind() == BlobCredential.Kind.IDENTITY && !endpoint.startsWith("https://")) {
            throw new DiagnosticsException(Diagnostic.error(
                            "Who is signed in is told over https alone",
                            "The state is at " + endpoint + ", and there is neither a key nor a token for it.")
                    .withHint("Set " + ConnectionString.VARIABLE + ", " + KEY + " or " + TOKEN + "."));
        }
    }

    private static BlobCredential credential(Map<String, String> variables) {
        return find(variables, KEY)
                .map(key -> BlobCredential.key(KEY, key))
                .or(() -> find(variables, TOKEN).map(token -> BlobCredential.token(TOKEN, token)))
                .orElse(BlobCredential.IDENTITY);
    }

    private static void checkSame(Optional<String> account, String other) {
        if (account.isPresent() && !account.get().equals(other)) {
            throw new DiagnosticsException(Diagnostic.error(
                            "The state is in another storage account",
                            "The state block names \"" + account.get() + "\", and " + ConnectionString.VARIABLE
                                    + " is for \"" + other + "\".")
                    .withHint("Unset the variable, or set it to the connection string of \"" + account.get() + "\"."));
        }
    }

    private static DiagnosticsException noAccount() {
        return new DiagnosticsException(Diagnostic.error(
                        "The storage account of the state is not named",
                        "Neither the state block nor the environment of the process names one.")
                .withHint("Add account = …."));
    }

    /** The service's address begins with the account, or ends with it where it has no name. */
    private static String accountOf(String endpoint) {
        URI address = URI.create(endpoint);
        String host = String.valueOf(address.getHost());
        boolean inPath = NO_NAME.matcher(host).matches() && !address.getPath().isEmpty();
        return inPath ? address.getPath().substring(1) : host.split("\\.", 2)[0];
    }

    private static String withoutSlash(String endpoint) {
        return endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
    }

    private static Optional<String> find(MapValue block, String name) {
        return block.get(name).unmarked() instanceof StringValue text ? Optional.of(text.value()) : Optional.empty();
    }

    private static Optional<String> find(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }
}
