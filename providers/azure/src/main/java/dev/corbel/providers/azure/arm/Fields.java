package dev.corbel.providers.azure.arm;

import dev.corbel.providers.api.schema.NormalForm;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.definition.Form;
import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Attributes that many types have. */
public final class Fields {
    /** The names of places are written in many ways, such as {@code West Europe} for {@code westeurope}. */
    static final NormalForm PLACE = NormalForm.ofTexts(Fields::place);

    /** Texts that are ids, however they are spelled. */
    private static final Form IDS = Form.of(value -> value, Fields::spelled);

    private Fields() {}

    private static String place(String text) {
        return text.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    private static Value spelled(Value value) {
        return NormalForm.ofTexts(ArmSpelling::of).of(value);
    }

    /** The name, which is a part of the id. */
    public static Property name() {
        return Property.text("name").required().immutable().withoutCase().describedAs("The name.");
    }

    public static Property resourceGroup() {
        return Property.text("resource_group_name")
                .required()
                .immutable()
                .withoutCase()
                .matching(
                        "[-\\w._()]{0,89}[-\\w_()]",
                        "1 to 90 letters, digits and any of -_.(), and no full stop at the end")
                .describedAs("The name of the resource group.");
    }

    /** A part of the id that is a name. */
    public static Property part(String name) {
        return Property.text(name).required().immutable().withoutCase();
    }

    public static Property location() {
        return region("location")
                .orComputed()
                .immutable()
                .describedAs(
                        "The region, such as swedencentral. Left out, that of the region block or of the provider.");
    }

    /** The name of a region, at a place of the same name. */
    public static Property region(String name) {
        return region(name, name);
    }

    /** The name of a region. */
    public static Property region(String name, String place) {
        return Property.text(name)
                .comparedAs(PLACE)
                .as(place, Form.of(value -> PLACE.of(value), value -> PLACE.of(value)));
    }

    /** The id of another object. */
    public static Property id(String name) {
        return Property.text(name)
                .withoutCase()
                .checked(value ->
                        value instanceof StringValue text && text.value().startsWith("/")
                                ? Optional.empty()
                                : Optional.of("must be an id of Azure, such as /subscriptions/…"));
    }

    /** The id of another object, at a place in documents. */
    public static Property id(String name, String place) {
        return id(name).as(place, IDS);
    }

    /** The id of another object that Azure sets. */
    public static Property computedId(String name, String place) {
        return Property.text(name).computed().as(place, IDS);
    }

    /** Ids of other objects that documents have in objects of their own. */
    public static Property ids(String name, String place) {
        Form each = Form.each("id");
        return Property.textSet(name)
                .withoutCase()
                .as(place, Form.of(each::toDocument, value -> IDS.toAttribute(each.toAttribute(value))));
    }

    /** The switch for a public address. */
    public static Property publicAccess(String place) {
        return Property.flag("public_network_access_enabled")
                .defaultsTo(true)
                .guarded()
                .as(place, Form.words("Enabled", "Disabled"));
    }

    /** The zones of a region, of which an object takes some for good. */
    public static Property zones() {
        return Property.textSet("zones").immutable().as("zones");
    }

    /** A place near users, below a region. */
    public static Property edgeZone() {
        return Property.text("edge_zone")
                .immutable()
                .comparedAs(PLACE)
                .as("extendedLocation", Form.of(Fields::extended, Fields::edgeName));
    }

    private static Value extended(Value zone) {
        return new MapValue(Map.of("name", zone, "type", Value.of("EdgeZone")));
    }

    private static Value edgeName(Value location) {
        return location instanceof MapValue map ? map.get("name") : Value.ofNull();
    }

    /** The identities that an object acts as. */
    public static NestedBlock identity(String... types) {
        return Identity.block(types);
    }
}
