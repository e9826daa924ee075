#pragma once

#include "app/view/scene.h"
#include "tests/app/trace_fixture.h"

#include <QStringList>

/// What the tests of matrices share.
namespace fixture {

/// A text of that many tokens for the tiny model, whose context is 32.
inline SnapshotPtr tokens(int count) {
    std::vector<mayfly::TokenId> ids(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = mayfly::TokenId((i * 37) % 250);
    return takeSnapshot(model(), ids);
}

inline view::Subject subject(const SnapshotPtr& snapshot, const matrix::Choice& choice = {},
                             std::vector<mayfly::HeadIndex> heads = {{1, 0}}, QSizeF area = {1200, 600}) {
    view::Subject subject;
    subject.snapshot = snapshot;
    subject.heads = std::move(heads);
    subject.matrix = choice;
    subject.area = area;
    return subject;
}

inline graph::Look lookAt(const graph::Focus& focus = {}) {
    return {Palette::light(), {}, focus};
}

inline QStringList textsOf(const drawing::Drawing& drawing) {
    QStringList texts;
    for (const drawing::Label& label : drawing.labels) texts.append(label.text);
    return texts;
}

/// The colour at a point: that of the last box over it.
inline QColor colourAt(const drawing::Drawing& drawing, QPointF at) {
    QColor colour = drawing.paper;
    for (const drawing::Box& box : drawing.boxes)
        if (box.rect.contains(at)) colour = box.fill;
    return colour;
}

} // namespace fixture
