package dev.corbel.emulators.proxy;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives each database instance a resource id of its own: in moto all share one. */
final class DistinctDatabases implements Layer {
    private static final Pattern INSTANCE = Pattern.compile("<DBInstance>.*?</DBInstance>", Pattern.DOTALL);
    private static final Pattern RESOURCE = Pattern.compile("<DbiResourceId>[^<]*</DbiResourceId>");
    private static final Pattern ARN = Pattern.compile("<DBInstanceArn>([^<]*)</DBInstanceArn>");
    private static final Pattern ID = Pattern.compile("db-[A-Z0-9]{26}");
    private static final int LENGTH = 26;

    private final Map<String, String> names = new ConcurrentHashMap<>();

    @Override
    public ProxyResponse handle(ProxyRequest request, Next next) throws IOException {
        if (!request.call().service().equals("rds")) {
            return next.ask(request);
        }
        ProxyResponse response = next.ask(byName(request));
        return response.isFine() && response.text().contains("<DbiResourceId>")
                ? response.withText(INSTANCE.matcher(response.text())
                        .replaceAll(instance -> Matcher.quoteReplacement(distinct(instance.group()))))
                : response;
    }

    private String distinct(String instance) {
        Matcher arn = ARN.matcher(instance);
        if (!arn.find()) {
            return instance;
        }
        String id = id(arn.group(1));
        names.put(id, arn.group(1).substring(arn.group(1).lastIndexOf(':') + 1));
        return RESOURCE.matcher(instance).replaceAll("<DbiResourceId>" + id + "</DbiResourceId>");
    }

    private static String id(String arn) {
        byte[] digest = Digest.of(arn);
        String text = new BigInteger(1, digest).toString(36).toUpperCase(Locale.ROOT);
        return "db-" + text.substring(0, LENGTH);
    }

    /** Who asks by resource id asks moto by name: it has no such filter for the ids that are shown. */
    private ProxyRequest byName(ProxyRequest request) {
        String text = request.text();
        if (!text.contains("dbi-resource-id") && !ID.matcher(text).find()) {
            return request;
        }
        String named = ID.matcher(
                        text.replace("Filters.Filter.1.Name=dbi-resource-id", "Filters.Filter.1.Name=db-instance-id"))
                .replaceAll(id -> Matcher.quoteReplacement(names.getOrDefault(id.group(), id.group())));
        return request.withText(named);
    }

    @Override
    public void reset() {
        names.clear();
    }
}
