package dev.corbel.providers.azure.dns;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.kit.definition.Form;
import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;
import java.util.ArrayList;
import java.util.List;

/** {@code azurerm_dns_txt_record}: texts under a name. Azure takes them in pieces of 254 characters. */
public final class DnsTxtRecordDefinition {
    private DnsTxtRecordDefinition() {}

    public static ArmDefinition definition() {
        return PublicRecord.of("azurerm_dns_txt_record", "TXT")
                .fields(NestedBlock.set(
                                "record",
                                Property.text("value")
                                        .required()
                                        .length(1, 4096)
                                        .as("value", PIECES))
                        .required()
                        .as("properties.TXTRecords"))
                .build();
    }

    private static final int PIECE = 254;
    private static final Form PIECES = Form.of(DnsTxtRecordDefinition::pieces, DnsTxtRecordDefinition::whole);

    private static Value pieces(Value text) {
        String whole = text.toString();
        List<Value> pieces = new ArrayList<>();
        for (int start = 0; start < whole.length(); start += PIECE) {
            pieces.add(Value.of(whole.substring(start, Math.min(whole.length(), start + PIECE))));
        }
        return Value.list(pieces);
    }

    private static Value whole(Value pieces) {
        StringBuilder whole = new StringBuilder();
        if (pieces instanceof ListValue list) {
            list.elements().forEach(whole::append);
        }
        return Value.of(whole.toString());
    }
}
