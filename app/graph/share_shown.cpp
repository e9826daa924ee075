#include "app/graph/share_shown.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace graph {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ShareShown)
};

} // namespace

double shareOf(const mayfly::AttentionGraph& selection) {
    const auto isNumber = [](float received) { return std::isfinite(received); };
    const bool numbers = std::all_of(selection.received.begin(), selection.received.end(), isNumber);
    return numbers ? selection.shown : std::numeric_limits<double>::quiet_NaN();
}

QString shareShown(qint64 edges, qint64 pairs, double share) {
    // Long texts have more pairs than an int holds, which only chooses the plural here.
    const int plural = int(std::min(pairs, qint64(std::numeric_limits<int>::max())));
    if (std::isnan(share))
        return Words::tr("shows %1 of %2 edge(s): there are weights that are not numbers", nullptr, plural)
            .arg(QLocale().toString(edges), QLocale().toString(pairs));
    return Words::tr("shows %1 of %2 edge(s), %3 % of the attention", nullptr, plural)
        .arg(QLocale().toString(edges), QLocale().toString(pairs), QLocale().toString(share * 100, 'f', 1));
}

} // namespace graph
