@NullMarked
package dev.corbel.providers.aws.s3;

import org.jspecify.annotations.NullMarked;
