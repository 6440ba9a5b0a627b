/** Tests of training. */
@NullMarked
package dev.corbel.providers.aws.training;

import org.jspecify.annotations.NullMarked;
