package dev.corbel.cli.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** Random secrets, each with characters that JSON, HTML, Base64 and URLs treat in different ways, and a search for them. */
final class Secrets {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    private static final int HALF = 12;

    private final Random random;
    private final Map<String, String> values = new LinkedHashMap<>();
    /** All forms of all secrets by their first two characters, so that a long text is gone through once. */
    private final Map<Integer, List<Form>> beginning = new HashMap<>();
    /** The keys of that map, folded: most of a long text is passed over without a look into the map. */
    private final boolean[] begins = new boolean[1 << Character.SIZE];

    /** How a secret may show itself. */
    private record Form(String name, String text) {}

    Secrets(long seed) {
        this.random = new Random(seed);
    }

    /** Makes another one. */
    String add(String name) {
        String first = letters();
        String second = letters();
        String secret = first + "/+&<ü" + second;
        add(name, secret, List.of(first, second));
        return secret;
    }

    /** Looks for one that is there already, too. */
    void add(String name, String secret) {
        add(name, secret, List.of(secret));
    }

    /** @param parts of it that nobody may see either */
    private void add(String name, String secret, List<String> parts) {
        values.put(name, secret);
        Set<String> known = new LinkedHashSet<>(parts);
        known.add(URLEncoder.encode(secret, UTF_8));
        known.addAll(base64(secret.getBytes(UTF_8)));
        parts.forEach(part -> known.addAll(base64(part.getBytes(UTF_8))));
        for (String text : known) {
            begins[folded(text.charAt(0), text.charAt(1))] = true;
            beginning
                    .computeIfAbsent(beginning(text, 0), first -> new ArrayList<>())
                    .add(new Form(name, text));
        }
    }

    String get(String name) {
        return Objects.requireNonNull(values.get(name));
    }

    int size() {
        return values.size();
    }

    private String letters() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < HALF; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** What a Base64 text contains that has these bytes somewhere in it, wherever they begin. */
    private static List<String> base64(byte[] bytes) {
        List<String> found = new ArrayList<>();
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            for (int shift = 0; shift < 3; shift++) {
                byte[] shifted = new byte[bytes.length + shift];
                System.arraycopy(bytes, 0, shifted, shift, bytes.length);
                String text = encoder.withoutPadding().encodeToString(shifted);
                // The first and the last characters depend on what stands around.
                found.add(text.substring(shift == 0 ? 0 : shift + 1, text.length() - 1));
            }
        }
        return found;
    }

    /** The names of the secrets that a text contains in any form, in the order in which they were made. */
    List<String> in(String text) {
        Set<String> found = new HashSet<>();
        char[] characters = text.toCharArray();
        for (int i = 0; i + 1 < characters.length; i++) {
            if (begins[folded(characters[i], characters[i + 1])]) {
                for (Form form : beginning.getOrDefault(beginning(text, i), List.of())) {
                    if (text.startsWith(form.text(), i)) {
                        found.add(form.name());
                    }
                }
            }
        }
        return values.keySet().stream().filter(found::contains).toList();
    }

    private static int folded(char first, char second) {
        return ((first & 0xff) << Byte.SIZE) | (second & 0xff);
    }

    private static int beginning(String text, int start) {
        return text.charAt(start) << Character.SIZE | text.charAt(start + 1);
    }
}
