#include "engine/model/fingerprint.h"

#include "engine/error.h"

#include "model_files.h"

#include <QTest>

#include <set>

using mayfly::fingerprintOf;
using modelfiles::Folder;

namespace {

/// A folder that has everything, with weights of several blocks.
QByteArray weights() {
    QByteArray bytes(200'000, '\0');
    for (qsizetype i = 0; i < bytes.size(); ++i) bytes[i] = char(i * 7 + i / 251);
    return bytes;
}

void fill(const Folder& folder, const QByteArray& data = weights()) {
    folder.write("config.json", "{\"model_type\": \"gpt2\"}");
    folder.write("model.safetensors", data);
    folder.write("vocab.json", "{}");
}

} // namespace

class TestFingerprint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameFilesTheSameDigits() {
        const Folder one;
        const Folder other;
        fill(one);
        fill(other);
        const auto digits = fingerprintOf(one.root());
        QVERIFY(digits && digits->size() == 32);
        QVERIFY(digits->find_first_not_of("0123456789abcdef") == std::string::npos);
        QCOMPARE(*fingerprintOf(other.root()), *digits);
    }

    void anyByteCounts_data() {
        QTest::addColumn<qsizetype>("at");
        for (const qsizetype at : {0, 31, 32, 65'535, 65'536, 131'072, 199'998, 199'999})
            QTest::addRow("%lld", qlonglong(at)) << at;
    }
    void anyByteCounts() {
        QFETCH(qsizetype, at);
        const Folder one;
        const Folder other;
        fill(one);
        QByteArray changed = weights();
        changed[at] = char(changed[at] ^ 1);
        fill(other, changed);
        QVERIFY(*fingerprintOf(one.root()) != *fingerprintOf(other.root()));
    }

    void everyFileCounts() {
        std::set<std::string> all;
        const Folder folder;
        const auto note = [&] { all.insert(*fingerprintOf(folder.root())); };
        fill(folder);
        note();
        folder.write("config.json", "{\"model_type\":  \"gpt2\"}");
        note();
        folder.write("merges.txt", "");
        note();
        folder.write("tokenizer.json", "{}");
        note();
        folder.write("model.safetensors", weights() + '\0'); // as long as zeros would fill it up
        note();
        folder.write("README.md", "of no account");
        note();
        QCOMPARE(all.size(), std::size_t(5));
    }

    void itCanBeGivenUp() {
        const Folder folder;
        fill(folder);
        int asked = 0;
        QVERIFY(!fingerprintOf(folder.root(), [&] { return ++asked == 3; }));
        QCOMPARE(asked, 3);
    }

    void withoutWeights() {
        const Folder folder;
        folder.write("config.json", "{}");
        QCOMPARE(modelfiles::outcomeOf([&] { fingerprintOf(folder.root()); }).kind, QByteArray("NotFound"));
    }
};

QTEST_GUILESS_MAIN(TestFingerprint)
#include "tst_fingerprint.moc"
