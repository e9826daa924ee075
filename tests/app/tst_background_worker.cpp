#include "app/snapshot/background_worker.h"

#include <QTest>

#include <memory>
#include <stdexcept>

using Numbers = BackgroundWorker<int>;

class TestBackgroundWorker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsUnderWayIsFinished() {
        int done = 0;
        Mailbox<int> begun;
        {
            Numbers worker([&](std::optional<int>& order) {
                begun.put(*order);
                QTest::qSleep(20);
                done = *order;
                return Numbers::Patience();
            });
            worker.put(1);
            std::optional<int> order;
            begun.wait(order);
        }
        QCOMPARE(done, 1);
    }

    void anOrderThatFailsCostsNoOther() {
        Mailbox<int> answers;
        Numbers worker([&](std::optional<int>& order) {
            answers.put(*order);
            if (*order == 1) throw std::runtime_error("one is not done");
            return Numbers::Patience();
        });
        QTest::ignoreMessage(QtWarningMsg, "one is not done");
        std::optional<int> answer;
        worker.put(1);
        answers.wait(answer);
        QCOMPARE(answer, std::optional(1));
        worker.put(2);
        answers.wait(answer);
        QCOMPARE(answer, std::optional(2));
    }

    void itIsCalledWithoutAnOrderWhenItsPatienceIsOver() {
        Mailbox<bool> calls;
        Numbers worker([&, left = 2](std::optional<int>& order) mutable {
            calls.put(order.has_value());
            if (!order) --left;
            return left > 0 ? Numbers::Patience(0) : Numbers::Patience();
        });
        worker.put(1);
        int without = 0;
        for (std::optional<bool> call; without == 0 && calls.wait(call);) without += *call ? 0 : 1;
        QCOMPARE(without, 1);
    }

    void whatTheWorkHoldsIsLetGoOfWithIt() {
        auto held = std::make_shared<int>(1);
        const std::weak_ptr<int> watched = held;
        { Numbers worker([held = std::move(held)](std::optional<int>&) { return Numbers::Patience(*held); }); }
        QVERIFY(watched.expired());
    }
};

QTEST_APPLESS_MAIN(TestBackgroundWorker)
#include "tst_background_worker.moc"
