/** Key vaults and their secrets, all through Azure Resource Manager. */
@NullMarked
package dev.corbel.providers.azure.vault;

import org.jspecify.annotations.NullMarked;
