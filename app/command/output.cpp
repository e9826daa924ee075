#include "app/command/output.h"

#include "engine/error.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

#include <cstdio>

namespace command {

Output::Output(const QString& file) {
    if (file == QLatin1String("-")) {
        m_name = QCoreApplication::translate("command", "standard output");
        auto standard = std::make_unique<QFile>();
        const bool open = standard->open(stdout, QIODevice::WriteOnly);
        m_device = std::move(standard);
        if (!open) fail();
    } else {
        m_name = file;
        m_device = std::make_unique<QSaveFile>(file);
        if (!m_device->open(QIODevice::WriteOnly)) fail();
    }
}

Output::~Output() = default;

void Output::write(std::string_view bytes) {
    if (m_device->write(bytes.data(), qint64(bytes.size())) != qint64(bytes.size())) fail();
}

void Output::commit() {
    auto* file = qobject_cast<QSaveFile*>(m_device.get());
    if (!(file != nullptr ? file->commit() : m_device->flush())) fail();
}

void Output::fail() const {
    const QString sentence = QCoreApplication::translate("command", "cannot write %1: %2.");
    throw mayfly::Error(mayfly::ErrorKind::Unsupported, sentence.arg(m_name, m_device->errorString()).toStdString());
}

} // namespace command
