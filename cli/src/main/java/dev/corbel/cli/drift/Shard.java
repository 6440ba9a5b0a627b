package dev.corbel.cli.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of many environments, so that several jobs share the work. All jobs of one commit divide alike, so nothing is left out
 * and nothing is looked at twice; that is why the size of state, which another run may change in between, plays no role.
 *
 * @param index the number of this part, from 1
 * @param count how many parts there are
 */
public record Shard(int index, int count) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,6})/([0-9]{1,6})");

    public Shard {
        if (index < 1 || index > count) {
            throw new IllegalArgumentException("no shard: " + index + "/" + count);
        }
    }

    /** Reads {@code 2/4}; empty where the text is no shard. */
    public static Optional<Shard> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int index = Integer.parseInt(parts.group(1));
        int count = Integer.parseInt(parts.group(2));
        return index < 1 || index > count ? Optional.empty() : Optional.of(new Shard(index, count));
    }

    /** This part of a list that has the same order for all parts. */
    public <T> List<T> of(List<T> all) {
        List<T> part = new ArrayList<>();
        for (int i = index - 1; i < all.size(); i += count) {
            part.add(all.get(i));
        }
        return part;
    }

    @Override
    public String toString() {
        return index + "/" + count;
    }
}
