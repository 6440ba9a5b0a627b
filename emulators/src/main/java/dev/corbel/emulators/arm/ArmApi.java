package dev.corbel.emulators.arm;

import dev.corbel.emulators.arm.facts.Facts;
import java.util.List;

/** The simulated Azure Resource Manager: one world, one call at a time. */
final class ArmApi {
    private final Account account;
    private final Facts facts;
    private final Regions regions = Regions.load();
    private final ArmClock clock;
    private final Trouble trouble = new Trouble();
    private final Pages pages = new Pages();
    private final Tokens tokens;
    private Core core;

    ArmApi(Account account, Facts facts, ArmClock clock) {
        this.account = account;
        this.facts = facts;
        this.clock = clock;
        tokens = new Tokens(account);
        core = core();
    }

    /** The parts that a reset makes anew. */
    private record Core(World world, Operations operations, Registrations registrations, Router router) {}

    private Core core() {
        World world = new World(account.subscription(), account.tenant());
        Operations operations = new Operations();
        Registrations registrations = new Registrations(facts, clock, account.subscription());
        Locator locator = new Locator(facts, world);
        RuleBook rules = Services.rules(facts);
        Views views = new Views(world, rules);
        Guard guard = new Guard(operations, clock);
        LongRuns runs = new LongRuns(operations, new LongAnswers(clock), trouble, clock);
        Router router = new Router(
                world,
                locator,
                registrations,
                new Subscriptions(world, regions, registrations, pages),
                new OperationReads(operations, world, views, clock),
                new Reads(world, locator, views, pages),
                new Writer(facts, world, locator, rules, new Bodies(regions, views), views, guard, runs, clock),
                new Deleter(world, locator, rules, guard, runs));
        return new Core(world, operations, registrations, router);
    }

    synchronized ArmResponse handle(ArmRequest request) {
        List<String> segments = ArmPath.segments(request.path());
        if (Tokens.are(segments)) {
            return tokens.handle(request, segments);
        }
        clock.tick();
        core.operations().settle(clock.now());
        if (!tokens.accepts(request.header("authorization"))) {
            boolean sent = !request.header("authorization").isEmpty();
            return tokens.challenge(request, sent ? "InvalidAuthenticationToken" : "AuthenticationFailed");
        }
        try {
            return core.router().route(request);
        } catch (Refusal refusal) {
            return refusal.response();
        }
    }

    /** The name of a call in roles; empty where there is no such type. */
    String operationOf(ArmRequest request) {
        return ArmPath.parse(request.path())
                .flatMap(path -> facts.type(path.typeName()))
                .map(type -> type.name() + "/" + action(request.method()))
                .orElse("");
    }

    private static String action(String method) {
        return switch (method) {
            case "GET", "HEAD" -> "read";
            case "DELETE" -> "delete";
            case "POST" -> "action";
            default -> "write";
        };
    }

    synchronized void reset() {
        trouble.reset();
        pages.size(100);
        core = core();
    }

    synchronized void inject(ArmFaults faults) {
        trouble.set(faults);
    }

    synchronized void pageSize(int size) {
        pages.size(size);
    }

    synchronized void unregister(String namespace) {
        core.registrations().unregister(namespace);
    }

    synchronized void expireTokens() {
        tokens.expire();
    }
}
