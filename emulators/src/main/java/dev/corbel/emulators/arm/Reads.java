package dev.corbel.emulators.arm;

import dev.corbel.emulators.arm.facts.TypeFacts;
import java.util.List;
import java.util.Locale;

/** GET and HEAD of resources and of lists. */
final class Reads {
    private static final List<String> ALL_RECORDS = List.of("all", "recordsets");

    private final World world;
    private final Locator locator;
    private final Views views;
    private final Pages pages;

    Reads(World world, Locator locator, Views views, Pages pages) {
        this.world = world;
        this.locator = locator;
        this.views = views;
        this.pages = pages;
    }

    ArmResponse one(ArmRequest request, ArmPath path) {
        Stored stored = locator.existing(path);
        if (request.method().equals("HEAD")) {
            return ArmResponse.of(204);
        }
        ArmResponse response = ArmResponse.of(200, views.of(stored));
        return stored.type().shape().has("etag") ? response.with("ETag", stored.etag()) : response;
    }

    /** The list of one type, in a group, in the subscription or below a resource. */
    ArmResponse list(ArmRequest request, ArmPath path, TypeFacts type) {
        boolean below = path.owner().isPresent();
        boolean inGroup = !below && ArmPath.segments(path.scope()).size() > 2;
        if (!below && !type.listedIn(inGroup ? "group" : "subscription")) {
            throw noSuchList(path);
        }
        List<Stored> found = below || inGroup
                ? world.children(path)
                : world.all().stream().filter(stored -> stored.is(type.name())).toList();
        return answer(request, found);
    }

    /** Whether it is the list of all records of a zone. */
    static boolean isRecords(ArmPath path) {
        return !path.isItem()
                && path.types().size() == 2
                && path.types().get(0).toLowerCase(Locale.ROOT).endsWith("dnszones")
                && ALL_RECORDS.contains(path.last().toLowerCase(Locale.ROOT));
    }

    ArmResponse records(ArmRequest request, ArmPath path) {
        locator.checkAbove(path);
        ArmPath zone = path.owner().orElseThrow(() -> noSuchList(path));
        locator.checkVersion(locator.existing(zone).type(), request.apiVersion());
        return answer(
                request,
                world.below(zone.id()).stream()
                        .filter(stored -> stored.path().types().size() == 2 && isRecord(stored.type()))
                        .toList());
    }

    private static boolean isRecord(TypeFacts type) {
        return type.collection().equals(type.collection().toUpperCase(Locale.ROOT));
    }

    private ArmResponse answer(ArmRequest request, List<Stored> found) {
        return pages.of(request, found.stream().map(views::of).toList());
    }

    private static Refusal noSuchList(ArmPath path) {
        return Refusal.notFound("InvalidResourceType", "There is no list at '" + path.id() + "'.");
    }
}
