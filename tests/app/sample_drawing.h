#pragma once

#include "app/drawing/drawing.h"

/// A small picture with one of everything, for the tests of the files that pictures are saved in.
inline const QStringList paragraphLines{QStringLiteral("A fluffy creature, \"looking\" for 5 < 6 && "),
                                        QStringLiteral("7 > 3 -- figs; office -> effect => 2x4, "),
                                        QStringLiteral("the end.")};

inline drawing::Label sampleLabel(const QString& text, QPointF at, drawing::Anchor anchor) {
    drawing::Label label;
    label.text = text;
    label.at = at;
    label.colour = QColor(32, 32, 32);
    label.anchor = anchor;
    return label;
}

inline drawing::Drawing sampleDrawing() {
    drawing::Drawing drawing;
    drawing.size = QSizeF(400, 300);
    drawing.paper = Qt::white;
    drawing.title = QStringLiteral("gpt2 · head 5.1 <& more>");
    drawing.boxes.push_back({QRectF(10, 20, 30.5, 40), QColor(230, 115, 115), 0.5, 0});
    for (const int dash : {0, 0, 1}) {
        drawing::Stroke stroke;
        stroke.curve = {QPointF(10, 200), QPointF(10, 100.123456), QPointF(200, 100), QPointF(200, 200)};
        stroke.colour = dash == 0 ? QColor(0, 114, 178) : QColor(179, 89, 0);
        stroke.width = 1.25;
        stroke.opacity = dash == 0 ? 0.3 : 1;
        stroke.dash = dash;
        stroke.dashStart = 4;
        drawing.strokes.push_back(stroke);
    }
    drawing.discs.push_back({QPointF(200, 200), 4, Qt::black, 1});
    drawing.labels.push_back(sampleLabel(QStringLiteral(" creature"), {200, 220}, drawing::Anchor::Middle));
    drawing.labels.push_back(sampleLabel(QStringLiteral("żółć 100%"), {100, 220}, drawing::Anchor::End));
    drawing.labels.back().angle = -45;
    drawing.labels.back().bold = true;
    for (int i = 0; i < paragraphLines.size(); ++i) {
        drawing.labels.push_back(sampleLabel(paragraphLines[i], {16, 250.0 + 15 * i}, drawing::Anchor::Start));
        drawing.labels.back().paragraph = 0;
    }
    return drawing;
}
