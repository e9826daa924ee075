#include "app/window/sample_menu.h"

#include <QMenu>

#include <optional>

SampleMenu::SampleMenu(QMenu& menu, Session& session, const Opener& opener) : m_session(session), m_opener(opener) {
    std::optional<Sample::Group> group;
    for (const Sample& sample : samples()) {
        if (group != sample.group) menu.addSection(nameOf(sample.group));
        group = sample.group;
        menu.addAction(sample.text, this, [this, sample] { show(sample); })->setStatusTip(sample.hint);
    }
}

Document SampleMenu::first() const { return with({}, samples().front()); }

void SampleMenu::show(const Sample& sample) {
    m_session.setDocument(with(m_session.document(), sample), tr("Sample"));
    if (apply()) Q_EMIT hinted(sample.hint);
}

/// The heads of a sample, and what its hint says of them, mean something in the built-in model only.
bool SampleMenu::apply() const { return !m_session.model() || m_opener.modelName() == QLatin1String("built-in"); }

Document SampleMenu::with(Document document, const Sample& sample) const {
    document.text = sample.text;
    document.view = view::Kind::Graph;
    document.layout = sample.layout;
    document.hideFirst = sample.hideFirst;
    document.topMass = sample.topMass;
    if (apply()) document.heads = sample.heads;
    document.pin.reset();
    document.compare = compare::Mode::Off;
    document.kept.reset();
    document.moved.clear();
    return document;
}
