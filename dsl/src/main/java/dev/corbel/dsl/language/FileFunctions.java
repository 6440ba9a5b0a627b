package dev.corbel.dsl.language;

import static dev.corbel.dsl.language.FunctionSpec.function;

import dev.corbel.dsl.language.FunctionSpec.Parameter;
import dev.corbel.providers.api.schema.Type;
import java.util.List;

/** The functions of files of the project, with Terraform's names and results. */
final class FileFunctions {
    private static final List<Parameter> PATH = List.of(Parameter.of("path", Type.STRING));

    static final List<FunctionSpec> ALL = List.of(
            function("fileexists", PATH, "whether there is a file", "fileexists('no/such.txt')", "false"),
            function(
                    "fileset",
                    List.of(Parameter.of("folder", Type.STRING), Parameter.of("pattern", Type.STRING)),
                    "the paths of files, relative to the folder and in order; `**` stands for any folders, `{a,b}` for either",
                    "fileset('files', '*.txt')",
                    ""),
            function(
                    "templatefile",
                    List.of(Parameter.of("path", Type.STRING), Parameter.of("values", Type.map(Type.ANY))),
                    "a file in the template syntax of Terraform, with these values; once they are known",
                    "templatefile('motd.tftpl', [host: 'web'])",
                    ""),
            function("filebase64", PATH, "the bytes of a file in base64", "filebase64('logo.png')", ""),
            function("filemd5", PATH, "the MD5 of its bytes", "filemd5('logo.png')", ""),
            function("filesha1", PATH, "their SHA-1", "filesha1('logo.png')", ""),
            function("filesha256", PATH, "their SHA-256", "filesha256('logo.png')", ""),
            function("filesha512", PATH, "their SHA-512", "filesha512('logo.png')", ""),
            function("filebase64sha256", PATH, "their SHA-256 in base64", "filebase64sha256('app.zip')", ""),
            function("filebase64sha512", PATH, "their SHA-512 in base64", "filebase64sha512('app.zip')", ""));

    private FileFunctions() {}
}
