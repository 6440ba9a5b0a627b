package dev.corbel.planner.apply;

import dev.corbel.dsl.model.CheckDeclaration;
import dev.corbel.dsl.model.DataDeclaration;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.OutputDeclaration;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.providers.api.address.Address;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The declarations of a definition, by address and by name. */
final class Declarations {
    private final Map<Address, ResourceDeclaration> resources = new HashMap<>();
    private final Map<Address, DataDeclaration> dataSources = new HashMap<>();
    private final Map<String, OutputDeclaration> outputs = new HashMap<>();
    private final Map<String, CheckDeclaration> checks = new HashMap<>();

    Declarations(Definition definition) {
        definition.resources().forEach(resource -> resources.put(resource.address(), resource));
        definition.dataSources().forEach(data -> dataSources.put(data.address(), data));
        definition.outputs().forEach(output -> outputs.put(output.name(), output));
        definition.checks().forEach(check -> checks.put(check.name(), check));
    }

    Optional<ResourceDeclaration> resource(Address address) {
        return Optional.ofNullable(resources.get(address));
    }

    Optional<DataDeclaration> dataSource(Address address) {
        return Optional.ofNullable(dataSources.get(address));
    }

    Optional<OutputDeclaration> output(String name) {
        return Optional.ofNullable(outputs.get(name));
    }

    Optional<CheckDeclaration> check(String name) {
        return Optional.ofNullable(checks.get(name));
    }
}
