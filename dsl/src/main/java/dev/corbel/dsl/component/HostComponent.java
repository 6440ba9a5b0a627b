package dev.corbel.dsl.component;

import static dev.corbel.providers.api.schema.Attribute.optional;
import static dev.corbel.providers.api.schema.Attribute.required;

import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import java.util.Map;
import java.util.Set;

/** The component of a machine that is there already. */
final class HostComponent {
    private HostComponent() {}

    /** Has no defaults: what is left out is as the configuration of the region's provider says. */
    static ComponentType type() {
        Schema inputs = Schema.builder()
                .attribute(required("address", Type.STRING).describedAs("Its name or IP address."))
                .attribute(optional("port", Type.NUMBER)
                        .validatedBy(Validation.between(1, 65535))
                        .describedAs("The port of SSH."))
                .attribute(optional("user", Type.STRING).describedAs("The user to log in as."))
                .attribute(optional("bastion", Type.STRING).describedAs("The host to go through."))
                .attribute(optional("hostKey", Type.STRING)
                        .describedAs("Its public key, such as 'ssh-ed25519 AAAA…'; no other is accepted."))
                .attribute(optional("knownHostsFile", Type.STRING)
                        .describedAs("The file with the public keys of hosts, where hostKey is left out."))
                .attribute(optional("identityFile", Type.STRING).describedAs("The private key to log in with."))
                .attribute(optional("become", Type.STRING)
                        .validatedBy(Validation.oneOf("sudo", "none"))
                        .describedAs("The way to the rights of root: 'sudo', or 'none' where the user has them."))
                .attribute(optional("roles", Type.list(Type.STRING))
                        .describedAs("What it is used for: containers, database, loadBalancer, bucket. Left out: all."))
                .build();
        return new ComponentType(
                "host",
                true,
                Set.of("region", "zone"),
                true,
                inputs,
                Map.of(),
                "A machine that is there already and is reached over SSH. It makes a configuration of the region's "
                        + "provider, PROVIDER.LABEL, which its own resources use: that of the region with what is "
                        + "written here. What is left out is as the region's configuration says.");
    }
}
