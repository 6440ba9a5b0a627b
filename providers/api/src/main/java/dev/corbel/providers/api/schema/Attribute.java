package dev.corbel.providers.api.schema;

import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a resource, data source, provider, component or nested block.
 *
 * @param name as it stands in definitions
 * @param type what it takes
 * @param traits how it behaves; an attribute that is neither required nor computed is optional
 * @param defaultValue what it is when left out; not for required attributes. Of a computed attribute it is what a new
 *     object gets: left out later, it is what the object has
 * @param validations what a known value must fulfil beyond its type
 * @param normalForm in which values that mean the same are equal
 * @param origin the attribute of the same object that this one copies or is calculated from, so that it is as sensitive
 * @param description one or two sentences for the reference
 */
public record Attribute(
        String name,
        Type type,
        Set<Trait> traits,
        Optional<Value> defaultValue,
        List<Validation> validations,
        NormalForm normalForm,
        Optional<String> origin,
        String description) {

    /** How an attribute behaves. */
    public enum Trait {
        /** Must be given. */
        REQUIRED,
        /** May be given. Together with {@link #COMPUTED}: the provider chooses where it is left out. */
        OPTIONAL,
        /** The provider says. */
        COMPUTED,
        /** A change needs a new object. */
        IMMUTABLE,
        /** Goes to the provider and is never stored. */
        WRITE_ONLY,
        /** Never shown in the clear. */
        SENSITIVE,
        /** Of a provider: decides where it points, so that with another value there are other objects. */
        LOCATION,
        /** Decides who gets at what: any change of it from outside is told, even where no definition sets it. */
        GUARDED,
        /** Changes by itself in the course of things, so that a change from outside tells nobody anything. */
        VOLATILE,
        /** Lists objects that are of a type of their own as well, which tell what differs where no definition sets it. */
        PARTS
    }

    public Attribute {
        traits = Set.copyOf(traits);
        validations = List.copyOf(validations);
        if (traits.contains(Trait.REQUIRED) && (traits.contains(Trait.COMPUTED) || defaultValue.isPresent())) {
            throw new IllegalArgumentException(name + " is required, so it is neither computed nor has a default");
        }
    }

    public static Builder required(String name, Type type) {
        return new Builder(name, type, Trait.REQUIRED);
    }

    public static Builder optional(String name, Type type) {
        return new Builder(name, type, Trait.OPTIONAL);
    }

    /** An attribute that only the provider sets. */
    public static Builder computed(String name, Type type) {
        return new Builder(name, type, Trait.COMPUTED);
    }

    /** An attribute that the provider sets where the definition doesn't. */
    public static Builder optionalComputed(String name, Type type) {
        return new Builder(name, type, Trait.OPTIONAL).with(Trait.COMPUTED);
    }

    public boolean isRequired() {
        return traits.contains(Trait.REQUIRED);
    }

    public boolean isComputed() {
        return traits.contains(Trait.COMPUTED);
    }

    /** Whether a definition may set it. */
    public boolean isConfigurable() {
        return isRequired() || traits.contains(Trait.OPTIONAL);
    }

    public boolean isImmutable() {
        return traits.contains(Trait.IMMUTABLE);
    }

    public boolean isWriteOnly() {
        return traits.contains(Trait.WRITE_ONLY);
    }

    public boolean isSensitive() {
        return traits.contains(Trait.SENSITIVE);
    }

    /** Whether a provider points elsewhere with another value. */
    public boolean isLocation() {
        return traits.contains(Trait.LOCATION);
    }

    /** Tells whether any change of it from outside is worth telling. */
    public boolean isGuarded() {
        return traits.contains(Trait.GUARDED);
    }

    /** Tells whether it changes by itself. */
    public boolean isVolatile() {
        return traits.contains(Trait.VOLATILE);
    }

    /** Tells whether it lists objects that are of a type of their own as well. */
    public boolean listsParts() {
        return traits.contains(Trait.PARTS);
    }

    /** The same, compared in a form of its own. */
    public Attribute comparedAs(NormalForm form) {
        return new Attribute(name, type, traits, defaultValue, validations, form, origin, description);
    }

    /** Builds an attribute step by step. */
    public static final class Builder {
        private final String name;
        private final Type type;
        private final Set<Trait> traits;
        private final List<Validation> validations = new ArrayList<>();
        private @Nullable Value defaultValue;
        private NormalForm normalForm = NormalForm.LITERAL;
        private @Nullable String origin;
        private String description = "";

        private Builder(String name, Type type, Trait first) {
            this.name = name;
            this.type = type;
            this.traits = EnumSet.of(first);
        }

        private Builder with(Trait trait) {
            traits.add(trait);
            return this;
        }

        public Builder immutable() {
            return with(Trait.IMMUTABLE);
        }

        public Builder writeOnly() {
            return with(Trait.WRITE_ONLY);
        }

        public Builder sensitive() {
            return with(Trait.SENSITIVE);
        }

        public Builder location() {
            return with(Trait.LOCATION);
        }

        public Builder guarded() {
            return with(Trait.GUARDED);
        }

        public Builder changingByItself() {
            return with(Trait.VOLATILE);
        }

        public Builder listingParts() {
            return with(Trait.PARTS);
        }

        public Builder defaultsTo(Value value) {
            defaultValue = value;
            return this;
        }

        public Builder validatedBy(Validation validation) {
            validations.add(validation);
            return this;
        }

        /** Values of the same form mean the same, so that none is changed into another. */
        public Builder comparedAs(NormalForm form) {
            normalForm = form;
            return this;
        }

        /**
         * A computed value that copies another attribute of the object, whole or as a part of the same shape, or that is
         * calculated from it, as a checksum is: what is sensitive there is sensitive here.
         */
        public Builder derivedFrom(String attribute) {
            origin = attribute;
            return this;
        }

        public Builder describedAs(String text) {
            description = text;
            return this;
        }

        public Attribute build() {
            return new Attribute(
                    name,
                    type,
                    traits,
                    Optional.ofNullable(defaultValue),
                    validations,
                    normalForm,
                    Optional.ofNullable(origin),
                    description);
        }
    }
}
