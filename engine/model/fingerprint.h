#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace mayfly {

/// What a model's folder holds, in 32 hexadecimal digits: the same for the same files wherever they lie, another as soon as
/// one of them differs. It covers config.json, the tokenizer's files and the weights, each by length and content; of a
/// weight file beyond 1 GiB, its ends and blocks of 64 KiB evenly between them, 1 GiB in all.
///
/// It is a key for what was computed from a model, no proof against forgery. Two different models of one fingerprint would
/// be taken for each other: by chance once in 2^128, or where two weight files of the same length beyond 1 GiB differ only
/// between the blocks that are looked at.
///
/// Reads as much as loading did: half a gigabyte that the system still holds takes about a tenth of a second. `giveUp` is
/// asked between blocks; empty if it said so. Throws Error as `findWeightFiles` and `openFile` do.
std::optional<std::string> fingerprintOf(const std::filesystem::path& folder, const std::function<bool()>& giveUp = {});

} // namespace mayfly
