package dev.corbel.providers.onprem.file;

/** Functions for scripts that make the folders above a path, and remove those again that Corbel made once they are empty. */
final class ParentFolders {
    /** {@code corbel_parents PATH} makes them; the list of those that were missing is in {@code /var/lib/corbel/folders}. */
    static final String MAKE = """
            corbel_parents() {
                missing= folder=$(dirname -- "$1")
                while [ ! -d "$folder" ]; do
                    missing=$(printf '%s\\n%s' "$folder" "$missing")
                    folder=$(dirname -- "$folder")
                done
                [ -n "$missing" ] || return 0
                printf '%s\\n' "$missing" >> "$corbel_lib/folders" && (umask 022 && mkdir -p -- "$(dirname -- "$1")")
            }
            """;

    /** {@code corbel_leave PATH} removes them, up to the first that is not empty or was there before. */
    static final String LEAVE = """
            corbel_leave() {
                folder=$(dirname -- "$1")
                while grep -qsxF -- "$folder" "$corbel_lib/folders" && rmdir -- "$folder" 2> /dev/null; do
                    grep -vxF -- "$folder" "$corbel_lib/folders" > "$corbel_lib/folders.new"
                    mv -T -- "$corbel_lib/folders.new" "$corbel_lib/folders"
                    folder=$(dirname -- "$folder")
                done
            }
            """;

    private ParentFolders() {}
}
