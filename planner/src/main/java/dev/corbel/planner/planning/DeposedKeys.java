package dev.corbel.planner.planning;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Makes the short random keys under which deposed objects wait. */
final class DeposedKeys implements Supplier<String> {
    private final SecureRandom random = new SecureRandom();

    @Override
    public String get() {
        return HexFormat.of().toHexDigits(random.nextInt());
    }
}
