/** S3: buckets. */
@NullMarked
package dev.corbel.providers.aws.s3;

import org.jspecify.annotations.NullMarked;
