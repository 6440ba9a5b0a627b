/** Tests of training. */
@NullMarked
package dev.corbel.providers.aws.cds;

import org.jspecify.annotations.NullMarked;
