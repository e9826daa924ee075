#include "app/window/translators.h"

#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include <vector>

namespace {

struct Message {
    QString source;
    bool finished = true;
    bool plural = false;
    QStringList forms; ///< one, or one for each number that the language tells apart
};

void readTranslation(QXmlStreamReader& xml, Message& message) {
    message.finished = !xml.attributes().hasAttribute(QLatin1String("type"));
    if (!message.plural) {
        message.forms.append(xml.readElementText());
        return;
    }
    while (xml.readNextStartElement()) message.forms.append(xml.readElementText());
}

Message readMessage(QXmlStreamReader& xml) {
    Message message;
    message.plural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source"))
            message.source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation"))
            readTranslation(xml, message);
        else
            xml.skipCurrentElement();
    }
    return message;
}

std::vector<Message> messagesOf(const char* language) {
    QFile file(QStringLiteral(MAYFLY_RESOURCES "/../translations/mayfly_%1.ts").arg(QLatin1String(language)));
    std::vector<Message> messages;
    if (!file.open(QIODevice::ReadOnly)) return messages;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("message"))
            messages.push_back(readMessage(xml));
    return xml.hasError() ? std::vector<Message>() : messages;
}

/// All that `pattern` finds in `text`, sorted.
QStringList found(const QString& text, const char* pattern) {
    const QRegularExpression expression(QString::fromLatin1(pattern));
    QStringList all;
    for (auto at = expression.globalMatch(text); at.hasNext();) all.append(at.next().captured());
    all.sort();
    return all;
}

} // namespace

class TestTranslation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void german_data();
    void german();
    void english_has_plurals();
    void numbers_follow_the_words_data();
    void numbers_follow_the_words();
    void is_linked_in();
};

void TestTranslation::german_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<bool>("finished");
    QTest::addColumn<bool>("plural");
    QTest::addColumn<QStringList>("forms");
    const std::vector<Message> messages = messagesOf("de");
    QVERIFY(!messages.empty());
    int row = 0;
    for (const Message& each : messages)
        QTest::addRow("%d %s", row++, qPrintable(each.source.left(40).simplified()))
            << each.source << each.finished << each.plural << each.forms;
}

void TestTranslation::german() {
    QFETCH(QString, source);
    QFETCH(bool, finished);
    QFETCH(bool, plural);
    QFETCH(QStringList, forms);
    QVERIFY(finished);
    QCOMPARE(forms.size(), plural ? 2 : 1);
    for (const QString& form : forms) {
        QVERIFY(!form.isEmpty());
        for (const char* pattern : {"%L?[1-9n]", "</?[a-z0-9]+>", "--[a-z-]+"})
            QCOMPARE(found(form, pattern), found(source, pattern));
        QCOMPARE(found(form, "&\\w").size(), found(source, "&\\w").size());
    }
}

void TestTranslation::english_has_plurals() {
    const std::vector<Message> messages = messagesOf("en");
    QVERIFY(!messages.empty());
    for (const Message& each : messages) {
        if (!each.plural) continue;
        QVERIFY2(each.finished && each.forms.size() == 2, qPrintable(each.source));
        for (const QString& form : each.forms) {
            QVERIFY2(!form.isEmpty() && !form.contains(QLatin1String("(s)")), qPrintable(each.source));
            QCOMPARE(found(form, "%L?[1-9n]"), found(each.source, "%L?[1-9n]"));
        }
    }
}

void TestTranslation::numbers_follow_the_words_data() {
    QTest::addColumn<QByteArray>("numeric");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("written");
    QTest::newRow("nobody chose") << QByteArray() << QStringLiteral("de") << QStringLiteral("0,5");
    QTest::newRow("a system's default") << QByteArray("C.UTF-8") << QStringLiteral("de") << QStringLiteral("0,5");
    QTest::newRow("chosen") << QByteArray("de_CH.UTF-8") << QStringLiteral("de_CH") << QStringLiteral("0.5");
    QTest::newRow("English") << QByteArray() << QStringLiteral("en") << QStringLiteral("0.5");
}

void TestTranslation::numbers_follow_the_words() {
    QFETCH(QByteArray, numeric);
    QFETCH(QString, language);
    for (const char* variable : {"LC_ALL", "LANG"}) qunsetenv(variable);
    qputenv("LC_NUMERIC", numeric);
    // What a system without a language of its own has: words of one locale, and another's numbers.
    QLocale::setDefault(QLocale(language == QLatin1String("de") ? QStringLiteral("de_CH") : language));
    const Translators translators;
    QTEST(QLocale().toString(0.5), "written");
    QLocale::setDefault(QLocale::c());
}

void TestTranslation::is_linked_in() {
    QTranslator words;
    QVERIFY(words.load(QLocale(QLocale::German), QStringLiteral("mayfly"), QStringLiteral("_"), QStringLiteral(":/i18n")));
    QCOMPARE(words.translate("Actions", "&File"), QStringLiteral("&Datei"));
    QCOMPARE(words.translate("MainWindow", "%n more do(es) not fit", nullptr, 1), QStringLiteral("%n weiteres passt nicht"));
    QCOMPARE(words.translate("MainWindow", "%n more do(es) not fit", nullptr, 2), QStringLiteral("%n weitere passen nicht"));
    // lupdate reads more digits after \u than C++ does: these must be written so that both read the same.
    QVERIFY(!words.translate("Chain", "1 \u00f7 \u221a" "d, d being the width of a query").isEmpty());
    QVERIFY(!words.translate("Samples", "\u201chis\u201d looks at \u201c" "cat\u201d").isEmpty());
}

QTEST_GUILESS_MAIN(TestTranslation)
#include "tst_translation.moc"
