#pragma once

#include "app/download/access.h"
#include "app/download/patience.h"
#include "app/download/progress.h"
#include "app/download/repository.h"
#include "app/download/stop.h"

#include <functional>

namespace download {

/// Bytes that may still be written into a folder, which need not exist yet; below 0 if nobody knows.
qint64 freeBytes(const QString& folder);

/// What is to be fetched, from where, and into which cache.
struct Order {
    Repository repository;
    Access access;
    QString cache;
    Patience patience = {};
    std::function<qint64(const QString&)> freeBytes = download::freeBytes;
};

/// Fetches what Mayfly needs of a model into the Hugging Face cache, and returns its snapshot's folder. First it is found
/// out what there is, whether Mayfly can open it, and whether it fits on the disk; then the files are fetched, gone on with
/// where an earlier attempt stopped, and checked; at last the snapshot appears, whole. Blocks its thread for as long as all
/// that takes.
///
/// Throws Stopped if told to stop, and mayfly::Error with one sentence for anything else; what has arrived is kept.
QString download(const Order& order, const Stop& stop, const std::function<void(const Progress&)>& report);

} // namespace download
