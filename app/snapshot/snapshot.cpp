#include "app/snapshot/snapshot.h"

#include "app/snapshot/sheet.h"
#include "engine/error.h"
#include "engine/reading/mapped_pass.h"
#include "engine/text/token_text.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <numeric>
#include <utility>

namespace {

QString exactText(const mayfly::Model& model, mayfly::TokenId id) {
    return QString::fromStdString(mayfly::visibleTokenText(model.tokenizer(), id));
}

/// Most tokens begin with a space; pictures read better without its mark.
QString labelText(const QString& exact) {
    const bool leading = exact.size() > 1 && exact.front() == u'\u00b7';
    return leading ? exact.sliced(1) : exact;
}

void label(Snapshot& snapshot) {
    for (const mayfly::Token& token : snapshot.tokens) {
        snapshot.exact.push_back(exactText(*snapshot.model, token.id));
        snapshot.labels.push_back(labelText(snapshot.exact.back()));
    }
}

void findWords(Snapshot& snapshot) {
    if (snapshot.tokens.empty()) return;
    const std::string_view text(snapshot.text.constData(), snapshot.tokens.back().end);
    snapshot.words = mayfly::wordsOf(text, snapshot.tokens, *snapshot.model->tokenizer());
}

/// Tokens before and after an edit keep their numbers; within it the first ones do, so that a word that grows stays the
/// same token on the screen.
void identify(const Snapshot* before, Snapshot& snapshot) {
    const std::size_t count = snapshot.tokens.size();
    snapshot.identity.resize(count);
    snapshot.unused = before ? before->unused : 1;
    const std::size_t old = before ? before->tokens.size() : 0;
    const auto same = [&](std::size_t i, std::size_t j) { return before->tokens[i].id == snapshot.tokens[j].id; };
    const std::size_t shorter = std::min(count, old);
    std::size_t prefix = 0;
    while (prefix < shorter && same(prefix, prefix)) ++prefix;
    std::size_t suffix = 0;
    while (suffix < shorter - prefix && same(old - 1 - suffix, count - 1 - suffix)) ++suffix;
    for (std::size_t i = 0; i < count; ++i) {
        if (i >= count - suffix)
            snapshot.identity[i] = before->identity[old - (count - i)];
        else if (i < old - suffix)
            snapshot.identity[i] = before->identity[i];
        else
            snapshot.identity[i] = snapshot.unused++;
    }
}

const Snapshot* sameModel(const Snapshot* before, const mayfly::Model& model) {
    return before != nullptr && before->model.get() == &model ? before : nullptr;
}

/// The pass, and beside it the maps of all heads. False if given up.
bool computePass(const mayfly::Experiment& experiment, const Snapshot* before, const std::function<bool()>& giveUp,
                 Snapshot& snapshot) {
    std::vector<mayfly::TokenId> ids;
    for (const mayfly::Token& token : snapshot.tokens) ids.push_back(token.id);
    mayfly::MappedPass pass = mayfly::forwardMapped(*snapshot.model, ids, experiment, before ? before->trace.get() : nullptr,
                                                    before ? &before->maps : nullptr, giveUp);
    if (!pass.trace) return false;
    snapshot.trace = std::move(pass.trace);
    snapshot.maps = std::move(pass.maps);
    snapshot.sheet = sheetOf(snapshot.maps);
    return true;
}

/// Everything from the tokens on. False if given up.
bool complete(const mayfly::Experiment& experiment, const Snapshot* before, const std::function<bool()>& giveUp,
              Snapshot& snapshot) {
    const auto context = std::size_t(snapshot.model->config().context);
    if (snapshot.tokens.size() > context) {
        snapshot.leftOut = int(snapshot.tokens.size() - context);
        snapshot.tokens.resize(context);
    }
    if (!computePass(experiment, before, giveUp, snapshot)) return false;
    label(snapshot);
    identify(before, snapshot);
    snapshot.next = mayfly::nextTokens(*snapshot.trace);
    for (const mayfly::NextToken& next : snapshot.next)
        snapshot.nextTexts.push_back(exactText(*snapshot.model, next.id));
    return true;
}

} // namespace

bool Snapshot::hasAll(std::span<const mayfly::HeadIndex> heads) const {
    return std::all_of(heads.begin(), heads.end(), [this](mayfly::HeadIndex head) { return trace->has(head); });
}

bool Snapshot::isSpecial(int token) const {
    const mayfly::Tokenizer* tokenizer = model->tokenizer();
    return tokenizer != nullptr && tokenizer->isSpecial(tokens[std::size_t(token)].id);
}

int Snapshot::indexOf(quint64 id) const {
    const auto at = std::find(identity.begin(), identity.end(), id);
    return at == identity.end() ? -1 : int(at - identity.begin());
}

std::shared_ptr<Snapshot> takeSnapshot(const std::shared_ptr<const mayfly::Model>& model, const QByteArray& text,
                                       const mayfly::Experiment& experiment, const Snapshot* before,
                                       const std::function<bool()>& giveUp) {
    if (model->tokenizer() == nullptr)
        throw mayfly::Error(
            mayfly::ErrorKind::Unsupported,
            QCoreApplication::translate("Snapshot", "%1 has no tokenizer files, so it cannot read text; give token ids "
                                                    "to mayfly trace or mayfly export with --ids instead.")
                .arg(QString::fromStdString(model->name()))
                .toStdString());
    QElapsedTimer timer;
    timer.start();
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->model = model;
    snapshot->text = text;
    snapshot->tokens = model->tokenizer()->encode(std::string_view(text.constData(), std::size_t(text.size())));
    if (!complete(experiment, sameModel(before, *model), giveUp, *snapshot)) return nullptr;
    findWords(*snapshot);
    snapshot->milliseconds = double(timer.nsecsElapsed()) * 1e-6;
    return snapshot;
}

SnapshotPtr takeSnapshot(const std::shared_ptr<const mayfly::Model>& model, std::vector<mayfly::TokenId> ids) {
    QElapsedTimer timer;
    timer.start();
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->model = model;
    for (const mayfly::TokenId id : ids) {
        if (model->tokenizer() == nullptr || !model->tokenizer()->knows(id)) {
            snapshot->tokens.push_back({id, 0, 0});
            continue;
        }
        const std::size_t begin = std::size_t(snapshot->text.size());
        snapshot->text += QByteArray::fromStdString(model->tokenizer()->bytes(id));
        snapshot->tokens.push_back({id, begin, std::size_t(snapshot->text.size())});
    }
    complete({}, nullptr, {}, *snapshot);
    snapshot->milliseconds = double(timer.nsecsElapsed()) * 1e-6;
    return snapshot;
}
