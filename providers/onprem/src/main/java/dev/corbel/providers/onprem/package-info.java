/** The provider for hosts of one's own, reached over SSH. */
@NullMarked
package dev.corbel.providers.onprem;

import org.jspecify.annotations.NullMarked;
