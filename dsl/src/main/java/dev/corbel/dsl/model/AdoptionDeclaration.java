package dev.corbel.dsl.model;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.Expression;

/** An object that exists already becomes the one of this address. */
public record AdoptionDeclaration(Address address, Expression id, SourceRange range) {}
