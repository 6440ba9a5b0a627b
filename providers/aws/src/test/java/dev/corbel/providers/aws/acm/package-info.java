@NullMarked
package dev.corbel.providers.aws.acm;

import org.jspecify.annotations.NullMarked;
