#include "app/command/input.h"

#include "app/command/reporting.h"
#include "app/models/model_location.h"
#include "engine/error.h"

#include <QCoreApplication>
#include <QFile>

namespace command {

namespace {

constexpr qint64 largestText = 16'000'000; // bytes: a device may never stop giving them
constexpr qint64 piece = 1 << 20;

[[noreturn]] void fail(mayfly::ErrorKind kind, const QString& sentence) {
    throw mayfly::Error(kind, sentence.toStdString());
}

QByteArray readTextFile(const QString& name) {
    QFile file(name);
    QByteArray bytes;
    if (file.open(QIODevice::ReadOnly))
        // A pipe gives less than it is asked for.
        for (QByteArray more = file.read(piece); !more.isEmpty() && bytes.size() <= largestText; more = file.read(piece))
            bytes += more;
    if (bytes.size() > largestText)
        fail(mayfly::ErrorKind::OutOfRange,
             QCoreApplication::translate("command", "%1 holds more than the 16 MB of text that mayfly reads.").arg(name));
    if (file.error() != QFileDevice::NoError)
        fail(mayfly::ErrorKind::NotFound,
             QCoreApplication::translate("command", "cannot read %1: %2.").arg(name, file.errorString()));
    return bytes;
}

void requireIds(const std::vector<mayfly::TokenId>& ids, int vocabulary) {
    for (const mayfly::TokenId id : ids)
        if (id < 0 || id >= vocabulary)
            fail(mayfly::ErrorKind::OutOfRange,
                 QCoreApplication::translate("command",
                                             "token id %1 is outside this model's vocabulary, which is 0 to %2.")
                     .arg(QString::number(id), QString::number(vocabulary - 1)));
}

void warnOfRest(const Snapshot& snapshot) {
    if (snapshot.leftOut == 0) return;
    complain(QCoreApplication::translate("command",
                                         "the text is %1 tokens long and this model takes %2, so the last %3 "
                                         "are left out.")
                 .arg(QString::number(snapshot.size() + snapshot.leftOut), QString::number(snapshot.size()),
                      QString::number(snapshot.leftOut)));
}

} // namespace

std::shared_ptr<const mayfly::Model> openModel(const QString& name) {
    auto model = models::loadModel(name);
    if (!model->warning().empty()) complain(QString::fromStdString(model->warning()));
    return model;
}

SnapshotPtr compute(const std::shared_ptr<const mayfly::Model>& model, const Input& input) {
    SnapshotPtr snapshot;
    if (input.ids) {
        requireIds(*input.ids, model->config().vocab);
        snapshot = takeSnapshot(model, *input.ids);
    } else {
        snapshot = takeSnapshot(model, input.text ? *input.text : readTextFile(input.textFile));
    }
    warnOfRest(*snapshot);
    return snapshot;
}

} // namespace command
