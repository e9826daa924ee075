#pragma once

#include "app/inspector/chain_rows.h"
#include "app/inspector/term_bars.h"
#include "app/style/palette.h"

#include <QWidget>

#include <array>
#include <optional>

class ChartPanel;
class QComboBox;
class QGridLayout;
class QLabel;
class VectorStrip;

/// Rows of a name and a number, as many as there are.
class RowTable : public QWidget {
    Q_OBJECT

public:
    explicit RowTable(QWidget* parent = nullptr);
    void setRows(const std::vector<ChainRow>& rows);

private:
    struct Line {
        QLabel* name;
        QLabel* value;
    };
    QGridLayout* m_grid = nullptr;
    std::vector<Line> m_lines;
};

/// The chain of one pair, from the residual stream by way of q and k and their terms to the weight.
class ChainPanel : public QWidget {
    Q_OBJECT

public:
    explicit ChainPanel(QWidget* parent = nullptr);

    /// `awaited`: the asymmetry is still to come.
    void setChain(const Snapshot& snapshot, const mayfly::Chain& chain, bool awaited);
    /// Only what an asymmetry changes.
    void setAsymmetry(const Snapshot& snapshot, const mayfly::Chain& chain);
    void setColours(const Palette& palette);

    /// The number at a point of the panel as the clipboard takes it; empty where there is none.
    QString numberAt(QPoint point) const;
    /// The strip there, or null.
    const VectorStrip* stripAt(QPoint point) const;

private:
    struct Strip {
        QLabel* name;
        VectorStrip* cells;
    };
    enum Vector { StreamQ, BeforeQ, Query, Key, BeforeK, StreamK, vectorCount };

    void addStrips();
    void addTerms();
    QLabel* addHeading(const QString& text);
    void setStrip(Vector vector, const QString& name, std::vector<float> values, const QString& explanation);
    void showVectors(const Snapshot& snapshot, const mayfly::PairReading& pair);
    void showTerms();

    std::array<Strip, vectorCount> m_strips{};
    RowTable* m_softmax = nullptr;
    RowTable* m_geometry = nullptr;
    RowTable* m_parts = nullptr;
    QLabel* m_partsHeading = nullptr;
    QComboBox* m_order = nullptr;
    ChartPanel* m_chart = nullptr;
    std::optional<mayfly::PairReading> m_pair;
};
