#include "engine/forward/forward.h"
#include "engine/model/model.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace mayfly;

/// What the built-in model's page promises of it.
class TestBuiltIn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHeadLooksThere_data();
    void aHeadLooksThere();
    void aHeadRestsOnTheFirstToken();
    void everydayWordsAreOneToken_data();
    void everydayWordsAreOneToken();
    void theSampleSentenceIsShort();
    void itIsSmall();

private:
    std::vector<TokenId> repeatedTokens(unsigned seed) const;
    double meanWeight(HeadIndex head, int offset) const;

    static constexpr int period = 25;
    static constexpr int repeats = 3;
    std::filesystem::path m_folder = std::filesystem::path(MAYFLY_RESOURCES) / "built-in";
    std::shared_ptr<const Model> m_model = Model::load(m_folder);
};

/// 25 different random tokens, three times over.
std::vector<TokenId> TestBuiltIn::repeatedTokens(unsigned seed) const {
    std::vector<TokenId> all(std::size_t(m_model->config().vocab));
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = TokenId(i);
    std::mt19937 random(seed);
    for (std::size_t i = 0; i < std::size_t(period); ++i) std::swap(all[i], all[i + random() % (all.size() - i)]);
    std::vector<TokenId> ids;
    for (int i = 0; i < period * repeats; ++i) ids.push_back(all[std::size_t(i % period)]);
    return ids;
}

/// The weight at one offset from the query, over the queries of the second and third repeat of three seeds.
double TestBuiltIn::meanWeight(HeadIndex head, int offset) const {
    double sum = 0;
    for (const unsigned seed : {1U, 2U, 3U}) {
        const auto trace = forward(*m_model, repeatedTokens(seed));
        for (int query = period; query < period * repeats; ++query)
            sum += double(trace->weight(head, query, query + offset));
    }
    return sum / (3 * period * (repeats - 1));
}

void TestBuiltIn::aHeadLooksThere_data() {
    QTest::addColumn<int>("layer");
    QTest::addColumn<int>("head");
    QTest::addColumn<int>("offset");
    QTest::addColumn<double>("least");
    QTest::newRow("previous token") << 0 << 1 << -1 << 0.9;
    QTest::newRow("two tokens back") << 0 << 3 << -2 << 0.85;
    QTest::newRow("induction") << 2 << 0 << 1 - period << 0.65;
    QTest::newRow("induction, another") << 2 << 7 << 1 - period << 0.5;
    QTest::newRow("duplicate token") << 0 << 4 << -period << 0.45;
}

void TestBuiltIn::aHeadLooksThere() {
    QFETCH(int, layer);
    QFETCH(int, head);
    QFETCH(int, offset);
    QFETCH(double, least);
    const double weight = meanWeight({layer, head}, offset);
    QVERIFY2(weight > least, qPrintable(QString::number(weight)));
}

void TestBuiltIn::aHeadRestsOnTheFirstToken() {
    const auto trace = forward(*m_model, repeatedTokens(1));
    double sum = 0;
    for (int query = 1; query < trace->tokens(); ++query) sum += double(trace->weight({1, 6}, query, 0));
    QVERIFY2(sum / (trace->tokens() - 1) > 0.9, qPrintable(QString::number(sum / (trace->tokens() - 1))));
}

void TestBuiltIn::everydayWordsAreOneToken_data() {
    QTest::addColumn<QByteArray>("word");
    for (const char* word : {" the", " little", " girl", " mother", " horse", " black", " looked", " said", " nothing",
                             " house", " door", " king", " three", " because", "Once", "The"})
        QTest::newRow(word) << QByteArray(word);
}

void TestBuiltIn::everydayWordsAreOneToken() {
    QFETCH(QByteArray, word);
    QCOMPARE(m_model->tokenizer()->encode(word.toStdString()).size(), std::size_t(1));
}

void TestBuiltIn::theSampleSentenceIsShort() {
    const auto tokens = m_model->tokenizer()->encode(
        "The little girl looked at the great black horse and said nothing to her mother");
    QVERIFY(tokens.size() <= 18);
}

void TestBuiltIn::itIsSmall() {
    qint64 bytes = 0;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder))
        if (entry.is_regular_file()) bytes += qint64(entry.file_size());
    QVERIFY(bytes < 30'000'000);
}

QTEST_MAIN(TestBuiltIn)
#include "tst_built_in.moc"
