#pragma once

#include "app/session/model_loader.h"
#include "app/session/session.h"
#include "app/session/session_file.h"

#include <QObject>

#include <optional>

/// Opens models and session files into a session, and saves it. Nothing changes before what is opened is whole: a failure
/// is one sentence, and the session stays as it was.
class Opener : public QObject {
    Q_OBJECT

public:
    explicit Opener(Session& session, QObject* parent = nullptr);

    /// A session file (.mayfly) or a model's folder.
    void open(const QString& path);
    /// "built-in", a folder, or a name in the Hugging Face cache.
    void openModel(const QString& model);
    /// Brings back a session as it was, unsaved: the text and choices at once, the rest with its model.
    void recover(const SavedSession& saved, const QString& file);
    /// The model in use stays, if one is loading.
    void cancel();
    /// False, after `failed`, if it could not be written.
    bool save(const QString& file);

    /// The open session as it would be saved.
    SavedSession toBeSaved() const;
    /// Of the open session; empty if it has none yet.
    const QString& file() const { return m_file; }
    /// What a session file calls the model in use.
    const QString& modelName() const { return m_model; }

Q_SIGNALS:
    void failed(const QString& sentence);
    /// A model has begun to load, and what it is called.
    void loading(const QString& model);
    /// Bytes of its weights that have been read, and of all.
    void progressed(quint64 done, quint64 total);
    /// Nothing is loading any more: it was opened, it failed, or it was given up.
    void idle();
    void modelOpened(const QString& model);
    void fileChanged(const QString& file);

private:
    void openSession(const QString& file);
    void load(const QString& model, const QString& file, std::optional<SavedSession> waiting);
    void take(std::shared_ptr<const mayfly::Model> model);
    void giveUp(const QString& sentence);
    void begin(const SavedSession& saved, const QString& file);
    void finish();
    void show(const Document& document);
    void stopLoading();

    Session& m_session;
    ModelLoader m_loader;
    bool m_isLoading = false;
    QString m_file;
    QString m_model;
    QString m_wantedModel;
    QString m_wantedFile;
    bool m_isRecovered = false; ///< the session that waits or is open was not saved when it was left
    std::optional<SavedSession> m_waiting;   ///< for its model
    std::optional<SavedSession> m_restoring; ///< for the first snapshot of its text
};
