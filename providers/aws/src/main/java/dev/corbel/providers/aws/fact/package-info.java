/** The reading of facts from attributes, as types of several services need it. Nothing here calls AWS. */
@NullMarked
package dev.corbel.providers.aws.fact;

import org.jspecify.annotations.NullMarked;
