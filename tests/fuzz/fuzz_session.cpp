// Session files (.mayfly). One that is read, written and read again is the same session.

#include "app/session/session_file.h"

#include "fuzz.h"

#include <cmath>

namespace {

void check(const SavedSession& saved) {
    fuzz::require(saved.heads.size() <= Document::mostHeads, "no more heads than can be told apart");
    fuzz::require(saved.topMass >= 1 && saved.topMass <= 100, "a share is a share");
    for (const auto& [token, by] : saved.moved)
        fuzz::require(token >= 0 && std::isfinite(by.x()) && std::isfinite(by.y()), "tokens are moved by a distance");
    fuzz::require(decodeSession(encodeSession(saved), QStringLiteral("again")) == saved, "what is saved is read");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    fuzz::takes([&] { check(decodeSession(bytes, QStringLiteral("a.mayfly"))); });
    return 0;
}
