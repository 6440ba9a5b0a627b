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

/** Builds the definition of a type of Azure step by step. An object lies in a resource group unless it says otherwise. */
public final class ArmDefinitionBuilder {
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
    private ArmDefinition.Update update = ArmDefinition.Update.PUT;
    private @Nullable DocumentPath tags;
    private boolean once;
    private Function<MapValue, List<String>> locks = attributes -> List.of();
    private ArmDefinition.Waits waits = ArmDefinition.Waits.NONE;
    private boolean holdsData;
    private Function<MapValue, List<Fact>> facts = attributes -> List.of();
    private ArmHooks hooks = ArmHooks.NONE;
    private String kind;
    private String missing = "";
    private String importId = "the id";

    ArmDefinitionBuilder(String name, String armType, String apiVersion) {
        this.armType = armType;
        this.apiVersion = apiVersion;
        definition = Definition.of(name);
        kind = name;
        id = new IdTemplate(GROUP + "/providers/" + armType + "/{name}");
    }

    /** The noun in messages, such as "virtual network". */
    public ArmDefinitionBuilder called(String noun) {
        kind = noun;
        return this;
    }

    /** The parts that Terraform's type has beyond. */
    public ArmDefinitionBuilder without(String parts) {
        missing = parts;
        return this;
    }

    /** The form of ids. */
    public ArmDefinitionBuilder id(String form) {
        id = new IdTemplate(form);
        return this;
    }

    /** Lies in an object of another type, whose name an attribute has. */
    public ArmDefinitionBuilder in(String attribute, String parentType, String child) {
        parent = parentType;
        below = "/" + child;
        return id(GROUP + "/providers/" + parentType + "/{" + attribute + "}/" + child + "/{name}");
    }

    /** Lies in an object of another type, whose id an attribute has. */
    public ArmDefinitionBuilder below(String attribute, String parentType, String child) {
        parent = parentType;
        below = "/" + child;
        return id("{" + attribute + "}/" + child + "/{name}");
    }

    /** The document of the parent lists it. */
    public ArmDefinitionBuilder listedIn(String place) {
        inParent = DocumentPath.of(place);
        return this;
    }

    /** What the list of its objects is asked with. */
    public ArmDefinitionBuilder listedWith(String text) {
        query = text;
        return this;
    }

    /** An object of another type has one at most, at a path below its id. */
    public ArmDefinitionBuilder only(String attribute, String parentType, String path) {
        parent = parentType;
        below = "/" + path;
        listable = false;
        return id("{" + attribute + "}/" + path);
    }

    /** Azure has no list of its objects, none that is known, or one that lacks parts of them. */
    public ArmDefinitionBuilder unlisted() {
        listable = false;
        return this;
    }

    public ArmDefinitionBuilder patched() {
        update = ArmDefinition.Update.PATCH;
        return this;
    }

    public ArmDefinitionBuilder tagged() {
        return taggedAt("tags");
    }

    public ArmDefinitionBuilder taggedAt(String place) {
        tags = DocumentPath.of(place);
        return this;
    }

    /** A part of documents that no definition says. */
    public ArmDefinitionBuilder constant(String place, Value value) {
        return fields(Field.constant(place, value));
    }

    /** Azure refuses a creation of what is there. */
    public ArmDefinitionBuilder once() {
        once = true;
        return this;
    }

    public ArmDefinitionBuilder locks(Function<MapValue, List<String>> names) {
        locks = names;
        return this;
    }

    public ArmDefinitionBuilder waits(int present, int absent, Duration pause) {
        waits = new ArmDefinition.Waits(present, absent, pause);
        return this;
    }

    public ArmDefinitionBuilder holdingData() {
        holdsData = true;
        return this;
    }

    public ArmDefinitionBuilder facts(Function<MapValue, List<Fact>> known) {
        facts = known;
        return this;
    }

    public ArmDefinitionBuilder hooks(ArmHooks special) {
        hooks = special;
        return this;
    }

    public ArmDefinitionBuilder importedBy(String text) {
        importId = text;
        return this;
    }

    public ArmDefinitionBuilder fields(Field.Builder... more) {
        definition.fields(more);
        return this;
    }

    public ArmDefinitionBuilder rules(Rule... more) {
        definition.rules(more);
        return this;
    }

    public ArmDefinitionBuilder recomputes(String computed, String... causes) {
        definition.recomputes(computed, causes);
        return this;
    }

    public ArmDefinitionBuilder replacedWhen(String attribute, BiPredicate<Value, Value> when) {
        definition.replacedWhen(attribute, when);
        return this;
    }

    /** A change in place that Azure never makes. */
    public ArmDefinitionBuilder refusedWhen(BiPredicate<MapValue, MapValue> when, Diagnostic problem) {
        definition.refusedWhen(when, problem);
        return this;
    }

    /** Times for creation, change and deletion; reads take 5 minutes. */
    public ArmDefinitionBuilder minutes(int create, int change, int delete) {
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
                new ArmDefinition.Place(
                        Optional.ofNullable(parent), Optional.ofNullable(inParent), below, query, listable),
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
        return new Field.Leaf(attribute, Optional.empty(), Form.AS_IT_IS, Field.Direction.READ, Value.ofNull(), false);
    }
}
