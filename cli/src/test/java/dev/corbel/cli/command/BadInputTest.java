package dev.corbel.cli.command;

import static dev.corbel.cli.testing.Golden.assertGolden;

import dev.corbel.cli.testing.Project;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people see of what is wrong with a definition. The texts stand in golden files, one per mistake. */
class BadInputTest {
    @TempDir
    Path directory;

    /** A mistake, and a definition that makes it. */
    record Mistake(String name, String definition) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Mistake> mistakes() {
        return List.of(
                new Mistake("misspelt-attribute", """
                        resource('sim_object', 'a') {
                            nmae = 'x'
                        }
                        """),
                new Mistake("misspelt-block", """
                        region('north') {
                            provider = 'simulator'
                            zones = 2
                            app('shop') {
                                contaners { image = 'shop:1' }
                            }
                        }
                        """),
                new Mistake("wrong-type", """
                        resource('sim_object', 'a') {
                            name = ['x']
                            fail = 'create'
                        }
                        """),
                new Mistake("missing-required", """
                        region('north') {
                            provider = 'simulator'
                            zones = 2
                            app('shop') {
                                containers { count = 2 }
                            }
                        }
                        """),
                new Mistake("region-of-no-provider", """
                        region('north') {
                            provider = 'simulater'
                            app('shop') { bucket('files') { } }
                        }
                        output('url') { value = app.shop.bucket.files.url }
                        """),
                new Mistake("text-without-quotes", """
                        variable('size') { type = number; defaultValue = 1 }
                        variable('secret') { defaultValue = 'x'; sensitive = yes }
                        """),
                new Mistake("block-of-terraform", """
                        resource "sim_object" "a" {
                            name = var.name
                        }
                        """),
                new Mistake("unknown-type", "resource('sim_objekt', 'a') { name = 'x' }\n"),
                new Mistake("undeclared-reference", """
                        resource('sim_object', 'first') { value = 1 }
                        resource('sim_object', 'second') { value = sim_object.frist.id }
                        """),
                new Mistake("undeclared-attribute", """
                        resource('sim_object', 'first') { value = 1 }
                        resource('sim_object', 'second') { value = sim_object.first.ident }
                        """),
                new Mistake("cycle", """
                        resource('sim_object', 'a') { value = sim_object.b.id }
                        resource('sim_object', 'b') { value = sim_object.c.id }
                        resource('sim_object', 'c') { value = sim_object.a.id }
                        """),
                new Mistake("unknown-value-steers", """
                        resource('sim_object', 'a') { value = 1 }
                        if (sim_object.a.id == 'x') {
                            resource('sim_object', 'b') { value = 2 }
                        }
                        """),
                new Mistake("syntax-error", """
                        resource('sim_object', 'a') {
                            value = [1, 2
                        }
                        """),
                new Mistake("blank-file", "\n  \n"),
                new Mistake("two-assignments-on-a-line", """
                        resource('sim_object', 'a') {
                            name = 'x' value = 1
                        }
                        """),
                new Mistake("label", """
                        resource('sim_object', 'a') {
                            name: 'x'
                        }
                        """),
                new Mistake("comparison-as-statement", """
                        resource('sim_object', 'a') {
                            name == 'x'
                        }
                        """),
                new Mistake("block-for-a-map", """
                        resource('sim_object', 'a') {
                            value = { team = 'shop' }
                        }
                        """),
                new Mistake("line-begins-with-plus", """
                        resource('sim_object', 'a') {
                            name = 'x'
                                + 'y'
                        }
                        """),
                new Mistake("octal", """
                        resource('sim_object', 'a') {
                            value = 0755
                        }
                        """),
                new Mistake("name-with-a-dash", """
                        resource('sim_object', 'my-dns') { value = 1 }
                        output('id') { value = sim_object.my-dns.id }
                        """),
                new Mistake("clock", """
                        resource('sim_object', 'a') { value = System.currentTimeMillis() }
                        """),
                new Mistake("several-at-once", """
                        resource('sim_object', 'a') {
                            nmae = 'x'
                        }
                        resource('sim_objekt', 'b') { value = 1 }
                        output('id') { value = sim_object.c.id }
                        """));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isShownWithItsPlaceAndWhatToDo(Mistake mistake) {
        Project project = Project.of(directory, mistake.definition());
        assertGolden("bad-input/" + mistake.name() + ".txt", project.transcript("validate"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isShownByPlanAsByValidate(Mistake mistake) {
        Project project = Project.of(directory, mistake.definition());
        assertGolden("bad-input/" + mistake.name() + ".txt", project.transcript("plan"));
    }

    @Test
    void aVariableWithoutAValueIsShownByPlanAlone() {
        Project project = Project.of(directory, """
                variable('size') { type = 'number' }
                output('size') { value = variable.size }
                """);
        assertGolden("bad-input/variable-without-value.txt", project.transcript("plan"));
        assertGolden("bad-input/variable-validated.txt", project.transcript("validate"));
        assertGolden("bad-input/variable-of-wrong-type.txt", project.transcript("plan", "--var", "size=big"));
        assertGolden(
                "bad-input/variable-undeclared.txt", project.transcript("plan", "--var", "size=1", "--var", "sise=2"));
    }

    @Test
    void aDirectoryThatDoesNotExistIsNamed() {
        Project project = new Project(directory);
        assertGolden("bad-input/no-directory.txt", project.transcript("plan", "-C", "nowhere"));
        assertGolden("bad-input/no-environment.txt", project.transcript("plan"));
    }
}
