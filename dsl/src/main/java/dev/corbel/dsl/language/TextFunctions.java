package dev.corbel.dsl.language;

import static dev.corbel.dsl.language.FunctionSpec.function;

import dev.corbel.dsl.language.FunctionSpec.Parameter;
import dev.corbel.providers.api.schema.Type;
import java.util.List;

/** The functions that read and write texts, with Terraform's names and results. */
final class TextFunctions {
    private static final Parameter TEXT = Parameter.of("text", Type.STRING);
    private static final Parameter PATTERN = Parameter.of("pattern", Type.STRING);
    private static final Parameter ENCODING = Parameter.of("encoding", Type.STRING);

    static final List<FunctionSpec> ALL = List.of(
            function(
                    "jsondecode",
                    List.of(TEXT),
                    "the value of a JSON text",
                    "jsondecode('{\"a\": [1, true]}')",
                    "[a: [1, true]]"),
            function(
                    "yamldecode",
                    List.of(TEXT),
                    "the value of a YAML document; `yes`, `on` and `y` are booleans there",
                    "yamldecode('a: [1, yes]')",
                    "[a: [1, true]]"),
            function(
                    "yamlencode",
                    List.of(Parameter.of("value")),
                    "the value as YAML, keys in order",
                    "yamlencode([b: 'x', a: [1, null]])",
                    "'\"a\":\\n- 1\\n- null\\n\"b\": \"x\"\\n'"),
            function(
                    "csvdecode",
                    List.of(TEXT),
                    "the rows of a CSV text as maps; the first line has the names",
                    "csvdecode('a,b\\n1,\"x,y\"')",
                    "[[a: '1', b: 'x,y']]"),
            function(
                    "base64sha256",
                    List.of(TEXT),
                    "the SHA-256 of a text in base64; not of its hexadecimal digits",
                    "base64sha256('a')",
                    "'ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='"),
            function(
                    "base64sha512",
                    List.of(TEXT),
                    "the SHA-512 of a text in base64",
                    "base64sha512('a')",
                    "'H0D8ktokFpR1CXnubPWC8tXX0o4YM13gWrxU0FYOD1MChgxlK/CNVgJSql50IQVG82n7u86MEs/HlXsmUv6adQ=='"),
            function(
                    "base64gzip",
                    List.of(TEXT),
                    "the text, compressed with gzip, in base64",
                    "base64gzip('a')",
                    "'H4sIAAAAAAAA/0oEAAAA//8BAAD//0O+t+gBAAAA'"),
            function(
                    "textencodebase64",
                    List.of(TEXT, ENCODING),
                    "the text in another encoding than UTF-8, in base64",
                    "textencodebase64('Hi', 'UTF-16LE')",
                    "'SABpAA=='"),
            function(
                    "textdecodebase64",
                    List.of(TEXT, ENCODING),
                    "the same back",
                    "textdecodebase64('SABpAA==', 'UTF-16LE')",
                    "'Hi'"),
            function(
                    "urlencode",
                    List.of(TEXT),
                    "the text as a part of a URL's query",
                    "urlencode('a b/ü')",
                    "'a+b%2F%C3%BC'"),
            function(
                    "uuidv5",
                    List.of(Parameter.of("namespace", Type.STRING), TEXT),
                    "the UUID, version 5, of a name in `dns`, `url`, `oid`, `x500` or the namespace of a UUID",
                    "uuidv5('dns', 'example.com')",
                    "'cfbff0d1-9375-5685-968c-48ce8b15ae17'"),
            function(
                    "regex",
                    List.of(PATTERN, TEXT),
                    "the first match: a text, a list of its groups, or a map of its named groups; RE2's patterns",
                    "regex('([a-z]+)-([0-9]+)', 'web-12')",
                    "['web', '12']"),
            function(
                    "regexall",
                    List.of(PATTERN, TEXT),
                    "the same of all matches, in a list",
                    "regexall('[a-z]', 'a1b2')",
                    "['a', 'b']"));

    private TextFunctions() {}
}
