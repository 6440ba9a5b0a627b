package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Facts;
import dev.corbel.emulators.arm.facts.Trees;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** PostgreSQL servers: what a new one needs, what can never change, and what each comes with. */
final class PostgresServerRule implements TypeRule {
    static final String TYPE = "Microsoft.DBforPostgreSQL/flexibleServers";
    static final String DATABASE = TYPE + "/databases";

    private static final Set<String> RESERVED =
            Set.of("azure_superuser", "azure_pg_admin", "admin", "administrator", "root", "guest", "public");
    private static final List<String> OWN_DATABASES = List.of("azure_maintenance", "azure_sys", "postgres");
    private static final Map<Integer, String> TIERS = Map.of(
            32, "P4", 64, "P6", 128, "P10", 256, "P15", 512, "P20", 1024, "P30", 2048, "P40", 4095, "P50", 4096, "P50");
    private static final String STANDBY = "properties.highAvailability";

    private final Facts facts;
    private final Regions regions;

    PostgresServerRule(Facts facts, Regions regions) {
        this.facts = facts;
        this.regions = regions;
    }

    @Override
    public void check(Change change) {
        if (!change.path().name().matches("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]")) {
            throw Refusal.badRequest(
                    "InvalidServerName", "'" + change.path().name() + "' is no valid name of a server.");
        }
        checkLogin(change);
        checkPlace(change);
        checkNetwork(change);
        change.current().ifPresent(before -> {
            refuseLess(before, change, "properties.version", "The version of a server cannot go back.");
            refuseLess(before, change, "properties.storage.storageSizeGB", "The storage of a server cannot shrink.");
        });
    }

    private static void checkLogin(Change change) {
        String login = change.text("properties.administratorLogin").toLowerCase(Locale.ROOT);
        String password = change.text("properties.administratorLoginPassword");
        boolean made = !change.creates()
                || Set.of("PointInTimeRestore", "Replica", "GeoRestore", "ReviveDropped")
                        .contains(change.text("properties.createMode"));
        boolean open = !change.text("properties.authConfig.passwordAuth").equals("Disabled");
        if (!made && open && (login.isEmpty() || password.isEmpty())) {
            throw Refusal.badRequest("MissingRequiredParameter", "A server needs an administrator and a password.");
        }
        if (RESERVED.contains(login) || login.startsWith("pg_")) {
            throw Refusal.badRequest("InvalidAdministratorLogin", "The login '" + login + "' is reserved.");
        }
        if (!password.isEmpty() && (password.length() < 8 || password.length() > 128 || kinds(password) < 3)) {
            throw Refusal.badRequest(
                    "PasswordTooWeak", "A password has 8 to 128 characters, of three of four kinds at least.");
        }
    }

    private static long kinds(String password) {
        return Stream.of("[a-z]", "[A-Z]", "[0-9]", "[^a-zA-Z0-9]")
                .filter(kind -> password.matches("(?s).*" + kind + ".*"))
                .count();
    }

    private void checkPlace(Change change) {
        String mode = change.text(STANDBY + ".mode");
        String location = change.text("location");
        if (!mode.isEmpty()
                && !mode.equals("Disabled")
                && change.text("sku.tier").equals("Burstable")) {
            throw Refusal.badRequest(
                    "HighAvailabilityNotSupported", "Burstable servers have no high availability in any zone.");
        }
        if (mode.equals("ZoneRedundant") && !regions.hasZones(location)) {
            throw Refusal.badRequest(
                    "ZoneRedundantHighAvailabilityNotSupported",
                    "Zone redundant high availability is not supported in '" + location + "'.");
        }
        boolean copied = change.text("properties.backup.geoRedundantBackup").equals("Enabled");
        if (copied && !regions.isPaired(location)) {
            throw Refusal.badRequest(
                    "GeoRedundantBackupNotSupported", "Geo-redundant backup is not supported in '" + location + "'.");
        }
    }

    private static void checkNetwork(Change change) {
        String subnet = change.text("properties.network.delegatedSubnetResourceId");
        if (subnet.isEmpty()) {
            return;
        }
        if (change.text("properties.network.publicNetworkAccess").equals("Enabled")) {
            throw Refusal.badRequest(
                    "PublicNetworkAccessNotSupported", "A server in a subnet takes no connections from outside.");
        }
        Stored there = change.world()
                .find(subnet)
                .orElseThrow(() -> Refusal.badRequest(
                        "InvalidSubnet", "The subnet '" + subnet + "' of the server does not exist."));
        boolean delegated = StreamSupport.stream(
                        Trees.at(there.body(), "properties.delegations").spliterator(), false)
                .anyMatch(each ->
                        Trees.at(each, "properties.serviceName").asText().equalsIgnoreCase(TYPE));
        if (!delegated) {
            throw Refusal.badRequest(
                    "SubnetNotDelegated", "The subnet '" + subnet + "' has to be delegated to " + TYPE + ".");
        }
        if (change.creates()) {
            checkZone(change, subnet);
        }
    }

    private static void checkZone(Change change, String subnet) {
        String zone = change.text("properties.network.privateDnsZoneArmResourceId");
        String name = zone.substring(zone.lastIndexOf('/') + 1);
        if (!name.endsWith(".postgres.database.azure.com")
                || name.startsWith(change.path().name() + ".")) {
            throw Refusal.badRequest(
                    "PrivateDnsZoneNameNotValid",
                    "The zone '" + name + "' does not end with .postgres.database.azure.com, or begins as the server.");
        }
        String network =
                ArmPath.parse(subnet).flatMap(ArmPath::owner).orElseThrow().key();
        boolean linked = change.world().below(zone).stream()
                .filter(stored -> stored.is(ZoneRule.LINK) && stored.state().equals("Succeeded"))
                .anyMatch(link -> ArmPath.key(Trees.at(link.body(), "properties.virtualNetwork.id")
                                .asText())
                        .equals(network));
        if (!linked) {
            throw Refusal.badRequest(
                    "PrivateDnsZoneNotLinked", "The zone '" + name + "' is not linked to the network of the server.");
        }
    }

    private static void refuseLess(Stored before, Change change, String property, String message) {
        if (change.at(property).asInt() < Trees.at(before.body(), property).asInt()) {
            throw Refusal.badRequest("PropertyChangeNotAllowed", message);
        }
    }

    @Override
    public Set<String> holds(Change change) {
        String subnet = change.text("properties.network.delegatedSubnetResourceId");
        return change.creates() && !subnet.isEmpty()
                ? ArmPath.parse(subnet)
                        .flatMap(ArmPath::owner)
                        .map(network -> Set.of(network.id()))
                        .orElse(Set.of())
                : Set.of();
    }

    @Override
    public void done(Change change, Stored stored) {
        Trees.remove(stored.body(), "properties.createMode");
        Trees.set(
                stored.generated(),
                "properties.fullyQualifiedDomainName",
                stored.name() + ".postgres.database.azure.com");
        Trees.set(stored.generated(), "properties.state", "Ready");
        Trees.set(stored.generated(), "properties.minorVersion", "4");
        if (change.creates()) {
            OWN_DATABASES.forEach(name -> OwnParts.add(facts, change, stored, DATABASE, name, Trees.object()));
            PostgresParameters.all()
                    .forEach((name, body) -> OwnParts.add(facts, change, stored, PostgresParameters.TYPE, name, body));
        }
    }

    /** A server is in some zone, and its standby in another one. */
    @Override
    public void show(World world, Stored stored, ObjectNode shown) {
        if (!regions.hasZones(shown.path("location").asText())) {
            fill(shown, "properties.availabilityZone", "");
        } else {
            fill(shown, "properties.availabilityZone", "1");
        }
        int size = Trees.at(shown, "properties.storage.storageSizeGB").asInt();
        fill(shown, "properties.storage.tier", TIERS.getOrDefault(size, "P80"));
        String mode = Trees.at(shown, STANDBY + ".mode").asText();
        boolean standby = !mode.equals("Disabled");
        Trees.set(shown, STANDBY + ".state", standby ? "Healthy" : "NotEnabled");
        if (standby) {
            String own = Trees.at(shown, "properties.availabilityZone").asText();
            String other = mode.equals("SameZone") ? own : own.equals("1") ? "2" : "1";
            fill(shown, STANDBY + ".standbyAvailabilityZone", other);
        }
    }

    private static void fill(ObjectNode shown, String property, String text) {
        if (Optional.of(Trees.at(shown, property)).filter(JsonNode::isTextual).isEmpty()) {
            Trees.set(shown, property, text);
        }
    }
}
