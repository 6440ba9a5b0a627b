/** PostgreSQL on hosts, in clusters as Debian's postgresql-common keeps them: servers, databases and roles. */
@NullMarked
package dev.corbel.providers.onprem.postgresql;

import org.jspecify.annotations.NullMarked;
