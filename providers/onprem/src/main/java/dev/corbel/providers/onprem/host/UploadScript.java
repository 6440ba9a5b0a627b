package dev.corbel.providers.onprem.host;

/** The script that puts an {@link Upload} in its place. */
final class UploadScript {
    /** The exit code for a link in the path. */
    static final int LINK = 88;

    /** The exit code for content that the validating command refuses. */
    static final int INVALID = 89;

    private static final String TEXT =
            """
            folder=$(dirname -- "$path")
            name=$(basename -- "$path")
            if [ ! -d "$folder" ]; then echo "there is no folder $folder" >&2; exit 1; fi
            real=$(realpath -- "$folder") || exit 1
            if [ "$real" != "$folder" ] || [ -L "$path" ]; then
                echo "$path has a link in it: its folder is $real" >&2
                exit LINK
            fi
            target=$real/$name
            if [ -d "$target" ]; then echo "$target is a folder" >&2; exit 1; fi
            mkdir -p -- "$corbel_lib/uploads" "$corbel_lib/previous" || exit 1
            note=$corbel_lib/uploads/$token
            file=$real/.corbel-$token
            while :; do
                exec 8>>"$note" && flock -w 10 8 || { echo "the upload $token goes on" >&2; exit 1; }
                # A look at the host may have taken the note for a leftover, and away, before it was locked.
                [ "$note" -ef /proc/self/fd/8 ] && break
            done
            printf '%s\\n' "$file" > "$note"
            trap 'rm -f -- "$file" "$note"' EXIT
            trap 'exit 1' HUP INT TERM
            rm -f -- "$file"
            corbel_receive content "$file"
            if [ -n "$owner" ]; then chown -- "$owner" "$file" || exit 1; fi
            if [ -n "$group" ]; then chgrp -- "$group" "$file" || exit 1; fi
            chmod -- "$mode" "$file" || exit 1
            sync "$file" || exit 1
            if [ -n "$validate" ]; then
                (eval "$validate") >&2 || exit INVALID
            fi
            if [ -e "$target" ]; then
                if [ "$original" = keep ] && [ ! -e "$corbel_lib/original/$key" ]; then
                    mkdir -p -- "$corbel_lib/original" || exit 1
                    cp -p --reflink=auto -- "$target" "$corbel_lib/original/$key" || exit 1
                fi
                cp -p --reflink=auto -- "$target" "$corbel_lib/previous/$key" || exit 1
            fi
            mv -T -- "$file" "$target" && sync "$real"
            """.replace("LINK", Integer.toString(LINK)).replace("INVALID", Integer.toString(INVALID));

    /** Nothing of the file stays, since it may have had secrets. */
    private static final String PUT_BACK = """
            rm -f -- "$corbel_lib/previous/$key"
            if [ ! -e "$corbel_lib/original/$key" ]; then
                rm -f -- "$path"
                exit
            fi
            file=$(dirname -- "$path")/.corbel-$token
            trap 'rm -f -- "$file"' EXIT
            cp -p --reflink=auto -- "$corbel_lib/original/$key" "$file" && sync "$file" && mv -T -- "$file" "$path" || exit 1
            sync "$(dirname -- "$path")"
            rm -f -- "$corbel_lib/original/$key"
            """;

    private UploadScript() {}

    /** Puts the kept original of a file back; removes the file where there is none. */
    static Script putBack(String path, String token) {
        return Script.of("Putting back " + path, PUT_BACK)
                .with("path", path)
                .with("key", KeyName.of(path))
                .with("token", KeyName.of(token));
    }

    /**
     * Writes the script.
     *
     * @param original whether the file that is there is kept as the original, where none is kept yet
     */
    static Script of(Upload upload, String token, boolean original) {
        return Script.of("Writing " + upload.path(), TEXT)
                .with("path", upload.path())
                .with("token", KeyName.of(token))
                .with("key", KeyName.of(upload.path()))
                .with("original", original ? "keep" : "")
                .with("owner", upload.owner().orElse(""))
                .with("group", upload.group().orElse(""))
                .with("mode", upload.mode())
                .with("validate", upload.validate().orElse(""))
                .body("content", upload.content());
    }
}
