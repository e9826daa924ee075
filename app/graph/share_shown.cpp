#include "app/graph/share_shown.h"

#include <QCoreApplication>
#include <QLocale>

namespace graph {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ShareShown)
};

} // namespace

QString shareShown(qint64 edges, qint64 pairs, double share) {
    return Words::tr("shows %1 of %Ln edge(s), %2 % of the attention", nullptr, int(pairs))
        .arg(QLocale().toString(edges), QLocale().toString(share * 100, 'f', 1));
}

} // namespace graph
