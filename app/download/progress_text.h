#pragma once

#include "app/download/pace.h"
#include "app/download/progress.h"

namespace download {

/// "213 MB of 548 MB · 3.2 MB/s · 2 minutes left", in as far as it is known; or what is done instead of fetching.
QString progressText(const Progress& progress, const Pace& pace);

/// Bytes as people read them, in powers of ten: "548 MB", "1.5 GB".
QString sizeText(qint64 bytes);

/// "40 seconds left", "2 minutes left", "3 hours left": rounded up, since that disappoints less.
QString timeLeftText(qint64 seconds);

} // namespace download
