#include "engine/text/mapped_text.h"

namespace mayfly {

MappedText MappedText::part(std::size_t from, std::size_t to) const {
    MappedText part(std::string_view(m_text).substr(from, to - from), originOf(from));
    const auto origin = m_origins.begin();
    if (!m_origins.empty()) part.m_origins.assign(origin + std::ptrdiff_t(from), origin + std::ptrdiff_t(to));
    part.m_end = originOf(to);
    return part;
}

MappedTextWriter::MappedTextWriter(const MappedText& from) : m_from(from) {
    m_to.m_text.reserve(from.text().size());
    m_to.m_origins.reserve(from.text().size());
}

void MappedTextWriter::keep(std::size_t begin, std::size_t end) {
    m_to.m_text.append(m_from.text(), begin, end - begin);
    for (std::size_t at = begin; at < end; ++at) m_to.m_origins.push_back(m_from.originOf(at));
}

void MappedTextWriter::replace(std::size_t begin, std::size_t end, std::string_view written) {
    if (written.empty()) return;
    m_to.m_text.append(written);
    m_to.m_origins.push_back(m_from.originOf(begin));
    m_to.m_origins.insert(m_to.m_origins.end(), written.size() - 1, m_from.originOf(end));
}

MappedText MappedTextWriter::take() {
    m_to.m_begin = m_from.m_begin;
    m_to.m_end = m_from.m_end;
    return std::move(m_to);
}

} // namespace mayfly
