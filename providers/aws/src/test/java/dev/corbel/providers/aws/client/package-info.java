@NullMarked
package dev.corbel.providers.aws.client;

import org.jspecify.annotations.NullMarked;
