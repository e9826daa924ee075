#pragma once

#include "app/graph/focus.h"
#include "app/snapshot/snapshot.h"
#include "app/style/palette.h"
#include "engine/reading/neighbours.h"

#include <QWidget>

#include <optional>
#include <vector>

class ChartPanel;
class QFormLayout;
class QLabel;

/// The numbers behind the edge that is pointed at or pinned: from q·k to the weight, and the terms of the dot. Of a token:
/// what it attends to most, and who attends to it.
class Inspector : public QWidget {
    Q_OBJECT

public:
    explicit Inspector(QWidget* parent = nullptr);

    void setSnapshot(SnapshotPtr snapshot);
    /// The heads that a focus's slot refers to.
    void setHeads(const std::vector<mayfly::HeadIndex>& heads);
    void show(const graph::Focus& focus);
    /// What a picture's maker read of the token in focus; of another token it waits to be asked for.
    void setReading(const mayfly::TokenReading& reading);
    using QWidget::show;
    void setColours(const Palette& palette);

    QSize sizeHint() const override { return {280, 480}; }

private:
    void refresh();
    void showPair();
    void showToken();
    QLabel* addRow(QFormLayout* form, const QString& name, const QString& explanation);
    QString table(const std::vector<mayfly::Neighbour>& neighbours) const;
    bool focusIsKnown() const;

    SnapshotPtr m_snapshot;
    std::vector<mayfly::HeadIndex> m_heads;
    graph::Focus m_focus;
    std::optional<mayfly::TokenReading> m_reading;
    Palette m_palette = Palette::light();
    QLabel* m_title = nullptr;
    QLabel* m_hint = nullptr;
    QWidget* m_pair = nullptr;
    QLabel* m_head = nullptr;
    QLabel* m_dot = nullptr;
    QLabel* m_scale = nullptr;
    QLabel* m_scaled = nullptr;
    QLabel* m_sum = nullptr;
    QLabel* m_weight = nullptr;
    QLabel* m_reverse = nullptr;
    QLabel* m_token = nullptr;
    ChartPanel* m_chart = nullptr;
};
