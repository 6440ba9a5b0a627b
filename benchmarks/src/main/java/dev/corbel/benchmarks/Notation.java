package dev.corbel.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** A way to write down the same resources. */
enum Notation {
    /** A Corbel definition in which a loop makes the resources. */
    CORBEL_LOOP("environments/default.groovy") {
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
    CORBEL_BLOCKS("environments/default.groovy") {
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
    TERRAFORM("main.tf") {
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

    private final String file;

    Notation(String file) {
        this.file = file;
    }

    /** The whole definition. */
    abstract String text(int size, Shape shape);

    /** Writes the definition to where its tool looks for it. */
    void write(Path directory, int size, Shape shape) throws IOException {
        Path target = directory.resolve(file);
        Files.createDirectories(target.resolveSibling("."));
        Files.writeString(target, text(size, shape));
    }
}
