package dev.corbel.providers.aws.cds;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;

/**
 * A made-up answer of AWS with one of everything in it: each list has one element and each text is {@value #TEXT}, so that an
 * object is found under that name.
 */
final class SampleDocument {
    /** The text that stands everywhere. */
    static final String TEXT = "training";

    /** The types that are being written, so that one which holds itself ends. */
    private final Deque<Class<?>> open = new ArrayDeque<>();

    private final boolean listsOfEc2;

    private SampleDocument(boolean listsOfEc2) {
        this.listsOfEc2 = listsOfEc2;
    }

    /** An answer in JSON. */
    static String json(SdkPojo answer) {
        return new SampleDocument(false).object(answer);
    }

    /** An answer of a service that is asked by a query, but EC2. */
    static String query(String operation, SdkPojo answer) {
        String result = operation + "Result";
        return element(operation + "Response", element(result, new SampleDocument(false).elements(answer)));
    }

    /** An answer of EC2. */
    static String ec2(String operation, SdkPojo answer) {
        return element(operation + "Response", new SampleDocument(true).elements(answer));
    }

    private String elements(SdkPojo object) {
        StringBuilder text = new StringBuilder();
        for (SdkField<?> field : enter(object)) {
            String name = field.unmarshallLocationName();
            ListTrait list = field.getTrait(ListTrait.class);
            if (list == null) {
                text.append(element(name, content(field)));
            } else if (list.isFlattened()) {
                text.append(element(name, content(list.memberFieldInfo())));
            } else {
                String given = list.memberLocationName();
                String member = given != null ? given : listsOfEc2 ? "item" : "member";
                text.append(element(name, element(member, content(list.memberFieldInfo()))));
            }
        }
        open.pop();
        return text.toString();
    }

    private String content(SdkField<?> field) {
        return field.constructor() == null
                ? scalar(field)
                : elements(field.constructor().get());
    }

    private String object(SdkPojo object) {
        List<String> members = new ArrayList<>();
        for (SdkField<?> field : enter(object)) {
            members.add('"' + field.locationName() + "\":" + jsonValue(field));
        }
        open.pop();
        return "{" + String.join(",", members) + "}";
    }

    private String jsonValue(SdkField<?> field) {
        ListTrait list = field.getTrait(ListTrait.class);
        if (list != null) {
            return "[" + jsonValue(list.memberFieldInfo()) + "]";
        }
        if (field.constructor() != null) {
            return object(field.constructor().get());
        }
        boolean bare = field.marshallingType() == MarshallingType.BOOLEAN || isNumber(field) || isInstant(field);
        return bare ? isInstant(field) ? "1" : scalar(field) : '"' + scalar(field) + '"';
    }

    /** The fields of a body, but those that tell of pages that follow, and maps. */
    private List<SdkField<?>> enter(SdkPojo object) {
        open.push(object.getClass());
        return object.sdkFields().stream()
                .filter(field -> field.location() == MarshallLocation.PAYLOAD)
                .filter(field -> field.marshallingType() != MarshallingType.MAP)
                .filter(field -> !isPage(field.memberName().toLowerCase(Locale.ROOT)))
                .filter(field -> !isOpen(field))
                .toList();
    }

    private static boolean isPage(String name) {
        return name.endsWith("token") || name.endsWith("marker");
    }

    private boolean isOpen(SdkField<?> field) {
        ListTrait list = field.getTrait(ListTrait.class);
        SdkField<?> content = list == null ? field : list.memberFieldInfo();
        if (content.containsTrait(ListTrait.class) || content.marshallingType() == MarshallingType.MAP) {
            return list != null;
        }
        return content.constructor() != null
                && open.contains(content.constructor().get().getClass());
    }

    private static String scalar(SdkField<?> field) {
        if (field.marshallingType() == MarshallingType.BOOLEAN) {
            return "false";
        }
        if (isNumber(field)) {
            return "1";
        }
        return isInstant(field) ? "2020-01-01T00:00:00Z" : TEXT;
    }

    private static boolean isNumber(SdkField<?> field) {
        return Number.class.isAssignableFrom(field.marshallingType().getTargetClass());
    }

    private static boolean isInstant(SdkField<?> field) {
        return field.marshallingType() == MarshallingType.INSTANT;
    }

    private static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }
}
