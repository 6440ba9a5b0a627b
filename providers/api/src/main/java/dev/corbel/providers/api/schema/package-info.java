/** Schemas of resources, data sources, providers and components. */
@NullMarked
package dev.corbel.providers.api.schema;

import org.jspecify.annotations.NullMarked;
