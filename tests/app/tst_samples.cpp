#include "snapshot_fixture.h"

#include "app/prompt/samples.h"
#include "app/session/document.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

/// What the samples say about the built-in model, held against the built-in model.
class TestSamples : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSightIsWhereItsTokenLooks_data();
    void aSightIsWhereItsTokenLooks();
    void aHintNamesItsTokens_data() { aSightIsWhereItsTokenLooks_data(); }
    void aHintNamesItsTokens();
    void whatComesNext_data();
    void whatComesNext();
    void laterWordsChangeNoRow();
    void groupsStayTogether();

private:
    std::shared_ptr<const mayfly::Model> m_model = fixture::builtIn();
};

void TestSamples::aSightIsWhereItsTokenLooks_data() {
    QTest::addColumn<int>("index");
    const std::vector<Sample> all = samples();
    for (int i = 0; i < int(all.size()); ++i) QTest::newRow(all[std::size_t(i)].text.toUtf8().constData()) << i;
}

/// The key of a sight weighs most in its row, and enough to be seen.
void TestSamples::aSightIsWhereItsTokenLooks() {
    QFETCH(int, index);
    const Sample sample = samples().at(std::size_t(index));
    const SnapshotPtr snapshot = takeSnapshot(m_model, sample.text.toUtf8());
    QVERIFY(!sample.sights.empty());
    QVERIFY(!sample.heads.empty() && sample.heads.size() <= Document::mostHeads);
    for (const auto& [head, query, key] : sample.sights) {
        QVERIFY(std::ranges::find(sample.heads, head) != sample.heads.end());
        QVERIFY(key <= query && query < snapshot->size());
        std::vector<float> row(std::size_t(snapshot->size()));
        snapshot->trace->weights(head, query, row);
        QCOMPARE(int(std::ranges::max_element(row) - row.begin()), key);
        QVERIFY2(row[std::size_t(key)] > 0.2F, qPrintable(QString::number(double(row[std::size_t(key)]))));
        QVERIFY(!(sample.hideFirst && key == 0));
    }
}

/// A hint puts tokens in quotes: the text has all of them.
void TestSamples::aHintNamesItsTokens() {
    QFETCH(int, index);
    const Sample sample = samples().at(std::size_t(index));
    static const QRegularExpression quoted(QStringLiteral("\u201c(.+?)\u201d"));
    for (auto each = quoted.globalMatch(sample.hint); each.hasNext();) {
        const QString word = each.next().captured(1);
        if (word != QStringLiteral("wide")) QVERIFY2(sample.text.contains(word.trimmed()), qPrintable(word));
    }
}

void TestSamples::whatComesNext_data() {
    QTest::addColumn<QByteArray>("ending"); // of a sample's text
    QTest::addColumn<QByteArray>("next");
    QTest::newRow("the door") << QByteArray("shut the") << QByteArray(" door");
    QTest::newRow("induction") << QByteArray("moon green apple") << QByteArray(" river");
    QTest::newRow("who speaks") << QByteArray("said the") << QByteArray(" wolf");
}

void TestSamples::whatComesNext() {
    QFETCH(QByteArray, ending);
    QFETCH(QByteArray, next);
    for (const Sample& sample : samples()) {
        if (!sample.text.endsWith(QString::fromUtf8(ending))) continue;
        const SnapshotPtr snapshot = takeSnapshot(m_model, sample.text.toUtf8());
        const auto tokens = m_model->tokenizer()->encode(next.toStdString());
        QCOMPARE(tokens.size(), std::size_t(1));
        QCOMPARE(snapshot->next.front().id, tokens.front().id);
        return;
    }
    QFAIL("no sample ends like this");
}

/// As the sample says: the row of "it" is the same, to the bit, whether the animal was tired or the street wide.
void TestSamples::laterWordsChangeNoRow() {
    const QByteArray text("The animal didn't cross the street because it was too tired");
    const SnapshotPtr tired = takeSnapshot(m_model, text);
    const SnapshotPtr wide = takeSnapshot(m_model, QByteArray(text).replace("tired", "wide"));
    const int it = 8;
    for (int layer = 0; layer < tired->trace->layers(); ++layer)
        for (int head = 0; head < tired->trace->heads(); ++head)
            for (int key = 0; key <= it; ++key)
                QCOMPARE(tired->trace->weight({layer, head}, it, key), wide->trace->weight({layer, head}, it, key));
}

void TestSamples::groupsStayTogether() {
    QSet<QString> names, texts;
    std::optional<Sample::Group> last;
    for (const Sample& sample : samples()) {
        QVERIFY(!texts.contains(sample.text));
        texts.insert(sample.text);
        if (last == sample.group) continue;
        last = sample.group;
        QVERIFY(!names.contains(nameOf(sample.group)));
        names.insert(nameOf(sample.group));
    }
    QVERIFY(texts.size() >= 12);
}

QTEST_MAIN(TestSamples)
#include "tst_samples.moc"
