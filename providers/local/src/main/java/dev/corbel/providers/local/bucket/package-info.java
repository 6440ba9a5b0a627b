/** Folders for files as resources. */
@NullMarked
package dev.corbel.providers.local.bucket;

import org.jspecify.annotations.NullMarked;
