/** Uses everything once, so that the launcher's class archive holds what commands on hosts load. */
@NullMarked
package dev.corbel.providers.onprem.cds;

import org.jspecify.annotations.NullMarked;
