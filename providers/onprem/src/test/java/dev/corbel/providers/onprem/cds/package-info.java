@NullMarked
package dev.corbel.providers.onprem.cds;

import org.jspecify.annotations.NullMarked;
