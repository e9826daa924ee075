#include "app/heads/head_finder.h"

#include <QLabel>
#include <QTextDocumentFragment>
#include <QVBoxLayout>

#include <utility>

HeadFinder::HeadFinder(QWidget* parent) : QWidget(parent) {
    m_title = new QLabel;
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::RichText);
    m_list = new HeadList(tr("Heads by the weight of the pinned pair"), tr("Weight"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 6, 4, 4);
    column->addWidget(m_title);
    column->addWidget(m_list, 1);
    column->addStretch(0);
    connect(&m_ranker, &PairRanker::answered, this, &HeadFinder::take);
    connect(m_list, &HeadList::headChosen, this, &HeadFinder::headChosen);
    show();
}

void HeadFinder::setPin(const SnapshotPtr& snapshot, const graph::Focus& pin) {
    m_snapshot = snapshot;
    m_pin = pin;
    const bool pair = snapshot && pin.isEdge() && pin.query < snapshot->size() && pin.key < snapshot->size();
    const PairRanker::Question question = pair ? PairRanker::Question{snapshot, pin.query, pin.key} : PairRanker::Question{};
    if (!(question == m_asked)) {
        const bool sameModel = m_asked.snapshot && pair && m_asked.snapshot->model == snapshot->model;
        if (!sameModel) m_ranked.clear(); // otherwise the old ranking stands until the new one is there
        m_asked = question;
        if (pair) m_ranker.ask(question);
    }
    show();
}

void HeadFinder::take(const PairRanker::Question& question, const std::vector<mayfly::RankedHead>& ranked) {
    if (!(question == m_asked)) return;
    m_ranked.clear();
    for (const mayfly::RankedHead& each : ranked) m_ranked.push_back({each.head, each.weight});
    show();
}

void HeadFinder::setProbe(std::shared_ptr<const mayfly::HeadProbe> probe) {
    m_list->setProbe(std::move(probe));
}

void HeadFinder::setColours(const Palette& palette) {
    m_palette = palette;
    show();
}

QString HeadFinder::sentence() const { return QTextDocumentFragment::fromHtml(m_title->text()).toPlainText(); }

void HeadFinder::show() {
    m_list->setVisible(m_asked.snapshot != nullptr);
    m_asked.snapshot ? showPair() : showHint();
}

void HeadFinder::showPair() {
    const auto word = [this](int token, const QColor& colour) {
        return QStringLiteral("<b style='color:%1'>%2</b>")
            .arg(colour.name(), m_asked.snapshot->labels[std::size_t(token)].toHtmlEscaped());
    };
    m_title->setText(word(m_asked.query, m_palette.query) + QStringLiteral(" \u2192 ") + word(m_asked.key, m_palette.key) +
                     QStringLiteral(": ") + tr("%n head(s), by weight", nullptr, int(m_ranked.size())));
    m_list->setRows(m_ranked);
}

void HeadFinder::showHint() {
    m_list->setRows({});
    const bool one = m_snapshot && m_pin.isToken() && m_pin.query < m_snapshot->size();
    m_title->setText(one ? tr("Shift+click another token, or Shift+Enter there, to see which heads tie <b>%1</b> to it.")
                               .arg(m_snapshot->labels[std::size_t(m_pin.query)].toHtmlEscaped())
                         : tr("Pin an edge, or a token and then with Shift another one, to see which heads of all layers tie "
                              "the two, heaviest first."));
}
