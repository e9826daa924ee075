#pragma once

#include "app/compare/mode.h"
#include "app/graph/layout.h"
#include "app/matrix/choice.h"
#include "app/view/kind.h"
#include "engine/forward/head_index.h"
#include "engine/text/tokenizer.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QSize>
#include <QString>

#include <optional>
#include <variant>
#include <vector>

/// The program without a window: what its arguments ask for.
namespace command {

/// The window, with a model folder, a session file or nothing to open.
struct Window {
    QString open;
};

/// Where a text comes from: exactly one of the three.
struct Input {
    std::optional<QByteArray> text;                  ///< --text, byte for byte; it need not be UTF-8
    QString textFile;                                ///< --text-file, read byte for byte
    std::optional<std::vector<mayfly::TokenId>> ids; ///< --ids; not yet checked against a vocabulary
};

struct Trace {
    Input input;
    QString model = QStringLiteral("built-in");
    std::optional<std::vector<int>> layers; ///< all if absent; not yet checked against a model
    std::optional<std::vector<int>> heads;  ///< of each of those layers; all if absent
    bool vectors = false;
    QString output; ///< "-" is standard output
};

struct Export {
    Input input;
    QString model = QStringLiteral("built-in");
    std::vector<mayfly::HeadIndex> heads; ///< at least one, each once; not yet checked against a model
    view::Kind view = view::Kind::Graph;
    std::optional<int> sheetOf;             ///< --layer: all its heads, in place of `heads`; not yet checked against a model
    graph::Layout layout = graph::Layout::Arc;
    double topMass = 90;                    ///< percent, 0..100
    bool hideFirst = false;
    std::optional<int> pinQuery; ///< --pin i
    std::optional<int> pinKey;   ///< --pin i,j
    matrix::Choice matrix;       ///< --quantity, --marks, --transpose
    int depth = -1;              ///< --depth of the path, 0 at the embedding; −1 after the last layer; not yet checked against a model
    bool labels = true;          ///< the caption says what its heads do
    compare::Mode compare = compare::Mode::Off;
    std::optional<QByteArray> before; ///< the text that is compared with, byte for byte; there where `compare` is of texts
    bool dark = false;
    double scale = 1;      ///< pixels of a PNG to a logical pixel
    QSize size{1200, 700}; ///< of the whole picture, caption included, in logical pixels
    QString output;
};

struct Explain {
    Input input;
    QString model = QStringLiteral("built-in");
    mayfly::HeadIndex head; ///< not yet checked against a model
    int query = 0;          ///< --pin i,j; not yet checked against a text
    int key = 0;
    std::optional<int> terms = 12; ///< so many of the largest; all if absent
    bool latex = false;
};

struct Models {};

struct Bench {
    QString model = QStringLiteral("built-in");
    bool gpt2Shape = false;                     ///< --shape gpt2: a random model in the place of `model`
    std::vector<int> tokens{16, 64, 256, 1024}; ///< at least 1 each; those beyond the context are left out
    std::vector<int> edits{25, 50, 100};        ///< percent of the text that an edit leaves as it is, 0..100
    QString kernel;                             ///< that of the environment if empty; not yet checked against the processor
    bool json = false;
};

enum class HeadsFormat { Table, Json, Csv };

/// What every head of a model does with random tokens.
struct Heads {
    QString model = QStringLiteral("built-in");
    HeadsFormat format = HeadsFormat::Table;
};

/// Text for standard output and an exit with 0.
struct Print {
    QString text;
};

/// What cannot be done: one sentence for standard error, and an exit with 2 for a wrong call, or with 1 for a number that no
/// model has, as with one that a model turns out not to have.
struct Wrong {
    QString sentence;
    int code = 2;
};

using Request = std::variant<Window, Trace, Export, Explain, Models, Heads, Bench, Print, Wrong>;

/// Understands the arguments without the program's name, as the bytes that came in argv: Qt would decode them by the
/// locale, and a text may be any bytes. Never fails: what is wrong with them is a `Wrong`.
///
/// Needs no application object; --version prints QCoreApplication::applicationVersion().
Request parse(const QByteArrayList& arguments);

/// Runs a request that needs no window and returns the exit code: 0, 1 with one sentence on standard error, or that of
/// a `Wrong`. Trace, Explain, Models, Heads and Bench need a QCoreApplication (to find the built-in model), Export
/// a QGuiApplication (for fonts).
int run(const Trace& request);
int run(const Export& request);
int run(const Explain& request);
int run(const Models& request);
int run(const Heads& request);
int run(const Bench& request);
int run(const Print& request);
int run(const Wrong& request);

} // namespace command
