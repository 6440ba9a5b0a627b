package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Facts;
import java.util.List;
import java.util.Optional;

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
    private record Core(
            World world,
            Operations operations,
            Registrations registrations,
            Views views,
            Throttle throttle,
            Weather weather,
            ReadLag lag,
            Router router) {}

    private Core core() {
        World world = new World(account, clock);
        Operations operations = new Operations();
        Registrations registrations = new Registrations(facts, clock, account.subscription());
        Locator locator = new Locator(facts, world);
        AppRevisions revisions = new AppRevisions(clock);
        RuleBook rules = Services.rules(facts, regions, revisions);
        Views views = new Views(world, rules);
        Guard guard = new Guard(operations, trouble, clock);
        LongRuns runs = new LongRuns(operations, new LongAnswers(clock), trouble, clock);
        Router router = new Router(
                world,
                locator,
                registrations,
                new Subscriptions(world, regions, registrations, pages),
                new OperationReads(operations, world, views, clock),
                new Reads(world, locator, views, pages),
                new AuthorizationReads(world, views, pages),
                new Actions(
                        world,
                        locator,
                        views,
                        pages,
                        new ServerActions(locator, guard, runs, world),
                        new AppActions(locator, revisions, pages)),
                new Writer(facts, world, locator, rules, new Bodies(regions, views), views, guard, runs, clock),
                new Deleter(world, locator, rules, guard, runs));
        Throttle throttle = new Throttle(clock);
        Weather weather = new Weather(trouble, throttle, tokens, clock);
        return new Core(world, operations, registrations, views, throttle, weather, new ReadLag(), router);
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
        ArmResponse response = core.weather().pass(request, () -> answer(request));
        return response.status() == 0 ? response : core.throttle().tell(request.method(), response);
    }

    private ArmResponse answer(ArmRequest request) {
        try {
            core.throttle().take(request.method());
            boolean reads = request.method().equals("GET");
            Optional<ArmResponse> past = reads ? core.lag().answer(request.path()) : Optional.empty();
            if (past.isPresent()) {
                return past.get();
            }
            Optional<ObjectNode> old =
                    reads ? Optional.empty() : core.world().find(request.path()).map(core.views()::of);
            ArmResponse response = core.router().route(request);
            if (!reads && response.isFine()) {
                double share = trouble.share("lag " + ArmPath.key(request.path()));
                core.lag().note(request.path(), old, (int)
                        (share * (trouble.faults().lag() + 1)));
            }
            return response;
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

    synchronized void take(String typeName, String name) {
        core.world().take(typeName, name);
    }

    synchronized void addPrincipal(String id) {
        core.world().principals().add(id);
    }

    synchronized void expireTokens() {
        tokens.expire();
    }
}
