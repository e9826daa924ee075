#include "app/session/opener.h"

#include "app/models/all_models.h"
#include "app/models/model_location.h"

#include <QDir>
#include <QFileInfo>

#include <exception>
#include <utility>

Opener::Opener(Session& session, QObject* parent) : QObject(parent), m_session(session) {
    connect(&m_loader, &ModelLoader::loaded, this, &Opener::take);
    connect(&m_loader, &ModelLoader::failed, this, &Opener::giveUp);
    connect(&m_loader, &ModelLoader::progressed, this, &Opener::progressed);
    connect(&m_session, &Session::snapshotChanged, this, &Opener::finish);
}

void Opener::open(const QString& path) {
    const QFileInfo info(path);
    if (info.isDir())
        openModel(info.absoluteFilePath());
    else if (info.suffix().compare(QLatin1String("mayfly"), Qt::CaseInsensitive) == 0)
        openSession(info.absoluteFilePath());
    else if (info.exists())
        Q_EMIT failed(tr("%1 is neither a Mayfly session (.mayfly) nor a model\u2019s folder.").arg(path));
    else
        Q_EMIT failed(tr("There is no file or folder %1.").arg(path));
}

void Opener::openModel(const QString& model) { load(model, {}, std::nullopt); }

void Opener::load(const QString& model, const QString& file, std::optional<SavedSession> waiting) {
    try {
        // What is loading already goes on if this one is not to be found.
        const models::ModelLocation location = models::locateModel(model);
        m_wantedModel = model;
        m_wantedFile = file;
        m_waiting = std::move(waiting);
        m_isLoading = true;
        Q_EMIT loading(models::oneLine(location.name));
        m_loader.load(QString::fromStdString(location.folder.string()), QString::fromStdString(location.name));
    } catch (const std::exception& error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
    }
}

void Opener::recover(const SavedSession& saved, const QString& file) {
    m_session.reset(restore(saved)); // even where its model is gone
    load(saved.model, file, saved);
    m_isRecovered = true;
}

void Opener::openSession(const QString& file) {
    try {
        const SavedSession saved = readSession(file);
        m_isRecovered = false;
        if (saved.model == m_model && m_session.model()) {
            cancel(); // another model that is still loading would take this one's place
            begin(saved, file);
            return;
        }
        load(saved.model, file, saved);
    } catch (const std::exception& error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
    }
}

void Opener::take(std::shared_ptr<const mayfly::Model> model) {
    m_model = m_wantedModel;
    m_session.setModel(std::move(model));
    if (m_waiting) begin(*std::exchange(m_waiting, std::nullopt), m_wantedFile);
    stopLoading();
    Q_EMIT modelOpened(m_model);
}

void Opener::cancel() {
    m_loader.cancel();
    m_waiting.reset();
    stopLoading();
}

void Opener::stopLoading() {
    if (std::exchange(m_isLoading, false)) Q_EMIT idle();
}

void Opener::giveUp(const QString& sentence) {
    m_waiting.reset();
    stopLoading();
    Q_EMIT failed(sentence);
}

void Opener::begin(const SavedSession& saved, const QString& file) {
    m_restoring = saved;
    m_session.awaitKept(saved.kept);
    show(restore(saved));
    m_file = file;
    Q_EMIT fileChanged(m_file);
    finish();
}

/// Tokens can be pinned and moved again once they are there.
void Opener::finish() {
    const SnapshotPtr& snapshot = m_session.snapshot();
    if (!m_restoring || !snapshot || snapshot->model != m_session.model() ||
        snapshot->text != m_restoring->text.toUtf8())
        return;
    Document document = m_session.document();
    restoreTokens(*std::exchange(m_restoring, std::nullopt), *snapshot, document);
    show(document);
}

void Opener::show(const Document& document) {
    m_session.reset(document);
    if (m_isRecovered) m_session.undoStack().resetClean();
}

SavedSession Opener::toBeSaved() const {
    return toSave(m_session.document(), m_session.pinned(), m_session.snapshot().get(), m_model);
}

bool Opener::save(const QString& file) {
    try {
        writeSession(toBeSaved(), file);
    } catch (const std::exception& error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
        return false;
    }
    m_session.undoStack().setClean();
    m_file = file;
    Q_EMIT fileChanged(m_file);
    return true;
}
