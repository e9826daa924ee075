#include "app/command/reporting.h"

#include "app/command/command_line.h"
#include "app/command/output.h"
#include "engine/files/in_quotes.h"

#include <QCoreApplication>

#include <cstdio>
#include <exception>
#include <new>
#include <string_view>

namespace command {

namespace {

void complainBytes(std::string_view sentence) {
    const char* program = sentence.starts_with("mayfly ") ? "" : "mayfly: ";
    std::fprintf(stderr, "%s%s\n", program, mayfly::inSentence(sentence).c_str());
}

} // namespace

void complain(const QString& sentence) {
    complainBytes(sentence.toStdString());
}

int reporting(const std::function<void()>& work) {
    try {
        work();
        return 0;
    } catch (const std::bad_alloc&) {
        complain(QCoreApplication::translate("command", "there is not enough memory for this."));
    } catch (const std::exception& error) {
        complainBytes(error.what());
    }
    return 1;
}

int run(const Print& request) {
    return reporting([&] {
        Output output(QStringLiteral("-"));
        output.write(request.text.toStdString());
        output.commit();
    });
}

int run(const Wrong& request) {
    complain(request.sentence);
    return request.code;
}

} // namespace command
