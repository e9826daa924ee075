#include "app/window/model_menu.h"

#include "app/models/all_models.h"

#include <QAction>
#include <QActionGroup>
#include <QDir>
#include <QFontMetrics>
#include <QMenu>

#include <algorithm>

namespace {

const QString builtIn = QStringLiteral("built-in");
constexpr int widestPath = 420; // pixels

/// A menu takes what follows & for a mnemonic, and what follows a tab for its second column.
QString rowText(const QString& name, const QString& detail) {
    const QString text = QString(name).replace(u'&', QLatin1String("&&"));
    return detail.isEmpty() ? text : text + u'\t' + detail;
}

bool sameModels(const std::vector<mayfly::FoundModel>& a, const std::vector<mayfly::FoundModel>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& one, const auto& other) {
        return one.name == other.name && one.folder == other.folder && one.bytes == other.bytes &&
               one.problem == other.problem;
    });
}

} // namespace

ModelMenu::ModelMenu(QMenu* menu, QAction* builtInModel, const QList<QAction*>& last, QObject* parent)
    : QObject(parent), m_menu(menu), m_builtIn(builtInModel), m_last(last), m_rows(new QActionGroup(this)) {
    m_menu->setToolTipsVisible(true);
    m_builtIn->setData(builtIn);
    m_builtIn->setCheckable(true);
    m_rows->addAction(m_builtIn);
    connect(m_menu, &QMenu::aboutToShow, this, &ModelMenu::look);
    connect(&m_finder, &models::ModelFinder::found, this, &ModelMenu::take);
    connect(m_rows, &QActionGroup::triggered, this, [this](const QAction* action) {
        mark(); // the model that is shown keeps the mark until the new one is there
        Q_EMIT chosen(action->data().toString());
    });
    fill();
}

void ModelMenu::setCurrent(const QString& model) {
    m_current = model;
    mark();
}

void ModelMenu::setRecent(const QStringList& recent) {
    m_recent = recent;
    fill();
}

void ModelMenu::take(const std::vector<mayfly::FoundModel>& models) {
    std::vector<mayfly::FoundModel> cached(models.begin() + 1, models.end()); // the built-in one comes first
    m_builtIn->setText(tr("&Built-in Model") + u'\t' + models::detailText(models.front()));
    if (!sameModels(cached, m_models)) {
        m_models = std::move(cached);
        fill();
    }
    Q_EMIT found(models);
}

void ModelMenu::fill() {
    m_menu->clear(); // and deletes those that it owns
    m_menu->addAction(m_builtIn);
    addFound();
    addRecent();
    m_menu->addSeparator();
    m_menu->addActions(m_last);
    mark();
}

void ModelMenu::addFound() {
    if (m_models.empty()) return;
    m_menu->addSection(tr("Hugging Face cache"));
    for (const mayfly::FoundModel& model : m_models) {
        const QString name = models::oneLine(model.name);
        const QString problem = models::oneLine(model.problem);
        const QString tip = problem.isEmpty() ? QString::fromStdString(model.folder.string())
                                              : tr("It cannot be opened: %1").arg(problem);
        addRow(rowText(name, problem.isEmpty() ? models::detailText(model) : tr("cannot be opened")),
               QString::fromStdString(model.name), tip, problem.isEmpty());
    }
}

void ModelMenu::addRecent() {
    QStringList folders = m_recent;
    folders.removeIf([this](const QString& model) { return isListed(model); });
    if (folders.isEmpty()) return;
    m_menu->addSection(tr("Recent folders"));
    const QFontMetrics metrics(m_menu->font());
    for (const QString& folder : folders) {
        const QString path = QDir::toNativeSeparators(folder);
        addRow(rowText(metrics.elidedText(path, Qt::ElideMiddle, widestPath), {}), folder, path, true);
    }
}

void ModelMenu::addRow(const QString& text, const QString& model, const QString& tip, bool usable) {
    auto* action = new QAction(text, m_menu);
    action->setData(model);
    action->setCheckable(true);
    action->setEnabled(usable);
    action->setToolTip(tip);
    action->setStatusTip(tip);
    m_rows->addAction(action);
    m_menu->addAction(action);
}

void ModelMenu::mark() {
    for (QAction* action : m_rows->actions()) action->setChecked(action->data().toString() == m_current);
}

bool ModelMenu::isListed(const QString& model) const {
    return model == builtIn || std::any_of(m_models.begin(), m_models.end(), [&](const mayfly::FoundModel& found) {
               return QString::fromStdString(found.name) == model;
           });
}
