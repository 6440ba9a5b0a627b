/** Resource groups, and what can be on anything: locks, and resources of any type. */
@NullMarked
package dev.corbel.providers.azure.group;

import org.jspecify.annotations.NullMarked;
