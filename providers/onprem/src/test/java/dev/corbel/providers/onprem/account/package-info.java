@NullMarked
package dev.corbel.providers.onprem.account;

import org.jspecify.annotations.NullMarked;
