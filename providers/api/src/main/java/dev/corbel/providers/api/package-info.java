/** The ground floor that every module stands on: values, addresses, schemas, diagnostics and the provider contract. */
@NullMarked
package dev.corbel.providers.api;

import org.jspecify.annotations.NullMarked;
