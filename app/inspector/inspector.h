#pragma once

#include "app/graph/focus.h"
#include "app/inspector/asymmetry_reader.h"
#include "app/snapshot/snapshot.h"
#include "app/style/palette.h"
#include "engine/reading/chain.h"
#include "engine/reading/head_probe.h"
#include "engine/reading/neighbours.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class ChainPanel;
class QLabel;
class QMenu;
class QScrollArea;
class QToolButton;

/// The chain behind the edge that is pointed at or pinned, from the residual stream to the weight, each number of which can
/// be copied. Of a token: what it attends to most, and who attends to it.
class Inspector : public QWidget {
    Q_OBJECT

public:
    explicit Inspector(QWidget* parent = nullptr);

    void setSnapshot(SnapshotPtr snapshot);
    /// The heads that a focus's slot refers to.
    void setHeads(const std::vector<mayfly::HeadIndex>& heads);
    /// What is said of the pair's head; may be null.
    void setProbe(std::shared_ptr<const mayfly::HeadProbe> probe);
    void show(const graph::Focus& focus);
    /// What a picture's maker read of the token or word in focus, of each head; none, or of another, change nothing.
    void setReadings(const std::vector<mayfly::WordReading>& readings);
    using QWidget::show;
    void setColours(const Palette& palette);

    QSize sizeHint() const override { return {300, 480}; }
    QSize minimumSizeHint() const override { return {220, 160}; }

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void refresh();
    void showPair();
    void showToken();
    void askForAsymmetry(mayfly::HeadIndex head);
    void takeAsymmetry(const AsymmetryReader::Question& question, double asymmetry);
    QLayout* makeHeader();
    QScrollArea* makePages();
    void addCopies(QMenu& menu);
    QString aboutWord() const;
    QString tables(std::vector<mayfly::Neighbour> mayfly::WordReading::*neighbours) const;
    QString table(const std::vector<mayfly::Neighbour>& neighbours) const;
    bool focusIsKnown() const;

    SnapshotPtr m_snapshot;
    std::vector<mayfly::HeadIndex> m_heads;
    std::shared_ptr<const mayfly::HeadProbe> m_probe;
    graph::Focus m_focus;
    std::vector<mayfly::WordReading> m_readings;
    Palette m_palette = Palette::light();
    QLabel* m_title = nullptr;
    QLabel* m_hint = nullptr;
    QLabel* m_head = nullptr;
    QToolButton* m_copy = nullptr;
    QScrollArea* m_pages = nullptr;
    ChainPanel* m_chain = nullptr;
    QLabel* m_token = nullptr;
    std::optional<mayfly::Chain> m_shown; ///< what the panel shows
    AsymmetryReader::Question m_asked;    ///< whose asymmetry is awaited, or known
    std::optional<double> m_asymmetry;    ///< of `m_asked`
    AsymmetryReader m_reader;
};
