package dev.corbel.planner.apply;

/** Hears what happens while a plan is applied, one event at a time, from several threads. */
@FunctionalInterface
public interface ApplyListener {
    ApplyListener NONE = event -> {};

    void on(ApplyEvent event);
}
