package dev.corbel.providers.kit.definition;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.NormalForm;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.definition.Field.Direction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Builds an attribute of a definition. Optional unless it says otherwise. */
public final class Property implements Field.Builder {
    /** Texts, and texts of lists, that differ in case alone mean the same. */
    public static final NormalForm WITHOUT_CASE = NormalForm.ofTexts(text -> text.toLowerCase(Locale.ROOT));

    private final String name;
    private final Type type;
    private boolean required;
    private boolean computed;
    private boolean configurable = true;
    private UnaryOperator<Attribute.Builder> details = builder -> builder;
    private @Nullable Value usual;
    private @Nullable Value absent;
    private boolean omitted;
    private @Nullable String path;
    private Form form = Form.AS_IT_IS;
    private @Nullable Direction direction;

    private Property(String name, Type type) {
        this.name = name;
        this.type = type;
    }

    public static Property of(String name, Type type) {
        return new Property(name, type);
    }

    public static Property text(String name) {
        return of(name, Type.STRING);
    }

    public static Property flag(String name) {
        return of(name, Type.BOOLEAN);
    }

    public static Property number(String name) {
        return of(name, Type.NUMBER);
    }

    public static Property texts(String name) {
        return of(name, Type.list(Type.STRING));
    }

    public static Property textSet(String name) {
        return of(name, Type.set(Type.STRING));
    }

    public static Property textMap(String name) {
        return of(name, Type.map(Type.STRING));
    }

    /** Must be given. */
    public Property required() {
        required = true;
        return this;
    }

    /** Set by the service alone. */
    public Property computed() {
        computed = true;
        configurable = false;
        return this;
    }

    /** Set by the service where the definition leaves it out. */
    public Property orComputed() {
        computed = true;
        return this;
    }

    public Property immutable() {
        return with(Attribute.Builder::immutable);
    }

    public Property sensitive() {
        return with(Attribute.Builder::sensitive);
    }

    public Property guarded() {
        return with(Attribute.Builder::guarded);
    }

    public Property changingByItself() {
        return with(Attribute.Builder::changingByItself);
    }

    /** Goes out and is neither stored nor read. */
    public Property writeOnly() {
        direction = Direction.WRITE;
        return with(Attribute.Builder::writeOnly);
    }

    /** No answer has it: it stays as it was said. */
    public Property unread() {
        direction = Direction.WRITE;
        return this;
    }

    public Property defaultsTo(Value value) {
        usual = value;
        return with(builder -> builder.defaultsTo(value));
    }

    public Property defaultsTo(String text) {
        return defaultsTo(Value.of(text));
    }

    public Property defaultsTo(boolean flag) {
        return defaultsTo(Value.of(flag));
    }

    public Property defaultsTo(long number) {
        return defaultsTo(Value.of(number));
    }

    /** Documents leave it out for this value. */
    public Property absentMeans(Value value) {
        absent = value;
        return this;
    }

    /** Documents have to leave it out for this value. */
    public Property unsetBy(Value value) {
        omitted = true;
        return absentMeans(value);
    }

    /** A text that is one of these; in a list, each is. */
    public Property oneOf(String... allowed) {
        Validation one = Validation.oneOf(allowed);
        return checked(type == Type.STRING ? one : ofEach(one));
    }

    public Property between(long least, long most) {
        return checked(Validation.between(least, most));
    }

    /** A number that is one of these. */
    public Property oneOf(long... allowed) {
        List<Value> numbers =
                java.util.Arrays.stream(allowed).<Value>mapToObj(Value::of).toList();
        return checked(value -> numbers.contains(value)
                ? Optional.empty()
                : Optional.of("must be one of "
                        + String.join(
                                ", ", numbers.stream().map(Value::toString).toList())));
    }

    /** A text that matches as a whole; in a list, each does. */
    public Property matching(String expression, String meaning) {
        Validation one = Validation.matching(expression, meaning);
        return checked(type == Type.STRING ? one : ofEach(one));
    }

    /** A text of so many characters. */
    public Property length(int least, int most) {
        return checked(value -> value instanceof StringValue text
                        && text.value().length() >= least
                        && text.value().length() <= most
                ? Optional.empty()
                : Optional.of("must have " + least + " to " + most + " characters"));
    }

    /** A list of so many elements. */
    public Property items(int least, int most) {
        return checked(value -> value instanceof ListValue list
                        && (list.elements().size() < least || list.elements().size() > most)
                ? Optional.of(least == 0 ? "must have at most " + most : "must have at least " + least)
                : Optional.empty());
    }

    public Property checked(Validation validation) {
        return with(builder -> builder.validatedBy(validation));
    }

    public Property comparedAs(NormalForm normal) {
        return with(builder -> builder.comparedAs(normal));
    }

    /** What differs in case alone means the same. */
    public Property withoutCase() {
        return comparedAs(WITHOUT_CASE);
    }

    /** Lists objects that are of a type of their own as well. */
    public Property listingParts() {
        return with(Attribute.Builder::listingParts);
    }

    public Property describedAs(String text) {
        return with(builder -> builder.describedAs(text));
    }

    /** The place in documents, with dots. */
    public Property as(String place) {
        path = place;
        return this;
    }

    /** The place in documents, and the form there. */
    public Property as(String place, Form there) {
        form = there;
        return as(place);
    }

    private Property with(UnaryOperator<Attribute.Builder> detail) {
        UnaryOperator<Attribute.Builder> before = details;
        details = builder -> detail.apply(before.apply(builder));
        return this;
    }

    private static Validation ofEach(Validation one) {
        return value -> value instanceof ListValue list
                ? list.elements().stream()
                        .filter(element -> !element.isUnknown() && !element.isNull())
                        .map(one::problem)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(problem -> "has an element that " + problem)
                : Optional.empty();
    }

    @Override
    public Field.Leaf build() {
        Attribute.Builder builder = required
                ? Attribute.required(name, type)
                : !configurable
                        ? Attribute.computed(name, type)
                        : computed ? Attribute.optionalComputed(name, type) : Attribute.optional(name, type);
        Direction way = direction != null ? direction : configurable ? Direction.BOTH : Direction.READ;
        Value missing = absent != null ? absent : usual != null ? usual : Value.ofNull();
        return new Field.Leaf(
                details.apply(builder).build(),
                Optional.ofNullable(path).map(DocumentPath::of),
                form,
                way,
                missing,
                omitted);
    }
}
