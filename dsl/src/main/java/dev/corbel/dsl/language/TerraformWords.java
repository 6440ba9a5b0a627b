package dev.corbel.dsl.language;

import static dev.corbel.dsl.language.Hint.Place.ATTRIBUTE;
import static dev.corbel.dsl.language.Hint.Place.BLOCK;
import static dev.corbel.dsl.language.Hint.Place.CALL;
import static dev.corbel.dsl.language.Hint.Place.CLASS;
import static dev.corbel.dsl.language.Hint.Place.MODULE;
import static dev.corbel.dsl.language.Hint.Place.NAME;
import static dev.corbel.dsl.language.Hint.note;

import java.util.List;

/** Names, attributes and blocks of Terraform and YAML, and what is written here. */
final class TerraformWords {
    private static final String TYPES = "Types stand in quotes: `type = 'string'`, `type = 'list(string)'`.";

    static final List<Hint> ALL = List.of(
            note(NAME, "var", "var.size", "A variable is read as `variable.NAME`."),
            note(NAME, "local", "local.name", "A value of your own is `def name = …`, read as `name`."),
            note(
                    NAME,
                    "each",
                    "each.key, each.value",
                    "`forEach: map` gives both to the block: `resource(…, forEach: map) { key, value -> … }`."),
            note(
                    NAME,
                    "count",
                    "count.index",
                    "`forEach: 0..<3` gives the index to the block: `resource(…, forEach: 0..<3) { index -> … }`."),
            note(
                    NAME,
                    "path",
                    "path.module, path.root",
                    "Paths are relative to the project already: `file('files/x.txt')`."),
            note(NAME, "terraform", "terraform.workspace", "The name of the environment is `environment.name`."),
            note(NAME, "self", "self.id", "Refer to the resource by its address: `TYPE.NAME.id`."),
            note(NAME, "string number bool boolean any list set map object tuple", "type = string", TYPES),
            note(CALL, "list set map object tuple optional", "type = list(string)", TYPES),
            note(NAME, "yes on True TRUE", "yes, on, True", "Write `true`."),
            note(NAME, "no off False FALSE", "no, off, False", "Write `false`."),
            note(NAME, "None nil NULL Null undefined", "None, nil", "Write `null`."),
            note(
                    ATTRIBUTE,
                    "count",
                    "count = 3",
                    "`if (…) { resource(…) { … } }` for none or one, the option `forEach: 0..<3` for several."),
            note(ATTRIBUTE, "for_each", "for_each = map", "The option `forEach:` beside the label."),
            note(ATTRIBUTE, "depends_on", "depends_on = [aws_x.y]", "Write `dependsOn = [aws_x.y]`."),
            note(ATTRIBUTE, "default", "default = 1", "Write `defaultValue = 1`."),
            note(ATTRIBUTE, "error_message", "error_message = \"no\"", "Write `message = 'no'`."),
            note(ATTRIBUTE, "nullable", "nullable = true", "Leave it out: `null` is a value like others."),
            note(ATTRIBUTE, "lifecycle", "lifecycle = […]", "It is a block: `lifecycle { … }`."),
            note(ATTRIBUTE, "providers", "providers = { … }", "A module takes the provider of the region around it."),
            note(
                    MODULE,
                    "provider",
                    "provider = aws.us",
                    "A module takes the provider of the region around it; a resource in it names another one: `provider = 'aws.us'`."),
            note(
                    CLASS,
                    "JsonOutput JsonBuilder JSON ObjectMapper Gson",
                    "JsonOutput.toJson(x)",
                    "Write `jsonencode(x)`."),
            note(BLOCK, "locals", "locals { a = 1 }", "Write `def a = 1`, outside of blocks."),
            note(
                    BLOCK,
                    "terraform backend required_providers",
                    "terraform { backend \"s3\" { … } }",
                    "`state('s3') { … }` says where state is kept; providers come with Corbel."),
            note(BLOCK, "import", "import { to = …; id = … }", "Write `adopt(TYPE.NAME) { id = '…' }`."),
            note(
                    BLOCK,
                    "dynamic content",
                    "dynamic \"rule\" { for_each = list … }",
                    "A loop declares blocks: `list.each { item -> rule { port = item } }`."),
            note(
                    BLOCK,
                    "provisioner connection",
                    "provisioner \"local-exec\" { … }",
                    "There are none; run such steps beside Corbel."),
            note(
                    BLOCK,
                    "ephemeral",
                    "ephemeral \"x\" \"y\" { … }",
                    "`resource('corbel_secret', 'y')` is a random text that nobody keeps; other secrets are `sensitive = true`."));

    private TerraformWords() {}
}
