package dev.corbel.engine.drift;

import dev.corbel.dsl.model.Argument;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.drift.DriftKind;
import dev.corbel.planner.drift.Finding;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.MapValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes into a definition what accepts drift, as far as that has one meaning: another literal for an attribute that one
 * resource alone takes from there, and blocks for objects that belong outside of all components. The rest is for people.
 */
final class WrittenAdoption {
    private final AcceptingText texts;
    private final Definition definition;
    private final String file;
    private final LiteralEdits edits;
    private final Map<Address, ResourceDeclaration> resources = new HashMap<>();
    private final Map<SourceRange, Integer> users = new HashMap<>();

    /**
     * An adoption.
     *
     * @param project the folder of the project
     * @param file the environment's, relative to the project
     */
    WrittenAdoption(AcceptingText texts, Definition definition, Path project, String file) {
        this.texts = texts;
        this.definition = definition;
        this.file = file;
        this.edits = new LiteralEdits(project);
        for (ResourceDeclaration resource : definition.resources()) {
            resources.put(resource.address(), resource);
            resource.arguments().values().forEach(argument -> users.merge(argument.range(), 1, Integer::sum));
        }
    }

    /** Writes what can be written, and gives the texts of the rest. */
    Accepting write(List<Finding> findings) {
        List<String> left = new ArrayList<>();
        List<String> written = new ArrayList<>();
        for (Finding finding : findings) {
            Optional<String> place = finding.kind() == DriftKind.CHANGED ? changed(finding) : added(finding);
            place.ifPresentOrElse(written::add, () -> left.add(texts.of(finding)));
        }
        edits.write();
        return new Accepting(left, written);
    }

    private Optional<String> changed(Finding finding) {
        Optional<SourceRange> place = finding.address()
                .map(resources::get)
                .flatMap(resource -> finding.attribute().map(resource.arguments()::get))
                .map(Argument::range)
                .filter(range -> users.getOrDefault(range, 0) == 1);
        return finding.after().containsSensitive()
                ? Optional.empty()
                : place.filter(range ->
                                edits.replace(range, finding.attribute().orElse(""), texts.value(finding.after())))
                        .map(range -> range.file() + ":" + range.line());
    }

    private Optional<String> added(Finding finding) {
        boolean whole = finding.after() instanceof MapValue attributes
                && !attributes.entries().isEmpty()
                && !attributes.containsSensitive()
                && texts.knows(finding.type());
        boolean outside = finding.kind() == DriftKind.ATTACHED
                ? finding.address()
                        .filter(address -> address.steps().size() == 1)
                        .isPresent()
                : finding.kind() == DriftKind.ORPHAN && nothingIsInComponents(finding.type());
        if (!whole || !outside) {
            return Optional.empty();
        }
        edits.append(file, texts.of(finding));
        return Optional.of(
                file + ": " + finding.type() + finding.id().map(id -> " " + id).orElse(""));
    }

    /** Where resources of its provider are in components, such as regions, nobody can tell which one an object belongs to. */
    private boolean nothingIsInComponents(String type) {
        String provider = type.substring(0, type.indexOf('_') + 1);
        return definition.resources().stream()
                .map(ResourceDeclaration::address)
                .filter(address -> address.last().type().startsWith(provider))
                .allMatch(address -> address.steps().size() == 1);
    }
}
