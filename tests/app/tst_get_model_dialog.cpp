#include "fake_hub.h"
#include "snapshot_fixture.h"

#include "app/getting/get_model_dialog.h"
#include "app/getting/offer_list.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using fakehub::Answer;
using fakehub::Hub;
using fakehub::Request;
using getting::GetModelDialog;
using getting::OfferList;

class TestGetModelDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsOnOfferFillsTheName();
    void enterGetsWhatIsNamed();
    void enterInTheListGetsOnce();
    void stoppingKeepsWhatCame();
    void whatIsHereIsOpened();
    void failuresAreOneSentence_data();
    void failuresAreOneSentence();
    void closingLetsItGoOn();

private:
    QLineEdit& name() const { return *m_dialog->findChild<QLineEdit*>(); }
    QPushButton& button(const QString& part) const;
    bool says(const QString& part) const;
    /// Of the weights, while they are not whole.
    qint64 arrivedBytes() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Hub> m_hub;
    std::unique_ptr<GetModelDialog> m_dialog;
};

void TestGetModelDialog::init() {
    for (const char* each : {"http_proxy", "https_proxy", "all_proxy", "no_proxy", "HF_TOKEN", "HF_HUB_OFFLINE"})
        qunsetenv(each);
    m_folder = std::make_unique<QTemporaryDir>();
    m_hub = std::make_unique<Hub>(fixture::tinyFolder());
    qputenv("HF_ENDPOINT", m_hub->server.url().toUtf8());
    qputenv("HF_HUB_CACHE", m_folder->path().toUtf8());
    m_dialog = std::make_unique<GetModelDialog>();
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void TestGetModelDialog::cleanup() {
    m_dialog.reset(); // stops what runs while its server is there
}

QPushButton& TestGetModelDialog::button(const QString& part) const {
    for (QPushButton* each : m_dialog->findChildren<QPushButton*>())
        if (each->text().contains(part)) return *each;
    qFatal("there is no button %s", qPrintable(part));
}

bool TestGetModelDialog::says(const QString& part) const {
    for (const QLabel* label : m_dialog->findChildren<QLabel*>())
        if (label->text().contains(part)) return true;
    return false;
}

qint64 TestGetModelDialog::arrivedBytes() const {
    const QByteArray checksum = m_hub->checksum("model.safetensors");
    return QFileInfo(m_folder->filePath(QStringLiteral("models--some--model/blobs/%1.incomplete").arg(QLatin1String(checksum))))
        .size();
}

void TestGetModelDialog::whatIsOnOfferFillsTheName() {
    const auto* offers = m_dialog->findChild<OfferList*>();
    QVERIFY(offers->topLevelItemCount() >= 5);
    for (int row = 0; row < offers->topLevelItemCount(); ++row)
        for (int column = 0; column < 4; ++column) QVERIFY(!offers->topLevelItem(row)->text(column).isEmpty());
    QTest::keyClick(m_dialog->findChild<OfferList*>(), Qt::Key_Down);
    QCOMPARE(name().text(), offers->currentItem()->text(0));
    name().setText(QStringLiteral("not a name"));
    QVERIFY(!button(QStringLiteral("Get")).isEnabled());
}

void TestGetModelDialog::enterGetsWhatIsNamed() {
    QSignalSpy arrived(m_dialog.get(), &GetModelDialog::arrived);
    name().setText(QStringLiteral("some/model"));
    QTest::keyClick(&name(), Qt::Key_Return);
    QTRY_COMPARE(arrived.count(), 1);
    QCOMPARE(arrived.front().front().toString(), QStringLiteral("some/model"));
    QVERIFY(says(QStringLiteral("some/model is here.")));
    QVERIFY(m_dialog->isVisible());
    QVERIFY(!m_dialog->findChild<QProgressBar*>()->isVisible());
}

void TestGetModelDialog::enterInTheListGetsOnce() {
    m_hub->server.answer = [](const Request&) { return Answer{200, {}, QByteArray(10, ' '), -1, 0}; };
    QTest::keyClick(m_dialog->findChild<OfferList*>(), Qt::Key_Down);
    QTest::keyClick(m_dialog->findChild<OfferList*>(), Qt::Key_Return);
    QVERIFY(m_dialog->isRunning());
    QVERIFY(m_dialog->isVisible());
}

void TestGetModelDialog::stoppingKeepsWhatCame() {
    m_hub->spoilBlob = [](const Request&, Answer& answer) { answer.stallAfter = answer.body.size() / 2; };
    name().setText(QStringLiteral("some/model"));
    button(QStringLiteral("Get")).click();
    QTRY_VERIFY(arrivedBytes() > 0);
    QVERIFY(!name().isEnabled());
    button(QStringLiteral("Stop")).click();
    QTRY_VERIFY(says(QStringLiteral("is kept")));
    QVERIFY(!m_dialog->isRunning());
    QSignalSpy arrived(m_dialog.get(), &GetModelDialog::arrived);
    m_hub->spoilBlob = {};
    m_hub->storage.requests.clear();
    button(QStringLiteral("Get")).click();
    QTRY_COMPARE(arrived.count(), 1);
    for (const Request& request : m_hub->storage.requests) // it goes on where it stopped
        QVERIFY(request.verb == "HEAD" || request.from() > 0);
}

void TestGetModelDialog::whatIsHereIsOpened() {
    mayfly::FoundModel here;
    here.name = "some/model";
    m_dialog->setFound({here});
    name().setText(QStringLiteral("some/model"));
    QSignalSpy asked(m_dialog.get(), &GetModelDialog::openAsked);
    button(QStringLiteral("Open")).click();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.front().front().toString(), QStringLiteral("some/model"));
    QVERIFY(!m_dialog->isVisible());
    QVERIFY(m_hub->server.requests.isEmpty());
}

void TestGetModelDialog::failuresAreOneSentence_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("part");
    QTest::newRow("no such model") << "some/other" << QByteArray() << QByteArray() << "some/other";
    QTest::newRow("offline") << "some/model" << QByteArray("HF_HUB_OFFLINE") << QByteArray("1") << "HF_HUB_OFFLINE";
    QTest::newRow("no endpoint") << "some/model" << QByteArray("HF_ENDPOINT") << QByteArray("ftp:/nowhere")
                                 << "HF_ENDPOINT";
}

void TestGetModelDialog::failuresAreOneSentence() {
    QFETCH(QString, model);
    QFETCH(QByteArray, variable);
    QFETCH(QByteArray, value);
    QFETCH(QString, part);
    if (!variable.isEmpty()) qputenv(variable.constData(), value);
    name().setText(model);
    button(QStringLiteral("Get")).click();
    QTRY_VERIFY(says(QStringLiteral("\u26a0")));
    QVERIFY(says(part));
    QVERIFY(button(QStringLiteral("Get")).isEnabled()); // to try again
    QVERIFY(QDir(m_folder->path()).entryList({QStringLiteral("snapshots")}, QDir::Dirs).isEmpty());
}

void TestGetModelDialog::closingLetsItGoOn() {
    QSignalSpy arrived(m_dialog.get(), &GetModelDialog::arrived);
    name().setText(QStringLiteral("some/model"));
    button(QStringLiteral("Get")).click();
    button(QStringLiteral("Close")).click();
    QVERIFY(!m_dialog->isVisible());
    QTRY_COMPARE(arrived.count(), 1);
}

QTEST_MAIN(TestGetModelDialog)
#include "tst_get_model_dialog.moc"
