@NullMarked
package dev.corbel.clients.aws;

import org.jspecify.annotations.NullMarked;
