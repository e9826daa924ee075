#pragma once

#include "engine/model/config.h"
#include "engine/reading/head_probe.h"

#include <QByteArray>
#include <QString>

#include <optional>

/// What is known of heads is kept, so that a model is probed once: a file a model, named by the fingerprint of its files.
namespace probing {

/// Where the probe of a model is kept, in the user's cache; it need not be there.
QString probeFile(const std::string& fingerprint);

/// As kept: {"mayfly_heads": version, "layers": L, "heads": H, "period", "repeats", "seeds", "scores": [[...], ...]}.
QByteArray encodeProbe(const mayfly::HeadProbe& probe);

/// Empty unless every number is there and can be right: the shape of that model, made in the way that this version probes,
/// weights within 0..1.
std::optional<mayfly::HeadProbe> decodeProbe(const QByteArray& bytes, const mayfly::Config& config);

/// Reads a file of at most 16 MiB. Empty where it is not there or is not to be trusted; it is then made anew.
std::optional<mayfly::HeadProbe> readProbe(const QString& file, const mayfly::Config& config);

/// Writes the file and its folder, and lets the oldest of more than a hundred go. A cache that cannot be written costs a
/// second probe and nothing else, so nothing is told of it.
void keepProbe(const mayfly::HeadProbe& probe, const QString& file);

} // namespace probing
