/** Keys of KMS and their names. */
@NullMarked
package dev.corbel.providers.aws.kms;

import org.jspecify.annotations.NullMarked;
