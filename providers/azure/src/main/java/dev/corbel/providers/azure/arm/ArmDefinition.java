package dev.corbel.providers.azure.arm;

import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.kit.definition.Definition;
import dev.corbel.providers.kit.definition.DocumentPath;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
    public static ArmDefinitionBuilder of(String name, String armType, String apiVersion) {
        return new ArmDefinitionBuilder(name, armType, apiVersion);
    }
}
