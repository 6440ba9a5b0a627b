@NullMarked
package dev.corbel.providers.aws.fact;

import org.jspecify.annotations.NullMarked;
