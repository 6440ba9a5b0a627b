@NullMarked
package dev.corbel.providers.onprem.ssh;

import org.jspecify.annotations.NullMarked;
