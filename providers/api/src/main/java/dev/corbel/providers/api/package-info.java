/** The ground floor that engine and providers share: the contract that a provider fulfils. */
@NullMarked
package dev.corbel.providers.api;

import org.jspecify.annotations.NullMarked;
