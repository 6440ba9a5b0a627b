package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.util.Locale;

/** Records of zones: their values, and their full names. */
final class RecordRule implements TypeRule {
    @Override
    public void check(Change change) {
        boolean a = change.type().collection().equals("A");
        JsonNode values = first(change, "properties.aRecords", "properties.ARecords");
        for (JsonNode value : values) {
            String address = value.path("ipv4Address").asText();
            if (Cidr.parse(address + "/32").isEmpty()) {
                throw Refusal.badRequest(
                        "BadRequest", "The value '" + address + "' of an A record is no IPv4 address.");
            }
        }
        if (a && values.isEmpty() && change.at("properties.targetResource").isMissingNode()) {
            throw Refusal.badRequest(
                    "BadRequest", "The record set '" + change.path().name() + "' has no records.");
        }
        change.path().owner().ifPresent(zone -> checkAlone(change, zone));
    }

    /** A name with a CNAME has no other record. */
    private static void checkAlone(Change change, ArmPath zone) {
        boolean cname = change.type().collection().equals("CNAME");
        for (Stored other : change.world().below(zone.id())) {
            boolean sameName = other.name().equalsIgnoreCase(change.path().name())
                    && other.path().types().size() == 2
                    && !other.key().equals(change.path().key());
            if (sameName
                    && !other.is(ZoneRule.LINK)
                    && cname != other.type().collection().equals("CNAME")) {
                throw Refusal.badRequest(
                        "BadRequest",
                        "The record could not be created because a record with the same name and a type that excludes"
                                + " it already exists: '" + other.id() + "'.");
            }
        }
    }

    private static JsonNode first(Change change, String one, String other) {
        return change.at(one).isMissingNode() ? change.at(other) : change.at(one);
    }

    @Override
    public void done(Change change, Stored stored) {
        name(stored);
    }

    /** Gives a record its full name. */
    static void name(Stored stored) {
        String zone = stored.path().names().get(0).toLowerCase(Locale.ROOT);
        String name = stored.name().equals("@") ? "" : stored.name() + ".";
        Trees.set(stored.generated(), "properties.fqdn", name + zone + ".");
    }
}
