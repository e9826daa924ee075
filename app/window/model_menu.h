#pragma once

#include "app/models/model_finder.h"

#include <QObject>
#include <QStringList>

#include <vector>

class QAction;
class QActionGroup;
class QMenu;

/// Fills the Model menu: the built-in model, those of the Hugging Face cache, and folders that were opened of late. Looks
/// anew whenever the menu opens; those that cannot be opened say why.
class ModelMenu : public QObject {
    Q_OBJECT

public:
    /// `last`: what stands at the menu's end.
    ModelMenu(QMenu* menu, QAction* builtIn, const QList<QAction*>& last, QObject* parent = nullptr);

    /// Looks for models; `found` follows.
    void look() { m_finder.look(); }
    /// The model in use gets the mark.
    void setCurrent(const QString& model);
    /// What was opened of late, the latest first.
    void setRecent(const QStringList& recent);

Q_SIGNALS:
    /// "built-in", a name in the cache, or a folder.
    void chosen(const QString& model);
    void found(const std::vector<mayfly::FoundModel>& models);

private:
    void take(const std::vector<mayfly::FoundModel>& models);
    void fill();
    void addFound();
    void addRecent();
    void addRow(const QString& text, const QString& model, const QString& tip, bool usable);
    void mark();
    bool isListed(const QString& model) const;

    QMenu* m_menu;
    QAction* m_builtIn;
    QList<QAction*> m_last;
    QActionGroup* m_rows;
    models::ModelFinder m_finder;
    std::vector<mayfly::FoundModel> m_models; ///< of the cache
    QStringList m_recent;
    QString m_current;
};
