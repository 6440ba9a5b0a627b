/** Files and folders of a host, and single lines of files that many programs share. */
@NullMarked
package dev.corbel.providers.onprem.file;

import org.jspecify.annotations.NullMarked;
