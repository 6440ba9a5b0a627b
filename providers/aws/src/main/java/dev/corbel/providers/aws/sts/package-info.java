/** STS: who is calling. */
@NullMarked
package dev.corbel.providers.aws.sts;

import org.jspecify.annotations.NullMarked;
