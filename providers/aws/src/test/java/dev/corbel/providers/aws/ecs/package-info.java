@NullMarked
package dev.corbel.providers.aws.ecs;

import org.jspecify.annotations.NullMarked;
