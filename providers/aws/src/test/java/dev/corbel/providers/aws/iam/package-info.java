@NullMarked
package dev.corbel.providers.aws.iam;

import org.jspecify.annotations.NullMarked;
