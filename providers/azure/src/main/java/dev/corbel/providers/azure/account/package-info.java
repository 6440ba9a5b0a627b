/** The subscription, and what it offers. */
@NullMarked
package dev.corbel.providers.azure.account;

import org.jspecify.annotations.NullMarked;
