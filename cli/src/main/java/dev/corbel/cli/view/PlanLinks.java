package dev.corbel.cli.view;

import dev.corbel.cli.place.Places;
import dev.corbel.providers.api.address.Address;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Links from the resources in a text to the lines that declare them. Asks for the places only where there are links. */
public final class PlanLinks {
    /** Links nothing. */
    public static final PlanLinks NONE = new PlanLinks(SourceLinks.NONE, () -> Places.NONE);

    private final SourceLinks links;
    private final Supplier<Places> source;
    private @Nullable Places places;

    /** @param source of the places, asked at most once */
    public PlanLinks(SourceLinks links, Supplier<Places> source) {
        this.links = links;
        this.source = source;
    }

    /** The text, as a link where the resource is declared somewhere. */
    String link(Address address, String text) {
        if (links.areNone()) {
            return text;
        }
        Places known = places == null ? source.get() : places;
        places = known;
        return known.of(address)
                .map(place -> links.link(place.file(), place.line(), text))
                .orElse(text);
    }
}
