@NullMarked
package dev.corbel.providers.onprem.file;

import org.jspecify.annotations.NullMarked;
