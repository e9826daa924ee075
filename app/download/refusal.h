#pragma once

#include "app/download/access.h"
#include "app/download/repository.h"

#include <QString>

namespace download {

/// Whether a server that answers so may answer otherwise a little later: it is busy or out of order.
bool isPassing(int status);

/// One sentence about a request that was refused with `status` (400 and more), and what to do about it. `code` is the Hub's
/// header X-Error-Code, which tells apart what has the same status.
QString refusal(int status, const QByteArray& code, const Repository& repository, const Access& access);

} // namespace download
