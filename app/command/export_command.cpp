#include "app/command/command_line.h"
#include "app/command/input.h"
#include "app/command/reporting.h"
#include "app/command/trace_choice.h"
#include "app/exporting/export.h"
#include "app/exporting/figure.h"
#include "app/probing/model_probe.h"
#include "engine/error.h"

#include <QCoreApplication>

#include <algorithm>

namespace command {

namespace {

/// The widest image that QPainter draws into.
constexpr double mostPixels = 32767;

[[noreturn]] void fail(const QString& sentence) {
    throw mayfly::Error(mayfly::ErrorKind::OutOfRange, sentence.toStdString());
}

/// Throws mayfly::Error (OutOfRange) for a token that is not there.
graph::Focus pinOf(const Export& request, int tokens) {
    if (!request.pinQuery) return {};
    requireToken(*request.pinQuery, tokens);
    if (!request.pinKey) return {.query = *request.pinQuery};
    requireToken(*request.pinKey, tokens);
    return {.query = *request.pinQuery, .key = *request.pinKey};
}

/// Everything that can be known before computing.
void checkFile(const Export& request) {
    const bool pixels = exporting::formatOf(request.output) == exporting::Format::Png;
    const double side = std::max(request.size.width(), request.size.height()) * request.scale;
    if (pixels && side > mostPixels)
        fail(QCoreApplication::translate("command",
                                         "a PNG can be %1 pixels wide or high, and --size times --scale makes %2.")
                 .arg(QString::number(mostPixels), QString::number(side, 'f', 0)));
}

void requireDepth(const Export& request, int layers) {
    if (request.depth > layers)
        fail(QCoreApplication::translate(
                 "command", "there is no depth %1: this model's are 0 (the embedding) to %2 (after its last layer).")
                 .arg(QString::number(request.depth), QString::number(layers)));
}

exporting::FigureChoice figureOf(const Export& request, const SnapshotPtr& snapshot, const SnapshotPtr& before) {
    exporting::FigureChoice figure;
    figure.snapshot = snapshot;
    figure.view = request.view;
    figure.choice.heads = request.heads;
    figure.sheetOf = request.sheetOf;
    figure.choice.topMass = request.topMass / 100;
    figure.choice.hideFirst = request.hideFirst;
    figure.layout = request.layout;
    figure.pin = pinOf(request, snapshot->size());
    figure.matrix = request.matrix;
    figure.depth = request.depth;
    if (request.labels && view::isOfHeads(request.view)) figure.probe = probing::probeOf(snapshot->model);
    figure.compare = request.compare;
    figure.before = before;
    figure.palette = request.dark ? Palette::dark() : Palette::light();
    figure.size = request.size;
    return figure;
}

} // namespace

int run(const Export& request) {
    return reporting([&] {
        checkFile(request);
        const auto model = openModel(request.model);
        requireDepth(request, model->config().layers);
        requireHeads(model->config(), request.heads);
        if (request.sheetOf) chooseHeads(model->config(), {{*request.sheetOf}}, {});
        const SnapshotPtr before = request.before ? compute(model, {request.before, {}, {}}) : nullptr;
        const SnapshotPtr snapshot = compute(model, request.input);
        exporting::write(exporting::composeFigure(figureOf(request, snapshot, before)), request.output, request.scale);
    });
}

} // namespace command
