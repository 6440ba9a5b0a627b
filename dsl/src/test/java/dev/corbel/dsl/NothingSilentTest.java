package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is written means what it says, or is an error at its place: nothing is left out without a word. */
class NothingSilentTest {

    @Test
    void everyMistakeIsToldInOneRun() {
        assertThat(TestProject.of("""
                        variable('tags') { type = 'map(string)'; defaultValue = [owner: 'ada'] }
                        resource('test_server', 'a') { name = 'a'; value = variable.tags.ownr }
                        resource('test_server', 'b') { name = 'b'; value = variable.tags.team ?: 'none' }
                        resource('test_server', 'c') { name = 'c'; value = variable.tags?.team }
                        module('m') { source = './m.groovy'; public = true; 'my-input' = 1; 'default' = 2 }
                        removed(test_server.old) { destroy = no }
                        region('eu-central-1') { provider = 'tesst' }
                        variable('n') { type = number; default = 1 }
                        def s = (0..2).collect { cidrsubnet('10.0.0.0/16', 8, it) }
                        output('o') { value = "x${variable.tags?.team}" }
                        output('p') { value = 'in the clear'; sensitive = yes }
                        """).with("m.groovy", """
                                variable('public') { }
                                variable('my-input') { }
                                variable('default') { }
                                """).problems()).isEqualTo("""
                        2:52 variable.tags has no key "ownr"
                            It has owner.
                            -> Did you mean "owner"?
                        6:38 The name "no" is not declared
                            -> Write false.
                        7:37 There is no provider "tesst"
                            The providers at hand are test.
                            -> Did you mean "test"?
                        8:24 The name "number" is not declared
                            -> Types stand in quotes: type = 'string', type = 'list(string)'.
                        8:32 There is no attribute "default" in variable "n"
                            -> Write defaultValue = ….
                        10:27 A value in this text is null
                            It would read as the word null.
                            -> Give a default with ?:, or leave the text out where the value is null.
                        11:51 The name "yes" is not declared
                            -> Write true.
                        """);
    }
}
