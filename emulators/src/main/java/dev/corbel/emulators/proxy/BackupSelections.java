package dev.corbel.emulators.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** AWS Backup's selections, which moto does not have. The plans are moto's. */
final class BackupSelections implements Layer {
    private static final Pattern PATH = Pattern.compile("/backup/plans/([^/]+)(?:/selections(?:/([^/]+))?)?/?");

    private final Map<String, ObjectNode> selections = new LinkedHashMap<>();

    @Override
    public ProxyResponse handle(ProxyRequest request, Next next) throws IOException {
        Matcher path = PATH.matcher(request.path());
        if (!request.call().service().equals("backup") || !path.matches()) {
            return next.ask(request);
        }
        String plan = path.group(1);
        return switch (request.call().operation()) {
            case "CreateBackupSelection" -> {
                ProxyResponse found = next.ask(request.with("GET", "/backup/plans/" + plan + "/"));
                yield isThere(found) ? create(request, plan) : missing(request, "backup plan");
            }
            case "GetBackupSelection" -> get(request, plan, path.group(2));
            case "ListBackupSelections" -> list(plan);
            case "DeleteBackupSelection" -> delete(request, plan, path.group(2));
            case "DeleteBackupPlan" ->
                isUsed(plan)
                        ? ProxyResponse.error(
                                request,
                                400,
                                "InvalidRequestException",
                                "Related backup plan selections must be deleted prior to backup plan deletion.")
                        : next.ask(request);
            default -> next.ask(request);
        };
    }

    /** Moto goes on showing plans that were deleted, with the date. */
    private static boolean isThere(ProxyResponse plan) throws IOException {
        return plan.isFine() && !Json.read(plan.text()).hasNonNull("DeletionDate");
    }

    private synchronized ProxyResponse create(ProxyRequest request, String plan) throws IOException {
        ObjectNode body = Json.read(request.text());
        String token = body.path("CreatorRequestId").asText();
        ObjectNode selection = selections.values().stream()
                .filter(other -> !token.isEmpty()
                        && other.path("CreatorRequestId").asText().equals(token))
                .findFirst()
                .orElseGet(() -> added(plan, body));
        return ProxyResponse.json(selection
                .deepCopy()
                .retain("BackupPlanId", "CreationDate", "SelectionId")
                .toString());
    }

    private ObjectNode added(String plan, ObjectNode body) {
        String id = UUID.randomUUID().toString();
        ObjectNode selection = Json.object()
                .put("BackupPlanId", plan)
                .put("SelectionId", id)
                .put("CreationDate", Instant.now().getEpochSecond());
        selection.set("BackupSelection", body.path("BackupSelection"));
        if (body.has("CreatorRequestId")) {
            selection.set("CreatorRequestId", body.get("CreatorRequestId"));
        }
        selections.put(id, selection);
        return selection;
    }

    private synchronized ProxyResponse get(ProxyRequest request, String plan, String id) {
        ObjectNode selection = selections.get(id);
        return selection != null && isOf(selection, plan)
                ? ProxyResponse.json(selection.toString())
                : missing(request, "backup selection");
    }

    private synchronized ProxyResponse list(String plan) {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("BackupSelectionsList");
        selections.values().stream().filter(selection -> isOf(selection, plan)).forEach(selection -> {
            ObjectNode shown = selection.deepCopy();
            JsonNode details = shown.remove("BackupSelection");
            shown.set("SelectionName", details.path("SelectionName"));
            shown.set("IamRoleArn", details.path("IamRoleArn"));
            list.add(shown);
        });
        return ProxyResponse.json(answer.toString());
    }

    private synchronized ProxyResponse delete(ProxyRequest request, String plan, String id) {
        for (Iterator<ObjectNode> all = selections.values().iterator(); all.hasNext(); ) {
            ObjectNode selection = all.next();
            if (isOf(selection, plan) && selection.path("SelectionId").asText().equals(id)) {
                all.remove();
                return ProxyResponse.json("{}");
            }
        }
        return missing(request, "backup selection");
    }

    private static boolean isOf(ObjectNode selection, String plan) {
        return selection.path("BackupPlanId").asText().equals(plan);
    }

    private synchronized boolean isUsed(String plan) {
        return selections.values().stream().anyMatch(selection -> isOf(selection, plan));
    }

    private static ProxyResponse missing(ProxyRequest request, String what) {
        return ProxyResponse.error(
                request, 400, "ResourceNotFoundException", "Cannot find the specified " + what + ".");
    }

    @Override
    public synchronized void reset() {
        selections.clear();
    }
}
