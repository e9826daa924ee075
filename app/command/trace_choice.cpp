#include "app/command/trace_choice.h"

#include "engine/error.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace command {

namespace {

[[noreturn]] void refuse(const QString& sentence) {
    throw mayfly::Error(mayfly::ErrorKind::OutOfRange, sentence.toStdString());
}

/// The indices asked for, each once, or all `count` of them. `sentence` says which is not there, and what is.
std::vector<int> choose(const std::optional<std::vector<int>>& asked, int count, const char* sentence) {
    std::vector<int> chosen;
    if (!asked) {
        chosen.resize(std::size_t(count));
        std::iota(chosen.begin(), chosen.end(), 0);
        return chosen;
    }
    for (const int index : *asked) {
        if (index < 0 || index >= count)
            refuse(QCoreApplication::translate("command", sentence)
                       .arg(QString::number(index), QString::number(count - 1)));
        if (std::find(chosen.begin(), chosen.end(), index) == chosen.end()) chosen.push_back(index);
    }
    return chosen;
}

} // namespace

std::vector<mayfly::HeadIndex> chooseHeads(const mayfly::Config& config, const std::optional<std::vector<int>>& layers,
                                           const std::optional<std::vector<int>>& heads) {
    const auto chosenLayers = choose(
        layers, config.layers, QT_TRANSLATE_NOOP("command", "there is no layer %1: this model's layers are 0 to %2."));
    const auto chosenHeads = choose(
        heads, config.heads, QT_TRANSLATE_NOOP("command", "there is no head %1: this model's heads are 0 to %2."));
    std::vector<mayfly::HeadIndex> chosen;
    for (const int layer : chosenLayers)
        for (const int head : chosenHeads) chosen.push_back({layer, head});
    return chosen;
}

void requireHeads(const mayfly::Config& config, const std::vector<mayfly::HeadIndex>& heads) {
    for (const mayfly::HeadIndex head : heads) {
        if (head.layer < config.layers && head.head < config.heads) continue;
        const QString sentence = QCoreApplication::translate(
            "command", "there is no head %1: this model has layers 0 to %2 with heads 0 to %3.");
        refuse(sentence.arg(QString::fromStdString(mayfly::toString(head)), QString::number(config.layers - 1),
                            QString::number(config.heads - 1)));
    }
}

void requireToken(int token, int count) {
    if (token >= 0 && token < count) return;
    if (count == 0)
        refuse(QCoreApplication::translate("command", "there is no token %1 to pin: the text is empty.").arg(token));
    refuse(QCoreApplication::translate("command", "there is no token %1 to pin: this text's tokens are 0 to %2.")
               .arg(QString::number(token), QString::number(count - 1)));
}

} // namespace command
