/** AWS Backup: vaults, plans, and what plans are for. */
@NullMarked
package dev.corbel.providers.aws.backup;

import org.jspecify.annotations.NullMarked;
