#include "app/heads/head_panel.h"

#include "app/naming/label_words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>
#include <utility>

namespace {

enum Order { InPlace, ByScore };

int countOf(const mayfly::HeadProbe& probe, mayfly::HeadLabel label) {
    return int(std::count_if(probe.scores.begin(), probe.scores.end(),
                             [&](const mayfly::HeadScores& scores) { return mayfly::labelOf(scores) == label; }));
}

QComboBox* narrowBox(const QString& name, const QString& tip) {
    auto* box = new QComboBox;
    box->setAccessibleName(name);
    box->setToolTip(tip);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(6);
    return box;
}

} // namespace

HeadPanel::HeadPanel(QWidget* parent) : QWidget(parent), m_grid(new HeadGrid), m_list(new HeadList(tr("Heads by score"), tr("Score"))) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 2);
    column->setSpacing(3);
    column->addWidget(makeControls());
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_grid);
    m_pages->addWidget(m_list);
    column->addWidget(m_pages, 1);
    m_remark = new QLabel;
    m_remark->setWordWrap(true);
    m_remark->setContentsMargins(6, 0, 4, 0);
    m_remark->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_remark);
    setFocusProxy(m_grid);
    connect(m_grid, &HeadGrid::headChosen, this, &HeadPanel::headChosen);
    connect(m_grid, &HeadGrid::headToggled, this, &HeadPanel::headToggled);
    connect(m_list, &HeadList::headChosen, this, &HeadPanel::headChosen);
    fillFilter();
    followFilter();
}

QWidget* HeadPanel::makeControls() {
    m_filter = narrowBox(tr("Which heads are shown"), tr("Shows the heads that do one thing, as the probe says"));
    m_order = narrowBox(tr("Order of the heads"), tr("Thumbnails by layer and head, or a list by score"));
    m_order->addItems({tr("In place"), tr("By score")});
    m_best = new QToolButton;
    m_best->setText(tr("&Best"));
    m_best->setToolTip(tr("Goes to the head with the largest score of those that are chosen"));
    m_best->setFocusPolicy(Qt::StrongFocus);
    connect(m_filter, &QComboBox::currentIndexChanged, this, &HeadPanel::followFilter);
    connect(m_order, &QComboBox::currentIndexChanged, this, [this](int order) {
        m_pages->setCurrentIndex(order);
        setFocusProxy(m_pages->currentWidget());
    });
    connect(m_best, &QToolButton::clicked, this, &HeadPanel::goToBest);
    auto* controls = new QWidget;
    auto* row = new QHBoxLayout(controls);
    row->setContentsMargins(6, 0, 4, 0);
    row->setSpacing(4);
    row->addWidget(m_filter, 3);
    row->addWidget(m_order, 2);
    row->addWidget(m_best);
    return controls;
}

void HeadPanel::setChosen(const std::vector<mayfly::HeadIndex>& heads) {
    m_grid->setChosen(heads);
    m_list->setChosen(heads);
}

void HeadPanel::setProbe(std::shared_ptr<const mayfly::HeadProbe> probe) {
    m_probe = std::move(probe);
    m_grid->setProbe(m_probe);
    m_list->setProbe(m_probe);
    fillFilter();
    followFilter();
    m_remark->clear();
    if (m_probe) explainMarks();
}

void HeadPanel::setProgress(int done, int passes) {
    m_remark->setText(tr("Finding out what the heads do: pass %1 of %2").arg(done + 1).arg(passes));
}

void HeadPanel::setUnknown() { m_remark->setText(tr("What the heads of this model do cannot be found out.")); }

QString HeadPanel::remark() const { return m_remark->text(); }

/// Labels that no head has are left out; a filter that is still possible stays.
void HeadPanel::fillFilter() {
    const auto before = filter();
    const QSignalBlocker quiet(m_filter);
    m_filter->clear();
    m_filter->addItem(tr("All heads"));
    for (const mayfly::HeadLabel label : headwords::labels)
        if (const int count = m_probe ? countOf(*m_probe, label) : 0; count > 0)
            m_filter->addItem(QStringLiteral("%1 (%2)").arg(headwords::word(label)).arg(count), int(label));
    m_filter->setCurrentIndex(before ? std::max(0, m_filter->findData(int(*before))) : 0);
    m_filter->setEnabled(m_probe != nullptr);
    m_order->setEnabled(m_probe != nullptr);
    m_best->setEnabled(m_probe != nullptr);
    if (!m_probe) m_order->setCurrentIndex(InPlace);
}

std::optional<mayfly::HeadLabel> HeadPanel::filter() const {
    const QVariant label = m_filter->currentData();
    return label.isValid() ? std::optional(mayfly::HeadLabel(label.toInt())) : std::nullopt;
}

void HeadPanel::setFilter(std::optional<mayfly::HeadLabel> label) {
    m_filter->setCurrentIndex(label ? std::max(0, m_filter->findData(int(*label))) : 0);
}

void HeadPanel::setSorted(bool byScore) { m_order->setCurrentIndex(byScore ? ByScore : InPlace); }

void HeadPanel::followFilter() {
    m_grid->setOnly(filter());
    m_list->setRows(listed());
}

/// Each by the score of its own label. Broad claims nothing, so it has no number and comes last.
std::vector<mayfly::ScoredHead> HeadPanel::listed() const {
    std::vector<mayfly::ScoredHead> all, broad;
    if (!m_probe) return all;
    for (const mayfly::HeadLabel label : headwords::labels) {
        if (filter() && *filter() != label) continue;
        for (const mayfly::ScoredHead& each : mayfly::sortedBy(*m_probe, mayfly::scoreOf(label))) {
            if (m_probe->label(each.head) != label) continue;
            if (label == mayfly::HeadLabel::Broad)
                broad.push_back({each.head, std::numeric_limits<float>::quiet_NaN()});
            else
                all.push_back(each);
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
    std::sort(broad.begin(), broad.end(), [](const auto& a, const auto& b) { return a.head < b.head; });
    all.insert(all.end(), broad.begin(), broad.end());
    return all;
}

void HeadPanel::goToBest() {
    if (!m_probe) return;
    if (!filter()) {
        m_filter->setFocus();
        m_filter->showPopup();
        return;
    }
    if (const auto best = mayfly::bestOf(*m_probe, *filter())) m_grid->goTo(best->head);
}

void HeadPanel::explainMarks() {
    QStringList marks;
    for (const mayfly::HeadLabel label : headwords::labels)
        if (!headwords::mark(label).isEmpty() && countOf(*m_probe, label) > 0)
            marks.append(QStringLiteral("<b>%1</b>&nbsp;%2").arg(
                headwords::mark(label), headwords::word(label).replace(u' ', QStringLiteral("&nbsp;"))));
    m_remark->setText(marks.isEmpty() ? tr("The probe finds no head that it has a name for.")
                                      : marks.join(QStringLiteral(" &nbsp; ")));
    m_remark->setToolTip(headwords::method(*m_probe));
}
