#pragma once

#include <QString>

#include <vector>

namespace getting {

/// A model that is worth a first look.
struct Offer {
    QString repository; ///< "owner/name"
    int layers = 0;
    int heads = 0;
    qint64 bytes = 0; ///< about
    QString licence;  ///< its SPDX name
};

/// Those of resources/models/offers.json.
std::vector<Offer> offers();

} // namespace getting
