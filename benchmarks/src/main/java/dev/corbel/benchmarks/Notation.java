package dev.corbel.benchmarks;

import java.util.OptionalInt;

/** A way to write down the same resources. */
enum Notation {
    /** A Corbel definition in which a loop makes the resources. */
    CORBEL_LOOP {
        @Override
        String text(int size, Shape shape) {
            String hasParent = shape == Shape.TREE ? "i > 0" : "i >= 10";
            String parent = shape == Shape.TREE ? "(i - 1).intdiv(10)" : "i - 10";
            return """
                    for (i in 0..<%d) {
                        if (%s) {
                            def parent = "n${%s}"
                            resource('corbel_data', "n${i}") {
                                input = corbel_data[parent].id
                            }
                        } else {
                            resource('corbel_data', "n${i}") {
                                input = 'first layer'
                            }
                        }
                    }
                    """.formatted(size, hasParent, parent);
        }
    },

    /** A Corbel definition with a literal block per resource. */
    CORBEL_BLOCKS {
        @Override
        String text(int size, Shape shape) {
            StringBuilder text = new StringBuilder(size * 64);
            for (int index = 0; index < size; index++) {
                OptionalInt parent = shape.parent(index);
                String input = parent.isPresent() ? "corbel_data.n" + parent.getAsInt() + ".id" : "'first layer'";
                text.append("resource('corbel_data', 'n").append(index).append("') {\n");
                text.append("    input = ").append(input).append("\n}\n");
            }
            return text.toString();
        }
    },

    /** A Terraform configuration with a literal block per resource. */
    TERRAFORM {
        @Override
        String text(int size, Shape shape) {
            StringBuilder text = new StringBuilder(size * 64);
            for (int index = 0; index < size; index++) {
                OptionalInt parent = shape.parent(index);
                String input = parent.isPresent() ? "terraform_data.n" + parent.getAsInt() + ".id" : "\"first layer\"";
                text.append("resource \"terraform_data\" \"n").append(index).append("\" {\n");
                text.append("  input = ").append(input).append("\n}\n");
            }
            return text.toString();
        }
    };

    /** The whole definition. */
    abstract String text(int size, Shape shape);
}
