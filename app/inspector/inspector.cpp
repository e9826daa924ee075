#include "app/inspector/inspector.h"

#include "app/inspector/chain_panel.h"
#include "app/inspector/chain_text.h"
#include "app/inspector/pair_text.h"
#include "app/inspector/vector_strip.h"
#include "app/naming/label_words.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace {

/// As many terms as mayfly explain prints by itself.
constexpr int copiedTerms = 12;

void copy(const QString& text) { QGuiApplication::clipboard()->setText(text); }

QString joined(const std::vector<float>& values) {
    QStringList numbers;
    for (const float value : values) numbers.append(QString::number(double(value), 'g', 9));
    return numbers.join(QStringLiteral(", "));
}

} // namespace

Inspector::Inspector(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 4, 4);
    layout->addLayout(makeHeader());
    m_hint = new QLabel(tr("Point at an edge to see how its weight comes about, or at a token to see what it attends to. "
                           "A click pins it, Esc lets go."));
    m_hint->setWordWrap(true);
    layout->addWidget(m_hint);
    layout->addWidget(makePages(), 1);
    layout->addStretch(0);
    connect(&m_reader, &AsymmetryReader::answered, this, &Inspector::takeAsymmetry);
    refresh();
}

QLayout* Inspector::makeHeader() {
    m_title = new QLabel;
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::RichText);
    QFont large = font();
    large.setPixelSize(17);
    large.setBold(true);
    m_title->setFont(large);
    m_head = new QLabel;
    m_head->setForegroundRole(QPalette::PlaceholderText);
    m_copy = new QToolButton;
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copies every number of this chain"));
    m_copy->setAutoRaise(true);
    m_copy->setPopupMode(QToolButton::InstantPopup);
    m_copy->setMenu(new QMenu(m_copy));
    addCopies(*m_copy->menu());
    auto* header = new QGridLayout;
    header->setContentsMargins(0, 0, 6, 2);
    header->setVerticalSpacing(0);
    header->setColumnStretch(0, 1);
    header->addWidget(m_title, 0, 0);
    header->addWidget(m_copy, 0, 1, Qt::AlignTop);
    header->addWidget(m_head, 1, 0);
    return header;
}

QScrollArea* Inspector::makePages() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 10, 6);
    m_chain = new ChainPanel;
    column->addWidget(m_chain);
    m_token = new QLabel;
    m_token->setTextFormat(Qt::RichText);
    m_token->setWordWrap(true);
    m_token->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_token->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_token);
    column->addStretch(1);
    m_pages = new QScrollArea;
    m_pages->setWidget(page);
    m_pages->setWidgetResizable(true);
    m_pages->setFrameShape(QFrame::NoFrame);
    m_pages->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (QWidget* part : {static_cast<QWidget*>(m_pages), m_pages->viewport(), page})
        part->setBackgroundRole(QPalette::Base);
    return m_pages;
}

void Inspector::addCopies(QMenu& menu) {
    menu.addAction(tr("Copy as Text"), this, [this] {
        if (m_shown) copy(QString::fromUtf8(chaintext::plain(*m_snapshot, *m_shown, copiedTerms)));
    });
    menu.addAction(tr("Copy as LaTeX"), this, [this] {
        if (m_shown) copy(QString::fromUtf8(chaintext::latex(*m_snapshot, *m_shown, copiedTerms)));
    });
}

void Inspector::contextMenuEvent(QContextMenuEvent* event) {
    if (!m_shown) return;
    QMenu menu(this);
    const QPoint point = m_chain->mapFrom(this, event->pos());
    if (const QString number = m_chain->numberAt(point); !number.isEmpty())
        menu.addAction(tr("Copy %1").arg(number), this, [number] { copy(number); });
    if (const VectorStrip* strip = m_chain->stripAt(point))
        menu.addAction(tr("Copy %1, %n number(s)", nullptr, int(strip->values().size())).arg(strip->name()), this,
                       [values = strip->values()] { copy(joined(values)); });
    if (!menu.isEmpty()) menu.addSeparator();
    addCopies(menu);
    menu.exec(event->globalPos());
}

void Inspector::setSnapshot(SnapshotPtr snapshot) {
    if (snapshot == m_snapshot) return;
    m_snapshot = std::move(snapshot);
    if (m_asked.snapshot != m_snapshot) m_asked = {}; // an old model is not kept for it
    refresh();
}

void Inspector::setHeads(const std::vector<mayfly::HeadIndex>& heads) {
    if (heads == m_heads) return;
    m_heads = heads;
    refresh();
}

void Inspector::setProbe(std::shared_ptr<const mayfly::HeadProbe> probe) {
    if (probe == m_probe) return;
    m_probe = std::move(probe);
    refresh();
}

void Inspector::show(const graph::Focus& focus) {
    if (focus == m_focus) return;
    m_focus = focus;
    refresh();
}

void Inspector::setReadings(const std::vector<mayfly::WordReading>& readings) {
    if (readings.empty()) return;
    m_readings = readings;
    if (focusIsKnown() && m_focus.isToken()) showToken();
}

void Inspector::setColours(const Palette& palette) {
    m_palette = palette;
    m_chain->setColours(palette);
    refresh();
}

bool Inspector::focusIsKnown() const {
    if (!m_snapshot || m_heads.empty() || m_focus.isNone()) return false;
    return m_focus.last() < m_snapshot->size() && m_focus.key < m_snapshot->size() && m_snapshot->hasAll(m_heads);
}

void Inspector::refresh() {
    const bool known = focusIsKnown();
    const bool pair = known && m_focus.isEdge();
    m_hint->setVisible(!known);
    m_title->setVisible(known);
    m_head->setVisible(pair);
    m_copy->setVisible(pair);
    m_pages->setVisible(known);
    m_chain->setVisible(pair);
    m_token->setVisible(known && !pair);
    m_shown.reset();
    if (pair)
        showPair();
    else if (known)
        showToken();
}

void Inspector::showPair() {
    const auto slot = std::size_t(std::clamp(m_focus.slot, 0, int(m_heads.size()) - 1));
    m_shown = mayfly::readChain(*m_snapshot->trace, *m_snapshot->model, m_heads[slot], m_focus.query, m_focus.key);
    const auto word = [this](int token, const QColor& colour) {
        return QStringLiteral("<span style='color:%1'>%2</span>")
            .arg(colour.name(), m_snapshot->labels[std::size_t(token)].toHtmlEscaped());
    };
    m_title->setText(word(m_focus.query, m_palette.query) + QStringLiteral(" \u2192 ") + word(m_focus.key, m_palette.key));
    m_head->setText((m_focus.kept ? tr("head %1, before") : tr("head %1")).arg(headwords::titled(m_heads[slot], m_probe.get())));
    m_head->setToolTip(headwords::tooltip(m_heads[slot], m_probe.get()));
    askForAsymmetry(m_heads[slot]);
    m_shown->asymmetry = m_asymmetry;
    m_chain->setChain(*m_snapshot, *m_shown, !m_asymmetry && m_snapshot->size() <= AsymmetryReader::mostTokens);
}

void Inspector::askForAsymmetry(mayfly::HeadIndex head) {
    const AsymmetryReader::Question question{m_snapshot, head};
    if (question == m_asked) return;
    m_asked = question;
    m_asymmetry.reset();
    if (m_snapshot->size() <= AsymmetryReader::mostTokens) m_reader.ask(question);
}

void Inspector::takeAsymmetry(const AsymmetryReader::Question& question, double asymmetry) {
    if (!(question == m_asked)) return;
    m_asymmetry = asymmetry;
    if (!m_shown || m_shown->pair.head != question.head) return;
    m_shown->asymmetry = asymmetry;
    m_chain->setAsymmetry(*m_snapshot, *m_shown);
}

void Inspector::showToken() {
    QString title;
    for (int token = m_focus.query; token <= m_focus.last(); ++token) title += m_snapshot->exact[std::size_t(token)];
    m_title->setText(title.toHtmlEscaped());
    const auto heading = [](const QString& text, const QColor& colour) {
        return QStringLiteral("<p style='color:%1;margin-bottom:2px'>%2</p>").arg(colour.name(), text);
    };
    if (m_readings.empty() || m_readings.front().begin != m_focus.query || m_readings.front().end != m_focus.last() + 1) {
        m_token->clear();
        return;
    }
    const QString head = QString::fromStdString(mayfly::toString(m_readings.front().head));
    const bool one = m_readings.size() == 1; // the picture has colours for the ways of one head, and for heads where there are several
    m_token->setText(heading(one ? tr("\u2192 what it attends to in head %1").arg(head) : tr("\u2192 what it attends to"),
                             one ? m_palette.outgoing : m_palette.ink) +
                     tables(&mayfly::WordReading::attendsTo) +
                     heading(tr("\u2190 who attends to it"), one ? m_palette.incoming : m_palette.ink) +
                     tables(&mayfly::WordReading::attendedBy) + aboutWord());
}

/// Of each head; where there are several, under its name.
QString Inspector::tables(std::vector<mayfly::Neighbour> mayfly::WordReading::*neighbours) const {
    if (m_readings.size() == 1) return table(m_readings.front().*neighbours);
    QString all;
    for (const mayfly::WordReading& reading : m_readings) {
        const auto slot = std::size_t(std::find(m_heads.begin(), m_heads.end(), reading.head) - m_heads.begin());
        all += QStringLiteral("<p style='margin-bottom:0px'><b style='color:%1'>%2</b></p>")
                   .arg(m_palette.heads[slot % m_palette.heads.size()].name(), headwords::titled(reading.head, m_probe.get())) +
               table(reading.*neighbours);
    }
    return all;
}

/// How the weights of a word come from those of its tokens.
QString Inspector::aboutWord() const {
    const int tokens = m_focus.last() + 1 - m_focus.query;
    if (tokens == 1) return {};
    return QStringLiteral("<p>%1</p>").arg(
        tr("A word of %n token(s): what goes out is the mean of their rows, what comes in the sum of their columns.", nullptr,
           tokens));
}

QString Inspector::table(const std::vector<mayfly::Neighbour>& neighbours) const {
    QString rows;
    for (const mayfly::Neighbour& each : neighbours)
        if (each.token < m_snapshot->size())
            rows += QStringLiteral("<tr><td>%1&nbsp;&nbsp;&nbsp;</td><td align=right>%2</td></tr>")
                        .arg(m_snapshot->exact[std::size_t(each.token)].toHtmlEscaped(),
                             pairtext::number(double(each.weight)));
    return QStringLiteral("<table cellspacing=2>%1</table>").arg(rows);
}
