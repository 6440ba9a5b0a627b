package dev.corbel.cli.render;

import dev.corbel.cli.drift.DriftGithub;
import dev.corbel.cli.drift.DriftJson;
import dev.corbel.cli.drift.DriftJunit;
import dev.corbel.cli.drift.DriftMarkdown;
import dev.corbel.cli.drift.DriftResult;
import dev.corbel.cli.drift.DriftSarif;
import dev.corbel.cli.drift.DriftText;
import dev.corbel.cli.json.DefinitionOutline;
import dev.corbel.cli.json.DocumentForm;
import dev.corbel.cli.json.GraphDocument;
import dev.corbel.cli.json.OutputsDocument;
import dev.corbel.cli.json.PlanDocument;
import dev.corbel.cli.json.SchemaJson;
import dev.corbel.cli.json.StateJson;
import dev.corbel.cli.place.DeclaredPlaces;
import dev.corbel.cli.place.Places;
import dev.corbel.cli.policy.PolicyCsv;
import dev.corbel.cli.policy.PolicyJson;
import dev.corbel.cli.policy.PolicyMarkdown;
import dev.corbel.cli.policy.PolicySheet;
import dev.corbel.cli.policy.PolicyText;
import dev.corbel.cli.view.PlanLinks;
import dev.corbel.cli.view.PlanView;
import dev.corbel.cli.view.RawOutput;
import dev.corbel.cli.view.SchemaView;
import dev.corbel.cli.view.StateView;
import dev.corbel.cli.view.graph.DotGraph;
import dev.corbel.cli.view.graph.GraphModel;
import dev.corbel.cli.view.graph.MermaidGraph;
import dev.corbel.cli.view.graph.SvgGraph;
import dev.corbel.cli.view.markdown.PlanComment;
import dev.corbel.cli.view.page.PlanPage;
import dev.corbel.engine.schema.ProviderTypes;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.model.OutputValue;
import dev.corbel.state.model.State;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Finds the renderer of a kind of result by the name of the format. A name is a constant here, or comes from the options,
 * which know these only; nothing of another format is loaded.
 */
public final class Renderers {
    /** For people. */
    public static final String TEXT = "text";

    /** One JSON document. */
    public static final String JSON = "json";

    /** A JSON object per event, one a line. */
    public static final String JSON_LINES = "jsonl";

    /** A page for a browser. */
    public static final String HTML = "html";

    /** A comment on a pull request. */
    public static final String MARKDOWN = "markdown";

    /** The counts of a plan alone, for people. */
    public static final String SUMMARY = "summary";

    /** The language of Graphviz. */
    public static final String DOT = "dot";

    /** The language of Mermaid. */
    public static final String MERMAID = "mermaid";

    /** A drawing. */
    public static final String SVG = "svg";

    /** The formats of state. */
    public static final List<String> STATES = List.of(TEXT, JSON);

    /** The formats of graphs. */
    public static final List<String> GRAPHS = List.of(DOT, MERMAID, SVG, JSON);

    /** The bare text of one value. */
    public static final String RAW = "raw";

    /** Results of tests, in XML. */
    public static final String JUNIT = "junit";

    /** Results of static analysis. */
    public static final String SARIF = "sarif";

    /** Commands in the log of a job on GitHub. */
    public static final String GITHUB = "github";

    /** A table that spreadsheets read. */
    public static final String CSV = "csv";

    /** The formats of reports on policies. */
    public static final List<String> POLICY_REPORTS = List.of(MARKDOWN, CSV, JSON);

    /** The formats of reports on drift. */
    public static final List<String> DRIFT_FORMATS = List.of(TEXT, JSON, JUNIT, SARIF, MARKDOWN, GITHUB);

    private final TextForm text;
    private final DocumentForm form;
    private final Supplier<ProviderCatalog> catalog;

    /**
     * Renderers for one command.
     *
     * @param text of texts for people
     * @param form of documents in Terraform's formats
     * @param catalog asked for by documents that schemas shape
     */
    public Renderers(TextForm text, DocumentForm form, Supplier<ProviderCatalog> catalog) {
        this.text = text;
        this.form = form;
        this.catalog = catalog;
    }

    /**
     * The format of a result: a document where {@code --json} is given, else a text.
     *
     * @param json whether the option is given
     */
    public static String document(boolean json) {
        return json ? JSON : TEXT;
    }

    /** Renders plans; of one with errors the text shows nothing, since its problems say more. */
    public Renderer<ShownPlan> plan(String format) {
        return switch (format) {
            case TEXT ->
                shown -> !shown.plan().isPlanned()
                        ? ""
                        : PlanView.render(shown.plan(), text.style(), new PlanLinks(text.links(), () -> places(shown)));
            case SUMMARY -> shown -> !shown.plan().isPlanned() ? "" : PlanView.summary(shown.plan(), text.style());
            case JSON ->
                shown -> PlanDocument.of(
                        shown.plan(),
                        shown.outline()
                                .map(outline -> DefinitionOutline.read(outline, shown.plan(), catalog.get()))
                                .orElseGet(() -> DefinitionOutline.of(shown.plan(), catalog.get())),
                        form);
            case HTML -> shown -> PlanPage.render(shown.plan(), places(shown));
            case MARKDOWN -> shown -> PlanComment.render(shown.plan(), places(shown));
            default -> throw unknown(format);
        };
    }

    private Places places(ShownPlan shown) {
        return shown.outline()
                .map(outline -> DefinitionOutline.read(outline, shown.plan(), catalog.get())
                        .places())
                .orElseGet(() -> new DeclaredPlaces(shown.plan().definition()));
    }

    /**
     * Renders the problems for which no plan came about; a text shows nothing, since they are reported.
     *
     * @param environment of which there is no plan
     */
    public Renderer<List<Diagnostic>> failedPlan(String format, String environment) {
        return switch (format) {
            case TEXT, SUMMARY -> problems -> "";
            case JSON -> problems -> PlanDocument.ofFailure(problems, form);
            case MARKDOWN -> problems -> PlanComment.ofFailure(environment, problems);
            default -> throw unknown(format);
        };
    }

    /** Renders graphs of what needs what. */
    public Renderer<GraphModel> graph(String format) {
        return switch (format) {
            case DOT -> DotGraph::render;
            case MERMAID -> MermaidGraph::render;
            case SVG -> SvgGraph::render;
            case JSON -> graph -> GraphDocument.of(graph, form);
            default -> throw unknown(format);
        };
    }

    /** Renders a whole state. */
    public Renderer<State> state(String format) {
        return switch (format) {
            case TEXT -> new StateView(text.style())::render;
            case JSON -> state -> StateJson.of(state, catalog.get(), form);
            default -> throw unknown(format);
        };
    }

    /** Renders all outputs of an environment. */
    public Renderer<Map<String, OutputValue>> outputs(String format) {
        return switch (format) {
            case TEXT -> new StateView(text.style())::outputs;
            case JSON -> OutputsDocument::of;
            default -> throw unknown(format);
        };
    }

    /** Renders one output. */
    public Renderer<NamedOutput> output(String format) {
        return switch (format) {
            case TEXT -> output -> new StateView(text.style()).output(output.value());
            case JSON -> output -> OutputsDocument.ofValue(output.value());
            case RAW -> output -> RawOutput.of(output.name(), output.value());
            default -> throw unknown(format);
        };
    }

    /** Renders what was found when environments were looked at for drift. */
    public Renderer<DriftResult> drift(String format) {
        return switch (format) {
            case TEXT -> new DriftText(text.style())::render;
            case JSON -> result -> DriftJson.of(result, form.version());
            case JUNIT -> DriftJunit::of;
            case SARIF -> result -> DriftSarif.of(result, form.version());
            case MARKDOWN -> DriftMarkdown::comment;
            case GITHUB -> DriftGithub::of;
            default -> throw unknown(format);
        };
    }

    /** Renders the results of policies; the text shows those that did not pass. */
    public Renderer<PolicySheet> policies(String format) {
        return switch (format) {
            case TEXT -> new PolicyText(text.style())::render;
            case JSON -> sheet -> PolicyJson.of(sheet, form.version());
            default -> throw unknown(format);
        };
    }

    /** Renders the results of policies for an auditor. */
    public Renderer<PolicySheet> policyReport(String format) {
        return switch (format) {
            case MARKDOWN -> PolicyMarkdown::of;
            case CSV -> PolicyCsv::of;
            case JSON -> policies(JSON);
            default -> throw unknown(format);
        };
    }

    /** Renders the versions of Corbel and of what it runs on. */
    public Renderer<Versions> versions(String format) {
        return switch (format) {
            case TEXT -> versions -> versions.line() + "\n";
            case JSON -> VersionsDocument::of;
            default -> throw unknown(format);
        };
    }

    /** Renders all types of all providers; the text lists their names, the document holds their attributes too. */
    public Renderer<List<ProviderTypes>> types(String format) {
        return switch (format) {
            case TEXT -> new SchemaView(text.style())::list;
            case JSON -> SchemaJson::of;
            default -> throw unknown(format);
        };
    }

    /** Renders everything about one type. */
    public Renderer<ProviderTypes> type(String format) {
        return switch (format) {
            case TEXT -> new SchemaView(text.style())::details;
            case JSON -> types -> SchemaJson.of(List.of(types));
            default -> throw unknown(format);
        };
    }

    private static IllegalArgumentException unknown(String format) {
        return new IllegalArgumentException("no renderer for the format " + format);
    }
}
