package dev.corbel.dsl.model;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;

/** A new address for a resource, one of its instances, or a component with all that is in it. */
public record MoveDeclaration(Address from, Address to, SourceRange range) {}
