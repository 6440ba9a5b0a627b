/** Tags as definitions see them, beside the default tags of a provider. */
@NullMarked
package dev.corbel.providers.kit.tag;

import org.jspecify.annotations.NullMarked;
