#pragma once

#include "engine/reading/head_maps.h"

#include <QImage>

/// Maps of all heads as one Indexed8 image, a row a layer: 0..255 is √weight. Null where there are none.
QImage sheetOf(const mayfly::HeadMaps& maps);
