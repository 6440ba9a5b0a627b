package dev.corbel.providers.onprem.file;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.onprem.host.Body;
import dev.corbel.providers.onprem.host.Change;
import java.io.IOException;

/** A file of the project that goes to a host, which has to be the one that was planned. */
final class SourceFile {
    private SourceFile() {}

    /** The bytes of {@code source}, whose checksum is {@code checksum} where that was planned. */
    static Body of(Change change) throws ProviderException {
        String source = change.desired().required("source");
        String planned = change.desired().text("checksum");
        try {
            Body body = Body.of(change.host().context().projectDirectory().resolve(source));
            if (planned != null && !body.sha256().equals(planned)) {
                throw new ProviderException(Diagnostic.error(
                        "The file " + source + " is another one than was planned",
                        "Its SHA-256 is %s, and the plan has %s.".formatted(body.sha256(), planned)));
            }
            return body;
        } catch (IOException unreadable) {
            throw new ProviderException(Diagnostic.error(
                            "The file " + source + " cannot be read", String.valueOf(unreadable.getMessage())))
                    .because(unreadable);
        }
    }
}
