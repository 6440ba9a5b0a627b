package dev.corbel.benchmarks;

import java.util.OptionalInt;

/** Which resource depends on which. Resources are numbered from 0. */
enum Shape {
    /** Layers in which every resource has ten dependents in the next: wide, and hardly deep. */
    TREE {
        @Override
        OptionalInt parent(int index) {
            return index == 0 ? OptionalInt.empty() : OptionalInt.of((index - 1) / 10);
        }
    },
    /** Layers of ten, each resource on its neighbour in the layer before: narrow, and as deep as a tenth of the size. */
    LANES {
        @Override
        OptionalInt parent(int index) {
            return index < 10 ? OptionalInt.empty() : OptionalInt.of(index - 10);
        }
    };

    /** The resource that this one depends on; empty in the first layer. */
    abstract OptionalInt parent(int index);
}
