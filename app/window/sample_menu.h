#pragma once

#include "app/prompt/samples.h"
#include "app/session/opener.h"

class QMenu;

/// Fills the menu of sample texts and shows the chosen one, as one step that can be undone.
class SampleMenu : public QObject {
    Q_OBJECT

public:
    /// All outlive it.
    SampleMenu(QMenu& menu, Session& session, const Opener& opener);

    /// What a first start shows.
    Document first() const;

Q_SIGNALS:
    /// A sample is shown, and the model has the heads that its hint speaks of.
    void hinted(const QString& hint);

private:
    void show(const Sample& sample);
    bool apply() const;
    Document with(Document document, const Sample& sample) const;

    Session& m_session;
    const Opener& m_opener;
};
