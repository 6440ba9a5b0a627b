/** Uses everything once, so that the launcher's class archive holds what commands on Azure load. */
@NullMarked
package dev.corbel.providers.azure.cds;

import org.jspecify.annotations.NullMarked;
