/** Tests of resource groups and what can be on anything. */
@NullMarked
package dev.corbel.providers.azure.group;

import org.jspecify.annotations.NullMarked;
