@NullMarked
package dev.corbel.providers.aws.resource;

import org.jspecify.annotations.NullMarked;
