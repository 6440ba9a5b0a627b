package dev.corbel.state.azure;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The content of {@code AZURE_STORAGE_CONNECTION_STRING}: the account and its secret in one text. */
final class ConnectionString {
    static final String VARIABLE = "AZURE_STORAGE_CONNECTION_STRING";

    private final Map<String, String> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    ConnectionString(String text) {
        Arrays.stream(text.split(";"))
                .map(part -> part.split("=", 2))
                .filter(part -> part.length == 2)
                .forEach(part -> parts.put(part[0].strip(), part[1].strip()));
    }

    private Optional<String> part(String name) {
        return Optional.ofNullable(parts.get(name)).filter(value -> !value.isEmpty());
    }

    Optional<String> account() {
        return part("AccountName");
    }

    Optional<String> endpoint() {
        return part("BlobEndpoint").or(() -> account().map(account -> "%s://%s.blob.%s"
                .formatted(
                        part("DefaultEndpointsProtocol").orElse("https"),
                        account,
                        part("EndpointSuffix").orElse("core.windows.net"))));
    }

    BlobCredential credential() {
        return part("AccountKey")
                .map(key -> BlobCredential.key("The AccountKey of " + VARIABLE, key))
                .or(() -> part("SharedAccessSignature")
                        .map(token -> BlobCredential.token("The SharedAccessSignature of " + VARIABLE, token)))
                .orElseThrow(() -> new DiagnosticsException(Diagnostic.error(
                                VARIABLE + " is incomplete", "It has neither AccountKey nor SharedAccessSignature.")
                        .withHint("Copy it again, or unset it and sign in with az login.")));
    }
}
