#include "app/graph/share_shown.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace graph {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ShareShown)
};

} // namespace

QString shareShown(qint64 edges, qint64 pairs, double share) {
    // Long texts have more pairs than an int holds, which only chooses the plural here.
    const int plural = int(std::min(pairs, qint64(std::numeric_limits<int>::max())));
    return Words::tr("shows %1 of %2 edge(s), %3 % of the attention", nullptr, plural)
        .arg(QLocale().toString(edges), QLocale().toString(pairs), QLocale().toString(share * 100, 'f', 1));
}

} // namespace graph
