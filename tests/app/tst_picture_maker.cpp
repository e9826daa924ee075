#include "snapshot_fixture.h"

#include "app/graph/picture_maker.h"

#include <QSignalSpy>
#include <QTest>

using graph::PicturePtr;
using graph::PictureRequest;

class TestPictureMaker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRequestBecomesAPicture();
    void theLatestRequestWins();
    void itMorphsFromOneToTheNext();
    void withReducedMotionItDoesNot();
    void nothingToDrawIsNotAsked();
    void itQuitsWhileBusy();

private:
    PictureRequest request(int tokens) const;

    std::shared_ptr<const mayfly::Model> m_model = fixture::builtIn();
};

PictureRequest TestPictureMaker::request(int tokens) const {
    PictureRequest request;
    request.snapshot = fixture::snapshotOf(m_model, tokens);
    request.choice.heads = {{0, 0}};
    request.size = {400, 300};
    request.morphs = false;
    return request;
}

namespace {

/// Pictures as they come, up to the one at rest of that many tokens.
std::vector<PicturePtr> picturesUntil(graph::PictureMaker& maker, std::size_t tokens) {
    std::vector<PicturePtr> all;
    static_cast<void>(QTest::qWaitFor(
        [&] {
            if (PicturePtr picture = maker.take()) all.push_back(std::move(picture));
            return !all.empty() && all.back()->settled && all.back()->scene->nodes.size() == tokens;
        },
        20000));
    return all;
}

} // namespace

void TestPictureMaker::aRequestBecomesAPicture() {
    graph::PictureMaker maker;
    QSignalSpy ready(&maker, &graph::PictureMaker::ready);
    PictureRequest asked = request(5);
    asked.scale = 2;
    asked.look.focus = {3, -1, -1};
    maker.request(asked);
    QTRY_COMPARE(ready.count(), 1);
    const PicturePtr picture = maker.take();
    QVERIFY(picture && picture->settled);
    QCOMPARE(picture->image.size(), QSize(800, 600));
    QCOMPARE(picture->snapshot, asked.snapshot);
    QCOMPARE(picture->scene->area, asked.size);
    QVERIFY(!picture->readings.empty() && picture->readings.front().begin == 3);
    QVERIFY(!maker.take());
}

void TestPictureMaker::theLatestRequestWins() {
    graph::PictureMaker maker;
    for (int tokens = 1; tokens <= 20; ++tokens) maker.request(request(tokens));
    const auto pictures = picturesUntil(maker, 20);
    QVERIFY(!pictures.empty());
    QCOMPARE(pictures.back()->scene->nodes.size(), std::size_t(20));
}

void TestPictureMaker::itMorphsFromOneToTheNext() {
    graph::PictureMaker maker;
    PictureRequest first = request(3);
    maker.request(first);
    QVERIFY(!picturesUntil(maker, 3).empty());
    PictureRequest second = request(0);
    second.snapshot = takeSnapshot(m_model, "The the the cat", {}, first.snapshot.get());
    second.morphs = true;
    maker.request(second);
    const std::size_t tokens = second.snapshot->tokens.size();
    const auto pictures = picturesUntil(maker, tokens);
    QVERIFY(pictures.size() > 1);
    QVERIFY(!pictures.front()->settled && pictures.back()->settled);
    QVERIFY(pictures.front()->scene->nodes.back().presence < 1);
    QCOMPARE(pictures.back()->scene->nodes.back().presence, 1.0);
}

void TestPictureMaker::withReducedMotionItDoesNot() {
    graph::PictureMaker maker;
    maker.request(request(3));
    QVERIFY(!picturesUntil(maker, 3).empty());
    maker.request(request(4));
    QCOMPARE(picturesUntil(maker, 4).size(), std::size_t(1));
    PictureRequest larger = request(4); // what has another size does not move either
    larger.size = {500, 300};
    larger.morphs = true;
    maker.request(larger);
    const auto pictures = picturesUntil(maker, 4);
    QCOMPARE(pictures.size(), std::size_t(1));
    QCOMPARE(pictures.front()->image.width(), 500);
}

void TestPictureMaker::nothingToDrawIsNotAsked() {
    graph::PictureMaker maker;
    QSignalSpy ready(&maker, &graph::PictureMaker::ready);
    maker.request({});
    PictureRequest flat = request(3);
    flat.size = {0, 300};
    maker.request(flat);
    maker.request(request(2));
    QVERIFY(!picturesUntil(maker, 2).empty());
    QTRY_COMPARE(ready.count(), 1); // the picture may be taken before its signal is delivered
}

void TestPictureMaker::itQuitsWhileBusy() {
    for (int i = 0; i < 3; ++i) {
        graph::PictureMaker maker;
        maker.request(request(200));
        maker.request(request(300));
    }
}

QTEST_MAIN(TestPictureMaker)
#include "tst_picture_maker.moc"
