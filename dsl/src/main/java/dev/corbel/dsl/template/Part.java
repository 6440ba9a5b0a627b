package dev.corbel.dsl.template;

import dev.corbel.providers.api.value.Value;

/** A part of a template that gives a value: a text, an expression or a directive. */
@FunctionalInterface
interface Part {
    Value value(Bindings names);
}
