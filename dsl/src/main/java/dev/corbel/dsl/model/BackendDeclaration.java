package dev.corbel.dsl.model;

import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.MapValue;

/** Where state is kept: {@code state('s3') { … }}. */
public record BackendDeclaration(String type, MapValue configuration, SourceRange range) {}
