package dev.corbel.dsl.component;

import static dev.corbel.providers.api.schema.Attribute.optional;
import static dev.corbel.providers.api.schema.Attribute.required;

import dev.corbel.dsl.component.ComponentType.Output;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All components: the one place that says what they take and give. Resolution, errors and documents read it. */
public final class Components {
    private static final Validation ZONES = new ZonesValidation();
    private static final Map<String, ComponentType> ALL = new LinkedHashMap<>();

    static {
        List.of(
                        region(),
                        zone(),
                        HostComponent.type(),
                        app(),
                        containers(),
                        loadBalancer(),
                        StorageComponents.database(),
                        StorageComponents.bucket())
                .forEach(component -> ALL.put(component.kind(), component));
    }

    private Components() {}

    /** The component of this keyword; null where there is none. */
    public static @Nullable ComponentType find(String kind) {
        return ALL.get(kind);
    }

    public static Set<String> kinds() {
        return java.util.Collections.unmodifiableSet(ALL.keySet());
    }

    public static List<ComponentType> all() {
        return List.copyOf(ALL.values());
    }

    private static ComponentType region() {
        Schema inputs = Schema.builder()
                .attribute(required("provider", Type.STRING)
                        .describedAs("The provider that builds it, such as 'aws', or an alias, such as 'aws.us'."))
                .attribute(optional("zones", Type.ANY)
                        .validatedBy(ZONES)
                        .describedAs("How many availability zones are used, or their names. Left out: as many as it"
                                + " has zone blocks, else 2."))
                .attribute(optional("backupRegion", Type.STRING)
                        .describedAs("The region that backups and replicas go to; in the same political area."))
                .attribute(optional("area", Type.STRING)
                        .validatedBy(Validation.oneOf(PoliticalAreas.names().toArray(String[]::new)))
                        .describedAs(
                                "The political area of a place of your own, such as 'EU'; those of clouds are known."))
                .attribute(optional("cidr", Type.STRING)
                        .defaultsTo(Value.of("10.0.0.0/16"))
                        .describedAs("The addresses of its network."))
                .attribute(optional("natGateways", Type.STRING)
                        .defaultsTo(Value.of("perZone"))
                        .validatedBy(Validation.oneOf("perZone", "one"))
                        .describedAs("A way out to the internet in each zone, or one for all."))
                .build();
        return new ComponentType(
                "region",
                true,
                Set.of(),
                false,
                inputs,
                ComponentType.outputs(
                        new Output("zoneNames", Type.list(Type.STRING), false, "The names of the zones in use.")),
                "A place of a provider, with its network. The label is the provider's name for it.");
    }

    private static ComponentType zone() {
        return new ComponentType(
                "zone",
                true,
                Set.of("region"),
                false,
                Schema.EMPTY,
                Map.of(),
                "A part of a region that fails on its own, where that is not the provider's business; holds hosts.");
    }

    private static ComponentType app() {
        Schema placement = Schema.builder()
                .attribute(optional("containers", Type.list(Type.STRING))
                        .describedAs("The labels of the hosts that the containers run on, in turn."))
                .attribute(optional("database", Type.list(Type.STRING))
                        .describedAs("The host of the database, and that of its standby."))
                .attribute(
                        optional("loadBalancer", Type.list(Type.STRING)).describedAs("The hosts of the load balancer."))
                .attribute(optional("bucket", Type.list(Type.STRING)).describedAs("The host that keeps the files."))
                .build();
        Schema inputs =
                Schema.builder().block(BlockType.single("placement", placement)).build();
        return new ComponentType(
                "app",
                true,
                Set.of("region"),
                false,
                inputs,
                ComponentType.outputs(
                        new Output("url", Type.STRING, false, "Where people reach it: its load balancer.")),
                "What belongs together: containers, load balancer, databases and buckets. Shares nothing with other"
                        + " apps.");
    }

    private static ComponentType containers() {
        Schema healthCheck = Schema.builder()
                .attribute(
                        optional("path", Type.STRING).defaultsTo(Value.of("/")).describedAs("What is asked for."))
                .attribute(optional("command", Type.list(Type.STRING))
                        .describedAs("What is run in a container as well; it is healthy where that ends with 0."))
                .attribute(optional("interval", Type.STRING)
                        .defaultsTo(Value.of("10 seconds"))
                        .validatedBy(Measures.SPAN))
                .attribute(optional("timeout", Type.STRING)
                        .defaultsTo(Value.of("5 seconds"))
                        .validatedBy(Measures.SPAN))
                .attribute(optional("healthyThreshold", Type.NUMBER).defaultsTo(Value.of(2)))
                .attribute(optional("unhealthyThreshold", Type.NUMBER).defaultsTo(Value.of(3)))
                .build();
        Schema scale = Schema.builder()
                .attribute(required("min", Type.NUMBER).describedAs("How many there are at least."))
                .attribute(required("max", Type.NUMBER).describedAs("How many there are at most."))
                .attribute(optional("targetCpu", Type.NUMBER)
                        .defaultsTo(Value.of(60))
                        .validatedBy(Validation.between(1, 100))
                        .describedAs("The load in percent that is aimed at."))
                .build();
        Schema inputs = Schema.builder()
                .attribute(optional("image", Type.STRING).describedAs("The image, with its tag."))
                .attribute(optional("archive", Type.STRING)
                        .describedAs("Instead of an image, on hosts: the archive that the command runs from."))
                .attribute(optional("count", Type.NUMBER)
                        .defaultsTo(Value.of(1))
                        .validatedBy(Validation.between(0, 1000))
                        .describedAs("How many run; two or more stand in different zones."))
                .attribute(optional("cpu", Type.NUMBER)
                        .defaultsTo(Value.of(new java.math.BigDecimal("0.25")))
                        .describedAs("Processors of each."))
                .attribute(optional("memory", Type.STRING)
                        .defaultsTo(Value.of("512 MiB"))
                        .validatedBy(Measures.SIZE)
                        .describedAs("Memory of each."))
                .attribute(optional("port", Type.NUMBER)
                        .defaultsTo(Value.of(8080))
                        .validatedBy(Validation.between(1, 65535))
                        .describedAs("The port that it listens on."))
                .attribute(optional("command", Type.list(Type.STRING))
                        .describedAs("What to run: instead of the image's own command, or from the archive."))
                .attribute(optional("env", Type.map(Type.STRING))
                        .defaultsTo(dev.corbel.providers.api.value.MapValue.EMPTY)
                        .describedAs("Environment variables. Sensitive ones are handed over by reference."))
                .attribute(optional("startupTime", Type.STRING)
                        .defaultsTo(Value.of("5 minutes"))
                        .validatedBy(Measures.SPAN)
                        .describedAs("How long one may take until it is healthy."))
                .attribute(optional("deployment", Type.STRING)
                        .defaultsTo(Value.of("rolling"))
                        .validatedBy(Validation.oneOf("rolling", "stopAll"))
                        .describedAs("Start new ones before stopping old ones,"
                                + " or stop all containers of the app first and start one before the rest."))
                .attribute(optional("retainedRevisions", Type.NUMBER)
                        .defaultsTo(Value.of(5))
                        .validatedBy(Validation.between(1, 100))
                        .describedAs("How many of the last versions stay, so that a deployment can go back to one."))
                .attribute(optional("scheduledEvents", Type.STRING)
                        .validatedBy(Validation.oneOf("one", "none"))
                        .describedAs("'one' makes one container responsible for scheduled work;"
                                + " a new one starts when the old one has ended."))
                .block(BlockType.single("healthCheck", healthCheck))
                .block(BlockType.single("scale", scale))
                .build();
        return new ComponentType(
                "containers",
                false,
                Set.of("app"),
                true,
                inputs,
                ComponentType.outputs(new Output("name", Type.STRING, false, "The name of the service.")),
                "Containers of one image, or on hosts services from one archive.");
    }

    private static ComponentType loadBalancer() {
        Schema inputs = Schema.builder()
                .attribute(optional("domain", Type.STRING).describedAs("The name that people use."))
                .attribute(optional("stickySessions", Type.BOOLEAN)
                        .defaultsTo(Value.of(false))
                        .describedAs("Whether a visitor stays with one container, by a cookie."))
                .attribute(optional("internal", Type.BOOLEAN)
                        .defaultsTo(Value.of(false))
                        .describedAs("Whether it is reached from inside the network only."))
                .attribute(optional("certificate", Type.STRING)
                        .describedAs("The provider's id of the TLS certificate; left out: one is made for the domain."))
                .attribute(optional("hostedZone", Type.STRING)
                        .describedAs("The provider's id of the DNS zone that the domain is entered in; "
                                + "left out: the domain gets a zone of its own."))
                .attribute(optional("waitForDomain", Type.BOOLEAN)
                        .defaultsTo(Value.of(true))
                        .describedAs("Whether the first apply waits until the domain points to a zone of its own; "
                                + "without, it is reached over HTTP until a later one waits."))
                .build();
        return new ComponentType(
                "loadBalancer",
                false,
                Set.of("app"),
                true,
                inputs,
                ComponentType.outputs(
                        new Output("url", Type.STRING, false, "With https:// where there is a certificate."),
                        new Output("host", Type.STRING, false, "The name that the domain must point to."),
                        new Output(
                                "nameServers",
                                Type.list(Type.STRING),
                                false,
                                "The name servers of the domain's own zone, which the domain above must name.")),
                "The way in to the app's containers.");
    }
}
