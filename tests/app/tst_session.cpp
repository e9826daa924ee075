#include "snapshot_fixture.h"

#include "app/session/session.h"

#include <QSignalSpy>
#include <QTest>

using Heads = std::vector<mayfly::HeadIndex>;

class TestSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void typingIsOneStep();
    void aChoiceIsAStep_data();
    void aChoiceIsAStep();
    void headsStayWithinBounds();
    void theLastHeadStays();
    void aNewModelKeepsTheHeadsItHas();
    void aProbeIsOfTheModelThatIsSeen();
    void aPinSurvivesEditsElsewhere();
    void aPinGoesWithItsToken();
    void aMovedTokenStaysMoved();
    void aWordIsPinnedWhole();
    void snapshotsOfAnotherModelAreNotTaken();
    void anOpenedSessionHasNothingToUndo();
    void whatIsKeptStaysUntilItIsReleased();
    void aModelsPicturesAreNotComparedWithAnothers();
    void twoHeadsAreThere();
    void whatIsAwaitedIsKeptAndNotShown();

private:
    void show(const QString& text);

    std::shared_ptr<const mayfly::Model> m_model = fixture::tiny();
    std::unique_ptr<Session> m_session;
};

void TestSession::init() {
    m_session = std::make_unique<Session>();
    m_session->setModel(m_model);
    m_session->setHeads({{0, 0}});
    m_session->undoStack().clear();
}

/// As the window does: a text, and the engine's answer.
void TestSession::show(const QString& text) {
    m_session->setText(text);
    m_session->receive(takeSnapshot(m_model, text.toUtf8(), {}, m_session->snapshot().get()));
}

void TestSession::typingIsOneStep() {
    QSignalSpy changed(m_session.get(), &Session::documentChanged);
    for (const QString& text : {QStringLiteral("T"), QStringLiteral("Th"), QStringLiteral("The")})
        m_session->setText(text);
    QCOMPARE(changed.count(), 3);
    QCOMPARE(m_session->undoStack().count(), 1);
    m_session->undoStack().undo();
    QCOMPARE(m_session->document().text, QString());
    m_session->undoStack().redo();
    QCOMPARE(m_session->document().text, QStringLiteral("The"));
    m_session->setText(QStringLiteral("The")); // no change, no step
    QCOMPARE(m_session->undoStack().count(), 1);
}

void TestSession::aChoiceIsAStep_data() {
    QTest::addColumn<int>("choice");
    for (int choice = 0; choice < 9; ++choice) QTest::addRow("%d", choice) << choice;
}

void TestSession::aChoiceIsAStep() {
    QFETCH(int, choice);
    show(QStringLiteral("The cat"));
    const Document before = m_session->document();
    switch (choice) {
    case 0:
        m_session->setHeads({{1, 1}, {0, 1}});
        break;
    case 1:
        m_session->setLayout(graph::Layout::Columns);
        break;
    case 2:
        m_session->setTopMass(40);
        break;
    case 3:
        m_session->setHideFirst(true);
        break;
    case 4:
        m_session->setPin({1, 0, 0});
        break;
    case 5:
        m_session->setWholeWords(true);
        break;
    case 6:
        m_session->setCompare(compare::Mode::BeforeAfter);
        break;
    case 7:
        m_session->keepPicture();
        break;
    default:
        m_session->moveToken(1, {5, 6});
        break;
    }
    const Document after = m_session->document();
    QVERIFY(after != before);
    QCOMPARE(m_session->undoStack().count(), 2);
    m_session->undoStack().undo();
    QVERIFY(m_session->document() == before);
    m_session->undoStack().redo();
    QVERIFY(m_session->document() == after);
}

void TestSession::headsStayWithinBounds() {
    m_session->setHeads({{1, 0}, {2, 0}, {0, 2}, {-1, 0}, {1, 0}, {0, 1}});
    QCOMPARE(m_session->document().heads, (Heads{{1, 0}, {0, 1}}));
    m_session->setHeads({{7, 7}}); // none that the model has: nothing changes
    QCOMPARE(m_session->document().heads, (Heads{{1, 0}, {0, 1}}));
    Session unbounded; // without a model every head is believed
    Heads ten;
    for (int head = 0; head < 10; ++head) ten.push_back({0, head});
    unbounded.setHeads(ten);
    QCOMPARE(unbounded.document().heads, Heads(ten.begin(), ten.begin() + 8));
    unbounded.toggleHead({3, 3}); // a ninth is not added
    QCOMPARE(unbounded.document().heads, Heads(ten.begin(), ten.begin() + 8));
}

void TestSession::theLastHeadStays() {
    m_session->toggleHead({1, 1});
    QCOMPARE(m_session->document().heads, (Heads{{0, 0}, {1, 1}}));
    m_session->toggleHead({0, 0});
    m_session->toggleHead({1, 1});
    QCOMPARE(m_session->document().heads, (Heads{{1, 1}}));
}

void TestSession::aNewModelKeepsTheHeadsItHas() {
    Session session;
    session.setHeads({{0, 1}, {5, 5}});
    QSignalSpy changed(&session, &Session::modelChanged);
    session.setModel(m_model);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(session.document().heads, (Heads{{0, 1}}));
    QCOMPARE(session.undoStack().count(), 0);
    Session foreign;
    foreign.setHeads({{5, 5}});
    foreign.setModel(m_model);
    QCOMPARE(foreign.document().heads, (Heads{{1, 0}}));
}

void TestSession::aProbeIsOfTheModelThatIsSeen() {
    const auto probe = std::make_shared<const mayfly::HeadProbe>();
    const auto other = fixture::tiny(); // the same files, and yet another model
    QSignalSpy changed(m_session.get(), &Session::probeChanged);
    m_session->setProbe(other, probe);
    QCOMPARE(changed.count(), 0);
    m_session->setProbe(m_model, probe);
    QCOMPARE(changed.count(), 1);
    show(QStringLiteral("The cat"));
    QCOMPARE(m_session->probe(), probe);
    m_session->setModel(other);
    QVERIFY(!m_session->probe());
    m_session->setProbe(other, probe);
    QVERIFY(!m_session->probe()); // what is seen is still the model before
    m_session->receive(takeSnapshot(other, "The cat"));
    QCOMPARE(m_session->probe(), probe);
}

void TestSession::aPinSurvivesEditsElsewhere() {
    show(QStringLiteral("The cat hat"));
    m_session->setHeads({{0, 0}, {1, 1}});
    m_session->setPin({2, 1, 1});
    QCOMPARE(m_session->pinned(), (graph::Focus{2, 1, 1}));
    show(QStringLiteral("in The cat hat"));
    const int by = m_session->snapshot()->size() - 3;
    QCOMPARE(m_session->pinned(), (graph::Focus{2 + by, 1 + by, 1}));
    m_session->setHeads({{1, 1}});
    QCOMPARE(m_session->pinned(), (graph::Focus{2 + by, 1 + by, 0}));
    m_session->setPin({});
    QVERIFY(m_session->pinned().isNone());
    QVERIFY(!m_session->document().pin);
}

void TestSession::aPinGoesWithItsToken() {
    for (const graph::Focus& focus : {graph::Focus{2, -1, -1}, graph::Focus{2, 0, 0}}) {
        show(QStringLiteral("The cat hat"));
        m_session->setPin(focus);
        QCOMPARE(m_session->pinned(), focus);
        show(QStringLiteral("The cat"));
        QVERIFY(m_session->pinned().isNone());
    }
}

void TestSession::aMovedTokenStaysMoved() {
    show(QStringLiteral("The cat"));
    const quint64 cat = m_session->snapshot()->identity[1];
    for (int step = 1; step <= 3; ++step) m_session->moveToken(1, QPointF(step, 0));
    QCOMPARE(m_session->document().moved.value(cat), QPointF(3, 0));
    QCOMPARE(m_session->undoStack().count(), 2); // a drag is one step
    m_session->moveToken(2, {1, 1});             // there is no such token
    QCOMPARE(m_session->document().moved.size(), 1);
    m_session->setLayout(graph::Layout::Columns); // places of one layout mean nothing in another
    QVERIFY(m_session->document().moved.isEmpty());
}

void TestSession::aWordIsPinnedWhole() {
    show(QStringLiteral("The dog cat")); // the tiny model spells the dog: a space, and letters
    const auto& word = m_session->snapshot()->words.at(2);
    QVERIFY(word.end - word.begin > 1);
    const graph::Focus middle{int(word.begin) + 1, -1, -1};
    QCOMPARE(m_session->grouped(middle), middle);
    m_session->setWholeWords(true);
    const graph::Focus whole{int(word.begin), -1, -1, int(word.end)};
    QCOMPARE(m_session->grouped(middle), whole);
    QCOMPARE(m_session->grouped({0, -1, -1}), (graph::Focus{0, -1, -1}));
    QCOMPARE(m_session->grouped({1, 0, 0}), (graph::Focus{1, 0, 0}));
    m_session->setPin(m_session->grouped(middle));
    QCOMPARE(m_session->pinned(), whole);
    m_session->setWholeWords(false);
    QCOMPARE(m_session->pinned(), (graph::Focus{int(word.begin), -1, -1}));
}

void TestSession::snapshotsOfAnotherModelAreNotTaken() {
    show(QStringLiteral("The cat"));
    const SnapshotPtr shown = m_session->snapshot();
    QSignalSpy changed(m_session.get(), &Session::snapshotChanged);
    m_session->receive(takeSnapshot(fixture::tiny(), "The"));
    m_session->receive(nullptr);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(m_session->snapshot(), shown);
}

void TestSession::anOpenedSessionHasNothingToUndo() {
    show(QStringLiteral("The cat"));
    Document document = m_session->document();
    document.text = QStringLiteral("The hat");
    m_session->reset(document);
    QCOMPARE(m_session->document().text, QStringLiteral("The hat"));
    QVERIFY(!m_session->undoStack().canUndo());
    QVERIFY(m_session->undoStack().isClean());
}

void TestSession::whatIsKeptStaysUntilItIsReleased() {
    m_session->keepPicture();
    QVERIFY(!m_session->document().kept); // nothing is there yet
    show(QStringLiteral("The cat"));
    const SnapshotPtr kept = m_session->snapshot();
    m_session->keepPicture();
    QCOMPARE(m_session->document().comparing(), compare::Mode::Difference);
    show(QStringLiteral("The hat sat"));
    QCOMPARE(m_session->document().kept, kept);
    QVERIFY(m_session->snapshot() != kept);
    m_session->setCompare(compare::Mode::BeforeAfter); // keeps no other
    QCOMPARE(m_session->document().kept, kept);
    m_session->keepPicture(); // two texts are compared as they were
    QCOMPARE(m_session->document().kept, m_session->snapshot());
    QCOMPARE(m_session->document().comparing(), compare::Mode::BeforeAfter);
    m_session->undoStack().undo();
    QCOMPARE(m_session->document().kept, kept);
    m_session->releaseKept();
    QVERIFY(!m_session->document().kept);
    QCOMPARE(m_session->document().comparing(), compare::Mode::Off);
}

void TestSession::aModelsPicturesAreNotComparedWithAnothers() {
    show(QStringLiteral("The cat"));
    m_session->keepPicture();
    const auto other = fixture::tiny();
    m_session->setModel(other);
    QVERIFY(!m_session->document().kept);
    QCOMPARE(m_session->document().compare, compare::Mode::Off);
    // What is still seen is the old model's picture.
    m_session->keepPicture();
    m_session->setCompare(compare::Mode::BeforeAfter);
    QVERIFY(!m_session->document().kept);
    QCOMPARE(m_session->document().compare, compare::Mode::Off);
    m_session->receive(takeSnapshot(other, "The cat"));
    m_session->keepPicture();
    QCOMPARE(m_session->document().kept, m_session->snapshot());
}

void TestSession::twoHeadsAreThere() {
    m_session->setHeads({{1, 1}});
    m_session->setCompare(compare::Mode::Heads);
    QCOMPARE(m_session->document().heads, (Heads{{1, 1}, {1, 0}})); // the next of its layer
    QCOMPARE(m_session->document().comparing(), compare::Mode::Heads);
    m_session->setHeads({{0, 0}, {0, 1}, {1, 1}});
    QCOMPARE(m_session->document().shownHeads(), (Heads{{0, 0}, {0, 1}}));
    m_session->setHeads({{0, 0}});
    QCOMPARE(m_session->document().comparing(), compare::Mode::Off);
    QVERIFY(m_session->document().isGraphAlone());
}

void TestSession::whatIsAwaitedIsKeptAndNotShown() {
    show(QStringLiteral("The cat"));
    const SnapshotPtr live = m_session->snapshot();
    m_session->awaitKept(QStringLiteral("The hat"));
    QCOMPARE(m_session->wantedText(), QStringLiteral("The hat"));
    m_session->receive(takeSnapshot(m_model, "The")); // an answer to what was asked before
    QCOMPARE(m_session->snapshot(), live);
    QSignalSpy changed(m_session.get(), &Session::documentChanged);
    const SnapshotPtr kept = takeSnapshot(m_model, "The hat");
    m_session->receive(kept);
    QCOMPARE(m_session->document().kept, kept);
    QCOMPARE(m_session->snapshot(), live);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_session->wantedText(), QStringLiteral("The cat"));
    m_session->awaitKept(QStringLiteral("beyond the engine"));
    m_session->giveUpWanted();
    QCOMPARE(m_session->wantedText(), QStringLiteral("The cat"));
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
