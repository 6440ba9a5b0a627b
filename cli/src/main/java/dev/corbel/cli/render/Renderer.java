package dev.corbel.cli.render;

/**
 * Renders results of one kind in one format.
 *
 * @param <R> the kind of result
 */
@FunctionalInterface
public interface Renderer<R> {

    /** The whole text for a result, with its line ends; empty where there is nothing to show. */
    String render(R result);
}
