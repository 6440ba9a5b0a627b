/** A host as types see it: one fact script for all reads, scripts for changes, uploads, and the registry of who owns what. */
@NullMarked
package dev.corbel.providers.onprem.host;

import org.jspecify.annotations.NullMarked;
