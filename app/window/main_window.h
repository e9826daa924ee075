#pragma once

#include "app/compare/compare_menu.h"
#include "app/probing/head_namer.h"
#include "app/session/autosave.h"
#include "app/session/inference.h"
#include "app/session/opener.h"
#include "app/session/session.h"
#include "app/window/actions.h"
#include "app/window/choice_actions.h"
#include "app/window/model_actions.h"
#include "app/window/picture_export.h"
#include "app/window/pointing.h"
#include "app/window/sample_menu.h"
#include "app/window/session_files.h"
#include "app/window/views.h"

#include <QMainWindow>

/// Builds the views and connects them to the session; it decides nothing about attention.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow();

    /// Opens a session file or a model's folder, or, where nothing is named, the built-in model on a sample text. What cannot
    /// be opened gets one sentence, and the built-in model is shown.
    void start(const QString& path);
    /// Shows what was open when a program that was killed left it; false if there is no such thing.
    bool recover();
    Opener& opener() { return m_opener; }
    const graph::GraphView& graphView() const { return *m_views.graph; }
    const view::PictureView& pictureView() const { return *m_views.pictures; }

    Session& session() { return m_session; }
    /// The sentence on the screen that says what went wrong; empty if there is none.
    QString message() const;

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void connectSession();
    void connectPrompt();
    void connectViews();
    void connectFiles();
    void connectModels();
    void connectHeads();
    void connectWindow();

    void append(const QByteArray& bytes);
    void ask();
    void followDocument();
    void followSnapshot();
    void say(const QString& hint);
    void followGraph();
    void followPicture();
    void followModel();
    void followProbe();
    void greet();
    void setTheme(Theme theme);

    Session m_session;
    Inference m_inference;
    HeadNamer m_namer;
    Opener m_opener;
    Autosave m_autosave{m_session, m_opener, Recovery::usualFolder()};
    PictureExport m_export;
    Actions m_actions;
    Views m_views;
    SampleMenu m_samples;
    ChoiceActions m_choices;
    Pointing m_pointing;
    SessionFiles m_files;
    ModelActions m_models;
    compare::CompareMenu m_compareMenu;
    QString m_greeting; ///< for when the first model is there
    bool m_fellBack = false; ///< to the built-in model, since what was asked for at the start cannot be opened
    ProbePtr m_probe; ///< as the views have it
    QString m_hinted; ///< the text that the hint is of
    QString m_firstHint; ///< of the sample that a first launch shows; waits for its picture
    Question m_asked; ///< the last question, so that a choice of head asks nothing anew
};
