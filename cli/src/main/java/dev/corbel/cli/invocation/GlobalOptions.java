package dev.corbel.cli.invocation;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The options that every command has. */
public interface GlobalOptions {

    /** The directory of {@code -C}, as it was given; null without the option. */
    @Nullable
    Path directory();

    /** Whether colours are never written. */
    boolean noColor();
}
