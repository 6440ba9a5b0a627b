package dev.corbel.dsl.model;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;

/**
 * A part that no longer belongs to the environment.
 *
 * @param destroy whether it is deleted, or only forgotten
 */
public record RemovalDeclaration(Address address, boolean destroy, SourceRange range) {}
