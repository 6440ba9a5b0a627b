/** SQS: queues. */
@NullMarked
package dev.corbel.providers.aws.sqs;

import org.jspecify.annotations.NullMarked;
