package dev.corbel.dsl.model;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;

/**
 * A new address for a resource, one of its instances, or a component with all that is in it.
 *
 * @param isDeclared whether the definition declares the new address; a resource may have no instance for now
 * @param range the whole declaration
 * @param toRange the new address in it
 */
public record MoveDeclaration(Address from, Address to, boolean isDeclared, SourceRange range, SourceRange toRange) {}
