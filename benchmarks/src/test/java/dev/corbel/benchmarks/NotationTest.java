package dev.corbel.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotationTest {
    @TempDir
    private Path directory;

    @Test
    void aLoopMakesATree() {
        assertThat(Notation.CORBEL_LOOP.text(1000, Shape.TREE)).isEqualTo("""
                        for (i in 0..<1000) {
                            if (i > 0) {
                                def parent = "n${(i - 1).intdiv(10)}"
                                resource('corbel_data', "n${i}") {
                                    input = corbel_data[parent].id
                                }
                            } else {
                                resource('corbel_data', "n${i}") {
                                    input = 'first layer'
                                }
                            }
                        }
                        """);
    }

    @Test
    void blocksAreLiteral() {
        assertThat(Notation.CORBEL_BLOCKS.text(12, Shape.TREE)).startsWith("""
                        resource('corbel_data', 'n0') {
                            input = 'first layer'
                        }
                        resource('corbel_data', 'n1') {
                            input = corbel_data.n0.id
                        }
                        """).endsWith("""
                        resource('corbel_data', 'n11') {
                            input = corbel_data.n1.id
                        }
                        """);
    }

    @Test
    void lanesDependOnTheLayerBefore() {
        assertThat(Notation.TERRAFORM.text(11, Shape.LANES)).startsWith("""
                        resource "terraform_data" "n0" {
                          input = "first layer"
                        }
                        """).endsWith("""
                        resource "terraform_data" "n10" {
                          input = terraform_data.n0.id
                        }
                        """);
    }

    @Test
    void aDefinitionIsWrittenToWhereItsToolLooks() throws IOException {
        Contender.corbel("Corbel", Path.of("corbel"), "").write(directory, Notation.CORBEL_BLOCKS.text(1, Shape.TREE));

        assertThat(directory.resolve("environments/default.groovy")).hasContent("""
                        resource('corbel_data', 'n0') {
                            input = 'first layer'
                        }
                        """);
    }
}
