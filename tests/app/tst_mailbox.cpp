#include "app/snapshot/mailbox.h"

#include <QTest>

#include <memory>
#include <thread>

class TestMailbox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsNewerReplacesWhatWaits() {
        Mailbox<int> box;
        QVERIFY(box.put(1));
        QVERIFY(!box.put(2)); // who takes has been told already
        QCOMPARE(box.take(), std::optional(2));
        QCOMPARE(box.take(), std::optional<int>());
        QVERIFY(box.put(3));
    }

    void waitingLetsGoOfTheLastValueFirst() {
        Mailbox<std::shared_ptr<int>> box;
        box.put(std::make_shared<int>(1));
        std::optional<std::shared_ptr<int>> value;
        QVERIFY(box.wait(value));
        const std::weak_ptr<int> last = *value;
        QVERIFY(!last.expired());
        QVERIFY(box.wait(value, std::chrono::milliseconds(0)));
        QVERIFY(!value);
        QVERIFY(last.expired());
    }

    void aWaitingThreadIsWokenByAValueAndByTheEnd() {
        Mailbox<int> box;
        Mailbox<int> answers;
        std::thread reader([&] {
            for (std::optional<int> value; box.wait(value);) answers.put(*value + 1);
        });
        box.put(1);
        std::optional<int> answer;
        answers.wait(answer);
        box.close();
        reader.join();
        QCOMPARE(answer, std::optional(2));
    }

    void nobodyWaitsAtAClosedBox() {
        Mailbox<int> box;
        box.close();
        std::optional<int> value;
        QVERIFY(!box.wait(value));
    }
};

QTEST_APPLESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
