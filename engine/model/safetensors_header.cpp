#include "engine/model/safetensors_header.h"

#include "engine/error.h"
#include "engine/files/in_quotes.h"
#include "engine/files/json.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

namespace mayfly {

namespace dom = simdjson::dom;

namespace {

constexpr std::uint64_t largestHeader = 100'000'000; // the limit of the reference reader
constexpr std::size_t highestRank = 8;

struct DTypeRow {
    std::string_view name;
    DType type;
    std::uint64_t bytes;
};

constexpr std::array<DTypeRow, 15> dtypes{{
    {"BOOL", DType::Bool, 1},
    {"U8", DType::U8, 1},
    {"I8", DType::I8, 1},
    {"I16", DType::I16, 2},
    {"U16", DType::U16, 2},
    {"I32", DType::I32, 4},
    {"U32", DType::U32, 4},
    {"I64", DType::I64, 8},
    {"U64", DType::U64, 8},
    {"F8_E4M3", DType::F8E4M3, 1},
    {"F8_E5M2", DType::F8E5M2, 1},
    {"F16", DType::F16, 2},
    {"BF16", DType::BF16, 2},
    {"F32", DType::F32, 4},
    {"F64", DType::F64, 8},
}};

const DTypeRow& rowOf(DType type) {
    return *std::find_if(dtypes.begin(), dtypes.end(), [type](const DTypeRow& row) { return row.type == type; });
}

[[noreturn]] void reject(const std::string& where, const std::string& what) {
    throw Error(ErrorKind::Malformed, where + ' ' + what);
}

/// One tensor's entry in the header, from JSON to TensorInfo. Offsets still count from the start of the data.
class Entry {
public:
    Entry(std::string where, std::string_view name, const dom::element& value)
        : m_what(std::move(where) + ": tensor " + inQuotes(name)), m_members(membersOf(value, m_what)) {}

    TensorInfo read() const {
        TensorInfo info;
        info.type = type();
        for (const dom::element dim : array("shape", highestRank)) info.shape.push_back(dimension(dim));
        const dom::array offsets = array("data_offsets", 2);
        if (offsets.size() != 2)
            reject(m_what, "must have two data_offsets, not " + std::to_string(offsets.size()) + '.');
        info.begin = whole(offsets.at(0), "data_offsets");
        info.end = whole(offsets.at(1), "data_offsets");
        checkLength(info);
        return info;
    }

private:
    const dom::element& field(std::string_view name) const {
        const auto found = m_members.find(name);
        if (found == m_members.end()) reject(m_what, "has no " + std::string(name) + '.');
        return found->second;
    }

    DType type() const {
        const dom::element& value = field("dtype");
        std::string_view name;
        if (value.get(name) == simdjson::SUCCESS)
            for (const DTypeRow& row : dtypes)
                if (row.name == name) return row.type;
        reject(m_what, "has the unknown dtype " + shown(value) + '.');
    }

    dom::array array(std::string_view name, std::size_t longest) const {
        const dom::element& value = field(name);
        dom::array values;
        if (value.get(values) != simdjson::SUCCESS)
            reject(m_what, "needs an array as its " + std::string(name) + ", not " + shown(value) + '.');
        if (values.size() > longest)
            reject(m_what, "has " + std::to_string(values.size()) + " numbers in its " + std::string(name) +
                               "; at most " + std::to_string(longest) + " make sense.");
        return values;
    }

    /// Counts are whole numbers written as such: -1, 16.0 and "16" are not.
    std::uint64_t whole(const dom::element& value, std::string_view name) const {
        std::uint64_t number = 0;
        if (value.get(number) != simdjson::SUCCESS)
            reject(m_what, "has " + shown(value) + " in its " + std::string(name) + ", which is not a count.");
        return number;
    }

    std::int64_t dimension(const dom::element& value) const {
        const std::uint64_t number = whole(value, "shape");
        if (number > std::uint64_t(std::numeric_limits<std::int64_t>::max()))
            reject(m_what, "has " + shown(value) + " in its shape, which is too much.");
        return std::int64_t(number);
    }

    void checkLength(const TensorInfo& info) const {
        if (info.begin > info.end)
            reject(m_what, "ends at byte " + std::to_string(info.end) + ", before it begins at " +
                               std::to_string(info.begin) + '.');
        std::uint64_t bytes = sizeOf(info.type);
        bool overflow = false;
        for (const std::int64_t dim : info.shape) overflow |= __builtin_mul_overflow(bytes, std::uint64_t(dim), &bytes);
        if (overflow || bytes != info.end - info.begin)
            reject(m_what, "has " + std::to_string(info.end - info.begin) + " bytes, but " + nameOf(info.type) + ' ' +
                               toString(info.shape) + " takes " + (overflow ? "more" : std::to_string(bytes)) + '.');
    }

    std::string m_what;
    JsonMembers m_members;
};

void checkMetadata(const dom::element& value, const std::string& where) {
    if (value.is_null()) return;
    for (const auto& [name, text] : membersOf(value, where + ": __metadata__"))
        if (!text.is_string())
            reject(where,
                   "has " + shown(text) + " as " + inQuotes(name) + " of its __metadata__, which holds strings only.");
}

/// The tensors must follow each other from the first byte of the data to the last.
void checkTiling(const std::map<std::string, TensorInfo>& tensors, std::uint64_t dataSize, const std::string& where) {
    std::vector<std::pair<const TensorInfo*, const std::string*>> order;
    order.reserve(tensors.size());
    for (const auto& [name, info] : tensors) order.emplace_back(&info, &name);
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
        return std::pair(a.first->begin, a.first->end) < std::pair(b.first->begin, b.first->end);
    });
    std::uint64_t end = 0;
    for (const auto& [info, name] : order) {
        if (info->begin != end)
            reject(where + ": tensor " + inQuotes(*name), "begins at byte " + std::to_string(info->begin) +
                                                              " of the data, but the one before it ends at " +
                                                              std::to_string(end) + '.');
        end = info->end;
    }
    if (end != dataSize)
        reject(where, "has " + std::to_string(dataSize) + " bytes of data, but its tensors take " +
                          std::to_string(end) + (end > dataSize ? ": it is truncated, fetch it again." : "."));
}

std::uint64_t readHeaderLength(std::istream& stream, std::uint64_t fileSize, const std::string& where) {
    static_assert(std::endian::native == std::endian::little,
                  "the format is little-endian, and so are its readers here");
    std::uint64_t length = 0;
    if (fileSize < sizeof length)
        reject(where, "has " + std::to_string(fileSize) + " bytes: too short for a safetensors file.");
    stream.read(reinterpret_cast<char*>(&length), sizeof length);
    if (!stream) reject(where, "became shorter while it was read.");
    if (length > largestHeader || length > fileSize - sizeof length)
        reject(where, "is not a safetensors file, or truncated: its header would take " + std::to_string(length) +
                          " bytes, and the file has " + std::to_string(fileSize) + '.');
    if (length == 0) reject(where, "has an empty header.");
    return length;
}

} // namespace

std::string nameOf(DType type) {
    return std::string(rowOf(type).name);
}

std::uint64_t sizeOf(DType type) {
    return rowOf(type).bytes;
}

std::map<std::string, TensorInfo> readTensorHeader(std::istream& stream, std::uint64_t fileSize,
                                                   const std::string& where) {
    const std::uint64_t length = readHeaderLength(stream, fileSize, where);
    const std::uint64_t dataBegin = sizeof(std::uint64_t) + length;
    const JsonDocument header(stream, length, "the header of " + where);
    std::map<std::string, TensorInfo> tensors;
    for (const auto& [name, value] : header.members()) {
        if (name == "__metadata__")
            checkMetadata(value, where);
        else
            tensors.emplace(name, Entry(where, name, value).read());
    }
    checkTiling(tensors, fileSize - dataBegin, where);
    for (auto& [name, info] : tensors) {
        info.begin += dataBegin;
        info.end += dataBegin;
    }
    return tensors;
}

} // namespace mayfly
