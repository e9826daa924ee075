#pragma once

#include "app/session/opener.h"
#include "app/window/model_menu.h"

class QWidget;
struct Actions;
namespace getting {
class GetModelDialog;
}

/// The Model menu: opening what it lists, a folder, or a model that is fetched first; and what was opened of late.
class ModelActions : public QObject {
    Q_OBJECT

public:
    /// All outlive it; dialogs belong to the window.
    ModelActions(QWidget& window, const Actions& actions, Opener& opener);

Q_SIGNALS:
    /// A model has been fetched while nobody looked.
    void arrived(const QString& sentence);

private:
    void keep(const QString& model);
    void choose();
    void get();
    void makeDialog();

    QWidget& m_window;
    Opener& m_opener;
    ModelMenu m_menu;
    getting::GetModelDialog* m_getting = nullptr; ///< made when it is first asked for
};
