#include "app/models/all_models.h"

#include "app/models/model_location.h"
#include "engine/error.h"
#include "engine/files/in_quotes.h"

#include <QLocale>
#include <QStringList>

namespace models {

namespace {

mayfly::FoundModel describeBuiltIn() {
    try {
        return mayfly::describeFolder(builtInFolder(), "built-in");
    } catch (const mayfly::Error& error) {
        mayfly::FoundModel missing;
        missing.name = "built-in";
        missing.problem = error.what();
        return missing;
    }
}

} // namespace

std::vector<mayfly::FoundModel> allModels() {
    std::vector<mayfly::FoundModel> models = mayfly::findModels(mayfly::hubCache());
    models.insert(models.begin(), describeBuiltIn());
    return models;
}

QString oneLine(const std::string& text) {
    return QString::fromStdString(mayfly::inSentence(text));
}

QString shapeText(const mayfly::FoundModel& model) {
    return model.layers > 0 ? QStringLiteral("%1 \u00d7 %2").arg(model.layers).arg(model.heads) : QString();
}

QString detailText(const mayfly::FoundModel& model) {
    QStringList parts{oneLine(model.family), shapeText(model)};
    if (model.bytes > 0)
        parts.append(QLocale().formattedDataSize(qint64(model.bytes), model.bytes < 1'000'000'000 ? 0 : 1,
                                                 QLocale::DataSizeSIFormat));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace models
