#pragma once

#include <QString>

namespace download {

/// How far a download is.
struct Progress {
    enum class Stage {
        Asking,   ///< what there is to fetch
        Fetching, ///< bytes arrive
        Checking, ///< what was there already is read
        Waiting,  ///< the connection broke, and is tried again soon
    };

    Stage stage = Stage::Asking;
    qint64 done = 0;  ///< bytes of all files
    qint64 total = 0; ///< 0 as long as it is not known
    QString file;     ///< the one that is being fetched
};

} // namespace download
