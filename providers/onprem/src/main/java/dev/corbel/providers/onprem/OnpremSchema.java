package dev.corbel.providers.onprem;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.onprem.host.HostSettings;
import java.util.Optional;
import java.util.regex.Pattern;

/** What {@code provider('onprem')} takes. */
final class OnpremSchema {
    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_TIMEOUT = 300;

    private static final Pattern KEY = Pattern.compile("(ssh|ecdsa|sk)-\\S+ +AAAA\\S+( .*)?");

    static final Schema CONFIGURATION = Schema.builder()
            .attribute(Attribute.optional(HostSettings.NAME, Type.STRING)
                    .describedAs("The host as messages call it. Left out, its address."))
            .attribute(Attribute.optional(HostSettings.ADDRESS, Type.STRING)
                    .location()
                    .validatedBy(OnpremSchema::noAddress)
                    .describedAs(
                            "A name, an IP address, or an alias of `~/.ssh/config`. Left out, it stands for no host:"
                                    + " those of `host` components take the rest of it over."))
            .attribute(Attribute.optional(HostSettings.PORT, Type.NUMBER)
                    .validatedBy(value -> outside(value, 1, HIGHEST_PORT))
                    .describedAs("The port of its SSH server. Left out, that of `~/.ssh/config`, else 22."))
            .attribute(Attribute.optional(HostSettings.USER, Type.STRING)
                    .describedAs(
                            "The user to log in as. Left out, that of `~/.ssh/config`, else the one who runs Corbel."))
            .attribute(Attribute.optional(HostSettings.BASTION, Type.STRING)
                    .describedAs("Hosts to go through, as `user@host:port` with commas between them."))
            .attribute(Attribute.optional(HostSettings.HOST_KEY, Type.STRING)
                    .validatedBy(OnpremSchema::noHostKey)
                    .describedAs(
                            "The keys that the host may have: lines such as `ssh-ed25519 AAAA…`. Left out, those of"
                                    + " `known_hosts`."))
            .attribute(Attribute.optional(HostSettings.IDENTITY_FILE, Type.STRING)
                    .describedAs("The file of the private key. Left out, the agent and the keys of `~/.ssh`."))
            .attribute(Attribute.optional(HostSettings.PASSPHRASE, Type.STRING)
                    .sensitive()
                    .describedAs("The passphrase of that key."))
            .attribute(Attribute.optional(HostSettings.BECOME, Type.STRING)
                    .defaultsTo(Value.of("sudo"))
                    .validatedBy(Validation.oneOf("sudo", "none"))
                    .describedAs(
                            "Whether scripts run as root: `sudo` without a password, or `none` as the user itself."))
            .attribute(Attribute.optional(HostSettings.KNOWN_HOSTS_FILE, Type.STRING)
                    .describedAs("The file of known hosts, which is never written. Left out, `~/.ssh/known_hosts`."))
            .attribute(Attribute.optional(HostSettings.CONNECT_TIMEOUT, Type.NUMBER)
                    .defaultsTo(Value.of(10))
                    .validatedBy(value -> outside(value, 1, LONGEST_TIMEOUT))
                    .describedAs("The seconds that a connection may take to open."))
            .build();

    private OnpremSchema() {}

    private static Optional<String> noAddress(Value address) {
        return address instanceof StringValue text
                        && (text.value().isBlank()
                                || text.value().startsWith("-")
                                || text.value().contains(" "))
                ? Optional.of("must be a name or an IP address")
                : Optional.empty();
    }

    private static Optional<String> noHostKey(Value key) {
        return key instanceof StringValue text
                        && !text.value().strip().lines().allMatch(line -> KEY.matcher(line.strip())
                                .matches())
                ? Optional.of("must be lines such as ssh-ed25519 AAAA…, as in the .pub files of /etc/ssh")
                : Optional.empty();
    }

    private static Optional<String> outside(Value value, int least, int most) {
        return value instanceof NumberValue number
                        && (number.value().intValue() < least || number.value().intValue() > most)
                ? Optional.of("must be from " + least + " to " + most)
                : Optional.empty();
    }
}
