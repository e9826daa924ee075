#include "app/command/command_line.h"

#include "app/command/arguments.h"
#include "app/command/help.h"
#include "app/command/values.h"
#include "app/exporting/sheet.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace command {

namespace {

const QList<Option> inputOptions = {{"--text"}, {"--text-file"}, {"--ids"}, {"--model"}};
const QList<Option> traceOptions = {{"--layers"}, {"--heads"}, {"--vectors", false}, {"-o"}};
const QList<Option> exportOptions = {
    {"--head"},     {"--view"},  {"--layout"}, {"--top-mass"}, {"--hide-first", false}, {"--pin"},    {"--transpose", false},
    {"--quantity"}, {"--marks"}, {"--theme"},  {"--scale"},    {"--size"},              {"-o"},       {"--no-labels", false},
    {"--depth"},    {"--compare"},  {"--before"}, {"--layer"}};
const QList<Option> benchOptions = {{"--model"}, {"--shape"}, {"--tokens"}, {"--edits"}, {"--kernel"}, {"--json", false}};
const QList<Option> explainOptions = {{"--head"}, {"--pin"}, {"--terms"}, {"--latex", false}};

QString tr(const char* text) {
    return QCoreApplication::translate("command", text);
}

bool isHelp(const QByteArray& word) {
    return word == "--help" || word == "-h";
}

/// Whether help is asked for by an option of its own and not within the value of another.
bool asksForHelp(const QList<Option>& known, const QByteArrayList& words) {
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (isHelp(words[i])) return true;
        const bool hasValue = std::any_of(known.begin(), known.end(),
                                          [&](const Option& each) { return each.takesValue && each.name == words[i]; });
        if (hasValue) ++i;
    }
    return false;
}

Input readInput(const Arguments& arguments) {
    const auto text = arguments.value("--text");
    const auto file = arguments.value("--text-file");
    const auto ids = arguments.value("--ids");
    const int given = int(text.has_value()) + int(file.has_value()) + int(ids.has_value());
    if (given != 1)
        throw Wrong{(given == 0 ? tr("%1 needs a text: --text, --text-file or --ids.")
                                : tr("%1 takes one text: --text, --text-file or --ids, and not several of them."))
                        .arg(arguments.program())};
    Input input;
    input.text = text;
    if (file) input.textFile = QFile::decodeName(arguments.required("--text-file"));
    if (ids) input.ids = integers("--ids", *ids);
    return input;
}

QString readModel(const Arguments& arguments) {
    return arguments.has("--model") ? QFile::decodeName(arguments.required("--model")) : QStringLiteral("built-in");
}

Request parseTrace(const QByteArrayList& words) {
    const QList<Option> known = inputOptions + traceOptions;
    if (asksForHelp(known, words)) return Print{traceHelp()};
    const Arguments arguments(QStringLiteral("mayfly trace"), known, words);
    Trace trace;
    trace.input = readInput(arguments);
    trace.model = readModel(arguments);
    trace.layers = integersOrAll("--layers", arguments.value("--layers").value_or("all"));
    trace.heads = integersOrAll("--heads", arguments.value("--heads").value_or("all"));
    trace.vectors = arguments.has("--vectors");
    trace.output = QFile::decodeName(arguments.required("-o"));
    return trace;
}

void readPin(const Arguments& arguments, Export& wanted) {
    if (!arguments.has("--pin")) return;
    const QByteArray value = arguments.required("--pin");
    const std::vector<int> pin = integers("--pin", value);
    if (pin.empty() || pin.size() > 2)
        throw Wrong{tr("--pin takes a query, or a query and a key such as 5,2, and not %1.").arg(quoted(value))};
    wanted.pinQuery = pin[0];
    if (pin.size() == 2) wanted.pinKey = pin[1];
}

/// The names of all values of a kind.
template<typename Values>
QByteArrayList namesOf(const Values& values) {
    QByteArrayList names;
    for (const auto value : values) names.append(nameOf(value));
    return names;
}

/// "3"; −1, for the last, if the option is absent.
int readDepth(const Arguments& arguments) {
    if (!arguments.has("--depth")) return -1;
    const QByteArray value = arguments.required("--depth");
    const std::vector<int> depth = integers("--depth", value);
    if (depth.size() == 1 && depth.front() < 0)
        throw Wrong{tr("there is no depth %1: they count from 0, the embedding.").arg(depth.front()), 1};
    if (depth.size() != 1)
        throw Wrong{tr("--depth takes one number from 0 (the embedding) to the number of layers, and not %1.").arg(quoted(value))};
    return depth.front();
}

void readLook(const Arguments& arguments, Export& wanted) {
    wanted.view = *view::kindNamed(arguments.oneOf("--view", namesOf(view::kinds)).toStdString());
    wanted.matrix.quantity = *matrix::quantityNamed(arguments.oneOf("--quantity", namesOf(matrix::quantities)).toStdString());
    wanted.matrix.marks = *matrix::marksNamed(arguments.oneOf("--marks", {"heat", "dots"}).toStdString());
    wanted.matrix.transpose = arguments.has("--transpose");
    wanted.depth = readDepth(arguments);
    wanted.layout = *graph::layoutNamed(arguments.oneOf("--layout", namesOf(graph::everyLayout)).toStdString());
    wanted.dark = arguments.oneOf("--theme", {"light", "dark"}) == "dark";
    wanted.topMass = number("--top-mass", arguments.value("--top-mass").value_or("90"), 0, 100);
    wanted.scale = number("--scale", arguments.value("--scale").value_or("1"), 0.1, 16);
    wanted.size = sizeOf("--size", arguments.value("--size").value_or("1200x700"));
    wanted.hideFirst = arguments.has("--hide-first");
    wanted.labels = !arguments.has("--no-labels");
}

/// With a text before and nothing said, the difference where the view has one.
compare::Mode comparisonOf(const Arguments& arguments, view::Kind view) {
    if (!arguments.has("--compare") && arguments.has("--before"))
        return compare::hasDifference(view) ? compare::Mode::Difference : compare::Mode::BeforeAfter;
    return *compare::modeNamed(arguments.oneOf("--compare", namesOf(compare::modes)).toStdString());
}

/// After view and heads are known.
void readComparison(const Arguments& arguments, Export& wanted) {
    wanted.compare = comparisonOf(arguments, wanted.view);
    wanted.before = arguments.value("--before");
    const QString mode = QLatin1String(compare::nameOf(wanted.compare));
    const QString view = QLatin1String(view::nameOf(wanted.view));
    if (compare::isOfTexts(wanted.compare) != wanted.before.has_value())
        throw Wrong{(wanted.before ? tr("--before goes with --compare before-after or difference, and not with %1.")
                                   : tr("--compare %1 needs --before, the text that is compared with."))
                        .arg(mode)};
    if (wanted.compare == compare::Mode::Difference && !compare::hasDifference(wanted.view))
        throw Wrong{tr("--compare difference is of the graph and the matrix; for --view %1 take --compare before-after.").arg(view)};
    if (wanted.compare != compare::Mode::Heads) return;
    if (!view::isOfHeads(wanted.view))
        throw Wrong{tr("--compare heads needs a view of heads, and --view %1 shows the model as a whole.").arg(view)};
    if (wanted.heads.size() != 2) throw Wrong{tr("--compare heads takes two heads in --head, such as 3.3,5.7.")};
}

/// After the view is known.
void readHeads(const Arguments& arguments, Export& wanted) {
    wanted.heads = {{0, 0}};
    if (const auto layer = arguments.value("--layer")) {
        const std::vector<int> layers = integers("--layer", *layer);
        if (layers.size() != 1) throw Wrong{tr("--layer takes one layer, such as 3, and not %1.").arg(quoted(*layer))};
        if (!exporting::hasSheet(wanted.view) || arguments.has("--head") || arguments.has("--compare") || arguments.has("--before"))
            throw Wrong{tr("--layer draws all heads of a layer; it goes with --view graph or matrix, and with no --head, "
                           "--compare or --before.")};
        wanted.sheetOf = layers.front();
    } else if (view::isOfHeads(wanted.view) || arguments.has("--head")) {
        // A view of the model as a whole has no use for them.
        wanted.heads = headList("--head", arguments.required("--head"));
    }
}

Request parseExport(const QByteArrayList& words) {
    const QList<Option> known = inputOptions + exportOptions;
    if (asksForHelp(known, words)) return Print{exportHelp()};
    const Arguments arguments(QStringLiteral("mayfly export"), known, words);
    Export wanted;
    wanted.input = readInput(arguments);
    wanted.model = readModel(arguments);
    readPin(arguments, wanted);
    readLook(arguments, wanted);
    readHeads(arguments, wanted);
    readComparison(arguments, wanted);
    wanted.output = QFile::decodeName(arguments.required("-o"));
    return wanted;
}

/// "12", at least 1, or "all" for no number.
std::optional<int> readTerms(const Arguments& arguments) {
    const QByteArray value = arguments.value("--terms").value_or("12");
    const auto terms = integersOrAll("--terms", value);
    if (terms && (terms->size() != 1 || terms->front() < 1))
        throw Wrong{tr("--terms takes one number from 1 on, or all, and not %1.").arg(quoted(value))};
    return terms ? std::optional(terms->front()) : std::nullopt;
}

Request parseExplain(const QByteArrayList& words) {
    const QList<Option> known = inputOptions + explainOptions;
    if (asksForHelp(known, words)) return Print{explainHelp()};
    const Arguments arguments(QStringLiteral("mayfly explain"), known, words);
    Explain wanted;
    wanted.input = readInput(arguments);
    wanted.model = readModel(arguments);
    const auto heads = headList("--head", arguments.required("--head"));
    const std::vector<int> pin = integers("--pin", arguments.required("--pin"));
    if (heads.size() != 1)
        throw Wrong{tr("mayfly explain takes one head, such as 3.6, and not %1.").arg(quoted(arguments.required("--head")))};
    if (pin.size() != 2)
        throw Wrong{tr("mayfly explain takes --pin with a query and a key, such as 5,2, and not %1.")
                        .arg(quoted(arguments.required("--pin")))};
    wanted.head = heads.front();
    wanted.query = pin[0];
    wanted.key = pin[1];
    wanted.terms = readTerms(arguments);
    wanted.latex = arguments.has("--latex");
    return wanted;
}

Request parseModels(const QByteArrayList& words) {
    if (asksForHelp({}, words)) return Print{modelsHelp()};
    const Arguments arguments(QStringLiteral("mayfly models"), {}, words);
    return Models{};
}

Request parseHeads(const QByteArrayList& words) {
    const QList<Option> known = {{"--model"}, {"--format"}};
    if (asksForHelp(known, words)) return Print{headsHelp()};
    const Arguments arguments(QStringLiteral("mayfly heads"), known, words);
    const QByteArray format = arguments.oneOf("--format", {"table", "json", "csv"});
    return Heads{readModel(arguments), format == "json"  ? HeadsFormat::Json
                                       : format == "csv" ? HeadsFormat::Csv
                                                         : HeadsFormat::Table};
}

/// Numbers within bounds, at least one.
std::vector<int> readNumbers(const Arguments& arguments, const QByteArray& option, std::vector<int> byDefault, int least,
                             int most) {
    if (!arguments.has(option)) return byDefault;
    const QByteArray value = arguments.required(option);
    const std::vector<int> numbers = integers(option, value);
    const auto fits = [&](int number) { return number >= least && number <= most; };
    if (numbers.empty() || !std::all_of(numbers.begin(), numbers.end(), fits))
        throw Wrong{tr("%1 takes numbers from %2 to %3 with commas between them, and not %4.")
                        .arg(QString::fromUtf8(option), QString::number(least), QString::number(most), quoted(value))};
    return numbers;
}

Request parseBench(const QByteArrayList& words) {
    if (asksForHelp(benchOptions, words)) return Print{benchHelp()};
    const Arguments arguments(QStringLiteral("mayfly bench"), benchOptions, words);
    Bench wanted;
    wanted.gpt2Shape = arguments.has("--shape") && arguments.oneOf("--shape", {"gpt2"}) == "gpt2";
    if (wanted.gpt2Shape && arguments.has("--model"))
        throw Wrong{tr("mayfly bench takes --model or --shape, and not both of them.")};
    wanted.model = readModel(arguments);
    wanted.tokens = readNumbers(arguments, "--tokens", wanted.tokens, 1, 1 << 20);
    wanted.edits = readNumbers(arguments, "--edits", wanted.edits, 0, 100);
    if (arguments.has("--kernel"))
        wanted.kernel = QString::fromUtf8(arguments.oneOf("--kernel", {"amx", "avx2", "avx512", "neon", "portable"}));
    wanted.json = arguments.has("--json");
    return wanted;
}

/// No command: something to open in the window, or an option of the program as a whole.
Request parsePath(const QByteArrayList& words) {
    const QByteArray& first = words.front();
    if (isHelp(first)) return Print{generalHelp()};
    if (first == "--version") return Print{QStringLiteral("mayfly %1\n").arg(QCoreApplication::applicationVersion())};
    if (first.startsWith('-'))
        return Wrong{tr("mayfly has no option %1; mayfly --help lists what it has.").arg(quoted(first))};
    const QString path = QFile::decodeName(first);
    if (!QFileInfo::exists(path))
        return Wrong{tr("%1 is neither a command (trace, export, explain, models, heads, bench) nor a file or folder that is there; "
                        "mayfly --help shows how mayfly is called.")
                         .arg(quoted(first))};
    if (words.size() > 1) return Wrong{tr("mayfly opens one file or folder, so %1 is too many.").arg(quoted(words[1]))};
    return Window{path};
}

} // namespace

Request parse(const QByteArrayList& arguments) {
    if (arguments.isEmpty()) return Window{};
    try {
        const QByteArray& first = arguments.front();
        if (first == "trace") return parseTrace(arguments.sliced(1));
        if (first == "export") return parseExport(arguments.sliced(1));
        if (first == "explain") return parseExplain(arguments.sliced(1));
        if (first == "bench") return parseBench(arguments.sliced(1));
        if (first == "models") return parseModels(arguments.sliced(1));
        if (first == "heads") return parseHeads(arguments.sliced(1));
        return parsePath(arguments);
    } catch (const Wrong& wrong) {
        return wrong;
    }
}

} // namespace command
