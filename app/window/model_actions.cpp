#include "app/window/model_actions.h"

#include "app/getting/get_model_dialog.h"
#include "app/window/actions.h"
#include "app/window/window_memory.h"

#include <QFileDialog>

ModelActions::ModelActions(QWidget& window, const Actions& actions, Opener& opener)
    : m_window(window), m_opener(opener), m_menu(actions.model, actions.builtIn, {actions.openModel, actions.getModel}) {
    connect(&m_menu, &ModelMenu::chosen, &m_opener, &Opener::openModel);
    connect(&m_opener, &Opener::modelOpened, this, &ModelActions::keep);
    connect(actions.openModel, &QAction::triggered, this, &ModelActions::choose);
    connect(actions.getModel, &QAction::triggered, this, &ModelActions::get);
    m_menu.setRecent(memory::recentModels());
    m_menu.look();
}

void ModelActions::keep(const QString& model) {
    if (model != QLatin1String("built-in")) memory::addRecentModel(model);
    m_menu.setRecent(memory::recentModels());
    m_menu.setCurrent(model);
}

void ModelActions::choose() {
    const QString folder = QFileDialog::getExistingDirectory(&m_window, tr("Open Model Folder"));
    if (!folder.isEmpty()) m_opener.open(folder);
}

/// The dialog stays beside the window, and a download goes on when it is closed.
void ModelActions::get() {
    if (!m_getting) makeDialog();
    m_menu.look();
    m_getting->show();
    m_getting->raise();
    m_getting->activateWindow();
}

void ModelActions::makeDialog() {
    m_getting = new getting::GetModelDialog(&m_window);
    connect(&m_menu, &ModelMenu::found, m_getting, &getting::GetModelDialog::setFound);
    connect(m_getting, &getting::GetModelDialog::openAsked, &m_opener, &Opener::openModel);
    connect(m_getting, &getting::GetModelDialog::arrived, this, [this](const QString& model) {
        m_menu.look();
        if (!m_getting->isVisible()) Q_EMIT arrived(tr("%1 has come: it is in the Model menu").arg(model));
    });
}
