package dev.corbel.providers.azure.arm;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.definition.Definition;
import dev.corbel.providers.kit.definition.DocumentPath;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.Form;
import dev.corbel.providers.kit.definition.Property;
import dev.corbel.providers.kit.definition.Rule;
import dev.corbel.providers.kit.tag.Tagging;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type of Azure as data.
 *
 * @param definition the attributes and rules
 * @param kind in messages, such as "virtual network"
 * @param armType such as {@code Microsoft.Network/virtualNetworks}
 * @param apiVersion of all calls
 * @param id the form of the ids
 * @param lies where objects of the type are found
 * @param update the verb of a change
 * @param tags where documents have tags; empty for types that have none
 * @param once whether the service itself is told to refuse what is there already
 * @param locks the names of what a call queues for, one call at a time
 * @param waits for what shows late
 * @param holdsData whether people would lose data
 * @param facts that policies go by
 * @param hooks for what is special
 */
public record ArmDefinition(
        Definition definition,
        String kind,
        String armType,
        String apiVersion,
        IdTemplate id,
        Place lies,
        Update update,
        Optional<DocumentPath> tags,
        boolean once,
        Function<MapValue, List<String>> locks,
        Waits waits,
        boolean holdsData,
        Function<MapValue, List<Fact>> facts,
        ArmHooks hooks) {

    /** The verb of a change. */
    public enum Update {
        /** The whole body, with what others set. */
        PUT,
        /** What changes alone. */
        PATCH
    }

    /**
     * Where objects of a type are found.
     *
     * @param parent the type of ARM that they lie in; empty where they lie in resource groups or anywhere
     * @param inParent the place of their list in the document of the parent; empty where there is none
     * @param below the path of their list below that of the parent, such as {@code /A}; empty where that follows from the id
     * @param query of the list
     * @param listable whether there is a list; else a parent has one at most
     */
    public record Place(
            Optional<String> parent, Optional<DocumentPath> inParent, String below, String query, boolean listable) {}

    /**
     * Reads that have to succeed before an object counts as there or as gone, since Azure shows things late.
     *
     * @param present in a row after a creation
     * @param absent in a row after a deletion
     */
    public record Waits(int present, int absent, Duration pause) {
        static final Waits NONE = new Waits(0, 0, Duration.ofSeconds(1));
    }

    public String name() {
        return definition.name();
    }

    /** Builds a definition; an object lies in a resource group unless it says otherwise. */
    public static Builder of(String name, String armType, String apiVersion) {
        return new Builder(name, armType, apiVersion);
    }

    /** Builds a definition step by step. */
    public static final class Builder {
        private static final String ID = "id";
        private static final String GROUP = "/subscriptions/{subscription}/resourceGroups/{resource_group_name}";

        private final String armType;
        private final String apiVersion;
        private final Definition.Builder definition;
        private IdTemplate id;
        private @Nullable String parent;
        private @Nullable DocumentPath inParent;
        private String below = "";
        private String query = "";
        private boolean listable = true;
        private Update update = Update.PUT;
        private @Nullable DocumentPath tags;
        private boolean once;
        private Function<MapValue, List<String>> locks = attributes -> List.of();
        private Waits waits = Waits.NONE;
        private boolean holdsData;
        private Function<MapValue, List<Fact>> facts = attributes -> List.of();
        private ArmHooks hooks = ArmHooks.NONE;
        private String kind;
        private String missing = "";
        private String importId = "the id";

        private Builder(String name, String armType, String apiVersion) {
            this.armType = armType;
            this.apiVersion = apiVersion;
            definition = Definition.of(name);
            kind = name;
            id = new IdTemplate(GROUP + "/providers/" + armType + "/{name}");
        }

        /** The noun in messages, such as "virtual network". */
        public Builder called(String noun) {
            kind = noun;
            return this;
        }

        /** The parts that Terraform's type has beyond. */
        public Builder without(String parts) {
            missing = parts;
            return this;
        }

        /** The form of ids. */
        public Builder id(String form) {
            id = new IdTemplate(form);
            return this;
        }

        /** Lies in an object of another type, whose name an attribute has. */
        public Builder in(String attribute, String parentType, String child) {
            parent = parentType;
            below = "/" + child;
            return id(GROUP + "/providers/" + parentType + "/{" + attribute + "}/" + child + "/{name}");
        }

        /** Lies in an object of another type, whose id an attribute has. */
        public Builder below(String attribute, String parentType, String child) {
            parent = parentType;
            below = "/" + child;
            return id("{" + attribute + "}/" + child + "/{name}");
        }

        /** The document of the parent lists it. */
        public Builder listedIn(String place) {
            inParent = DocumentPath.of(place);
            return this;
        }

        /** What the list of its objects is asked with. */
        public Builder listedWith(String text) {
            query = text;
            return this;
        }

        /** An object of another type has one at most, at a path below its id. */
        public Builder only(String attribute, String parentType, String path) {
            parent = parentType;
            below = "/" + path;
            listable = false;
            return id("{" + attribute + "}/" + path);
        }

        /** Azure has no list of its objects, or none that is known. */
        public Builder unlisted() {
            listable = false;
            return this;
        }

        public Builder patched() {
            update = Update.PATCH;
            return this;
        }

        public Builder tagged() {
            return taggedAt("tags");
        }

        public Builder taggedAt(String place) {
            tags = DocumentPath.of(place);
            return this;
        }

        /** A part of documents that no definition says. */
        public Builder constant(String place, Value value) {
            return fields(Field.constant(place, value));
        }

        /** Azure refuses a creation of what is there. */
        public Builder once() {
            once = true;
            return this;
        }

        public Builder locks(Function<MapValue, List<String>> names) {
            locks = names;
            return this;
        }

        public Builder waits(int present, int absent, Duration pause) {
            waits = new Waits(present, absent, pause);
            return this;
        }

        public Builder holdingData() {
            holdsData = true;
            return this;
        }

        public Builder facts(Function<MapValue, List<Fact>> known) {
            facts = known;
            return this;
        }

        public Builder hooks(ArmHooks special) {
            hooks = special;
            return this;
        }

        public Builder importedBy(String text) {
            importId = text;
            return this;
        }

        public Builder fields(Field.Builder... more) {
            definition.fields(more);
            return this;
        }

        public Builder rules(Rule... more) {
            definition.rules(more);
            return this;
        }

        public Builder recomputes(String computed, String... causes) {
            definition.recomputes(computed, causes);
            return this;
        }

        public Builder replacedWhen(String attribute, BiPredicate<Value, Value> when) {
            definition.replacedWhen(attribute, when);
            return this;
        }

        /** A change in place that Azure never makes. */
        public Builder refusedWhen(BiPredicate<MapValue, MapValue> when, Diagnostic problem) {
            definition.refusedWhen(when, problem);
            return this;
        }

        /** Times for creation, change and deletion; reads take 5 minutes. */
        public Builder minutes(int create, int change, int delete) {
            definition.timeout("create", Duration.ofMinutes(create));
            definition.timeout("read", Duration.ofMinutes(5));
            definition.timeout("delete", Duration.ofMinutes(delete));
            if (change > 0) {
                definition.timeout("update", Duration.ofMinutes(change));
            }
            return this;
        }

        public ArmDefinition build() {
            List<String> key = new ArrayList<>(id.attributes());
            boolean tagged = tags != null;
            definition.fields(Property.of(ID, Type.STRING).computed().describedAs("The id in Azure."));
            if (tagged) {
                definition.fields(() -> leaf(Tagging.own()), () -> leaf(Tagging.all()));
            }
            String article = "aeiou".indexOf(kind.charAt(0)) >= 0 ? "an " : "a ";
            definition
                    .guide(new TypeGuide(article + kind, importId, tagged ? "id and tag" : "id", missing))
                    .identity(tagged ? IdentityClass.NATURAL_KEY : IdentityClass.CLIENT_TOKEN)
                    .key(key.toArray(new String[0]));
            return new ArmDefinition(
                    definition.build(),
                    kind,
                    armType,
                    apiVersion,
                    id,
                    new Place(Optional.ofNullable(parent), Optional.ofNullable(inParent), below, query, listable),
                    update,
                    Optional.ofNullable(tags),
                    once,
                    locks,
                    waits,
                    holdsData,
                    facts,
                    hooks);
        }

        private static Field.Leaf leaf(Attribute attribute) {
            return new Field.Leaf(
                    attribute, Optional.empty(), Form.AS_IT_IS, Field.Direction.READ, Value.ofNull(), false);
        }
    }
}
