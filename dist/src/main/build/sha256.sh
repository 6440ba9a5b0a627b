# Prints the SHA-256 of the standard input, with whatever the machine has for it.
sha256() {
    if command -v sha256sum >/dev/null 2>&1; then
        sha256sum | cut -d ' ' -f 1
    elif command -v shasum >/dev/null 2>&1; then
        shasum -a 256 | cut -d ' ' -f 1
    else
        openssl dgst -sha256 | sed 's/.* //'
    fi
}
