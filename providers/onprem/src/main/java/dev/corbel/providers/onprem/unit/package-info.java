/** Units of systemd, and services that are made of settings. */
@NullMarked
package dev.corbel.providers.onprem.unit;

import org.jspecify.annotations.NullMarked;
