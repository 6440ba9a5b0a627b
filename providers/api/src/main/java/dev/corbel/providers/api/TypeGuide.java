package dev.corbel.providers.api;

/**
 * The facts about a resource type that people ask for beside its schema. Each is a part of a sentence in Markdown, and
 * empty where there is nothing to say.
 *
 * @param description a noun phrase, such as "a virtual network"
 * @param importId the form of the ids that {@code adopt} and {@code import} take, such as "the ARN"
 * @param recovery the way in which an object is found again after a crash, such as "name"
 * @param missing the parts that the type of this name has elsewhere and lacks here
 */
public record TypeGuide(String description, String importId, String recovery, String missing) {
    public static final TypeGuide NONE = new TypeGuide("", "", "", "");
}
