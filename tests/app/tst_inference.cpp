#include "snapshot_fixture.h"

#include "app/session/inference.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>

namespace {

/// The next answer, waited for; null after a while.
SnapshotPtr next(Inference& inference) {
    SnapshotPtr snapshot;
    static_cast<void>(QTest::qWaitFor([&] { return (snapshot = inference.take()) != nullptr; }, 20000));
    return snapshot;
}

} // namespace

class TestInference : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aQuestionIsAnswered();
    void theLatestTextWins();
    void everyTextIsAnsweredOrOvertaken();
    void tokensKeepTheirIdentity();
    void anotherModelIsAnsweredToo();
    void aFailureIsOneSentence();
    void anErrandIsCalledUntilItIsDone();
    void aQuestionInterruptsAnErrand();
    void anErrandTakesTheOthersPlace();
    void itQuitsWhileBusy();

private:
    std::shared_ptr<const mayfly::Model> m_model = fixture::builtIn();
};

void TestInference::aQuestionIsAnswered() {
    Inference inference;
    QSignalSpy answered(&inference, &Inference::answered);
    QVERIFY(!inference.take());
    inference.ask({m_model, "a cat", {}, 7});
    QTRY_COMPARE(answered.count(), 1);
    const SnapshotPtr snapshot = inference.take();
    QVERIFY(snapshot);
    QCOMPARE(snapshot->text, QByteArray("a cat"));
    QCOMPARE(snapshot->revision, quint64(7));
    QVERIFY(snapshot->milliseconds > 0);
    QVERIFY(!inference.take()); // each is taken once
}

void TestInference::theLatestTextWins() {
    Inference inference;
    for (quint64 i = 1; i <= 200; ++i) inference.ask({m_model, "a cat " + QByteArray::number(i), {}, i});
    SnapshotPtr last;
    while (!last || last->revision < 200) QVERIFY((last = next(inference)));
    QCOMPARE(last->text, QByteArray("a cat 200"));
}

void TestInference::everyTextIsAnsweredOrOvertaken() {
    Inference inference;
    std::vector<quint64> revisions;
    connect(&inference, &Inference::answered, this, [&] {
        if (const SnapshotPtr snapshot = inference.take()) revisions.push_back(snapshot->revision);
    });
    QByteArray text;
    for (quint64 i = 1; i <= 40; ++i) {
        text += "ab ";
        inference.ask({m_model, text, {}, i});
        QTest::qWait(5);
    }
    QTRY_VERIFY_WITH_TIMEOUT(!revisions.empty() && revisions.back() == 40, 20000);
    QVERIFY(std::is_sorted(revisions.begin(), revisions.end()));
    QVERIFY(std::adjacent_find(revisions.begin(), revisions.end()) == revisions.end());
}

void TestInference::tokensKeepTheirIdentity() {
    Inference inference;
    inference.ask({m_model, "one two three", {}, 1});
    const SnapshotPtr first = next(inference);
    inference.ask({m_model, "one two three four", {}, 2});
    const SnapshotPtr second = next(inference);
    QVERIFY(first && second);
    for (std::size_t i = 0; i < first->identity.size(); ++i) QCOMPARE(second->identity[i], first->identity[i]);
}

void TestInference::anotherModelIsAnsweredToo() {
    Inference inference;
    const auto other = fixture::tiny();
    inference.ask({m_model, QByteArray("a cat ").repeated(80), {}, 1});
    inference.ask({other, "The cat", {}, 2});
    SnapshotPtr last;
    while (!last || last->model != other) QVERIFY((last = next(inference)));
    QCOMPARE(last->size(), 2);
}

void TestInference::aFailureIsOneSentence() {
    const auto mute = mayfly::Model::load(MAYFLY_TEST_DATA "/tiny_gpt2_untied_bf16"); // has no tokenizer
    Inference inference;
    QSignalSpy failed(&inference, &Inference::failed);
    inference.ask({mute, "The cat", {}, 1});
    QTRY_COMPARE(failed.count(), 1);
    const QString sentence = failed.front().front().toString();
    QVERIFY2(sentence.contains(QLatin1String("tokenizer")) && !sentence.contains(u'\n'), qPrintable(sentence));
    QVERIFY(!inference.take());
    inference.ask({m_model, "a cat", {}, 2}); // life goes on
    QVERIFY(next(inference));
}

void TestInference::anErrandIsCalledUntilItIsDone() {
    Inference inference;
    std::atomic<int> calls = 0;
    inference.setErrand([&](const std::function<bool()>&) { return ++calls == 3; });
    QTRY_COMPARE(calls.load(), 3);
    inference.ask({m_model, "a cat", {}, 1});
    QVERIFY(next(inference));
    QTest::qWait(400); // longer than an errand waits
    QCOMPARE(calls.load(), 3);
}

void TestInference::aQuestionInterruptsAnErrand() {
    Inference inference;
    std::atomic<int> calls = 0;
    inference.setErrand([&](const std::function<bool()>& giveUp) {
        ++calls;
        while (!giveUp()) std::this_thread::yield();
        return false;
    });
    for (int i = 1; i <= 2; ++i) {
        QTRY_COMPARE(calls.load(), i); // it is at work, and goes on by itself for ever
        inference.ask({m_model, QByteArray("a cat ").repeated(i), {}, quint64(i)});
        QVERIFY(next(inference));
    }
    QTRY_COMPARE(calls.load(), 3); // and is then taken up again
}

void TestInference::anErrandTakesTheOthersPlace() {
    Inference inference;
    std::atomic<int> first = 0, second = 0;
    inference.setErrand([&](const std::function<bool()>& giveUp) {
        ++first;
        while (!giveUp()) std::this_thread::yield();
        return false;
    });
    QTRY_COMPARE(first.load(), 1);
    inference.setErrand([&](const std::function<bool()>&) { return ++second == 1; });
    QTRY_COMPARE(second.load(), 1);
    QTest::qWait(400);
    QCOMPARE(first.load(), 1);
}

void TestInference::itQuitsWhileBusy() {
    {
        Inference inference;
        std::atomic<bool> begun = false;
        inference.setErrand([&](const std::function<bool()>& giveUp) {
            begun = true;
            while (!giveUp()) std::this_thread::yield();
            return false;
        });
        QTRY_VERIFY(begun);
    }
    for (int i = 0; i < 5; ++i) {
        Inference inference;
        inference.ask({m_model, QByteArray("a cat ").repeated(200), {}, 1});
        QTest::qWait(i * 3);
        inference.ask({m_model, QByteArray("a hat ").repeated(200), {}, 2});
    }
}

QTEST_GUILESS_MAIN(TestInference)
#include "tst_inference.moc"
