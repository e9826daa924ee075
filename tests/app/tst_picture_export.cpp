#include "dialogs.h"
#include "snapshot_fixture.h"

#include "app/exporting/export.h"
#include "app/window/picture_export.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QImage>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

namespace {

/// Chooses in the export dialog and says yes.
void choose(const QString& ending, const std::function<void(ExportDialog&)>& more = {}) {
    dialogs::answer<ExportDialog>([=](ExportDialog& dialog) {
        auto* format = dialog.findChild<QComboBox*>();
        format->setCurrentIndex(format->findData(ending));
        if (more) more(dialog);
        dialog.accept();
    });
}

/// Then answers the question for a file; an empty name calls it off.
void name(const QString& file) {
    dialogs::answer<QFileDialog>([file](QFileDialog& dialog) {
        if (file.isEmpty()) return dialog.reject();
        dialog.selectFile(file);
        QMetaObject::invokeMethod(&dialog, "accept");
    });
}

} // namespace

class TestPictureExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aPictureIsWritten();
    void theFormatEndsANameWithoutEnding();
    void aFileIsNotReplacedUnasked();
    void resolutionIsForPixelsOnly();
    void aLayerIsOfferedWhereHeadsStandAlone();
    void whatIsCalledOffWritesNothing();
    void whatCannotBeWrittenIsOneSentence();
    void copyingFillsTheClipboard();
    void whatIsPointedAtIsInTheFigure();
    void aModelThatHasNotAnsweredHasNoPicture();

private:
    QString in(const QString& file) const { return m_folder.filePath(file); }

    QTemporaryDir m_folder;
    Session m_session;
    PictureExport m_export{m_session};
};

void TestPictureExport::initTestCase() {
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    const auto model = fixture::tiny();
    m_session.setModel(model);
    m_session.setText(QStringLiteral("a cat and a hat"));
    m_session.receive(takeSnapshot(model, "a cat and a hat"));
}

void TestPictureExport::aPictureIsWritten() {
    choose(QStringLiteral("png"), [](ExportDialog& dialog) {
        const auto lengths = dialog.findChildren<QSpinBox*>();
        lengths[0]->setValue(600);
        lengths[1]->setValue(400);
        dialog.findChild<QDoubleSpinBox*>()->setValue(1.5);
    });
    name(in(QStringLiteral("a.png")));
    QCOMPARE(m_export.ask(nullptr).problem, QString());
    QCOMPARE(QImage(in(QStringLiteral("a.png"))).size(), QSize(900, 600));
}

void TestPictureExport::theFormatEndsANameWithoutEnding() {
    choose(QStringLiteral("svg"));
    name(in(QStringLiteral("plain")));
    QCOMPARE(m_export.ask(nullptr).problem, QString());
    QVERIFY(QFile::exists(in(QStringLiteral("plain.svg"))));
}

/// Under the name that it will have.
void TestPictureExport::aFileIsNotReplacedUnasked() {
    const QString there = in(QStringLiteral("there.svg"));
    QFile file(there);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    choose(QStringLiteral("svg"));
    name(in(QStringLiteral("there")));
    dialogs::answer<QMessageBox>([](QMessageBox& question) {
        question.button(QMessageBox::No)->click();
        dialogs::answer<QFileDialog>([](QFileDialog& dialog) { dialog.reject(); });
    });
    QCOMPARE(m_export.ask(nullptr).problem, QString());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
}

void TestPictureExport::resolutionIsForPixelsOnly() {
    ExportDialog dialog({}, -1);
    auto* format = dialog.findChild<QComboBox*>();
    for (const char* ending : {"png", "svg", "pdf", "tex"}) {
        format->setCurrentIndex(format->findData(QString::fromLatin1(ending)));
        QCOMPARE(dialog.findChild<QDoubleSpinBox*>()->isEnabled(), ending == std::string_view("png"));
        QVERIFY(dialog.options().file.endsWith(QString::fromLatin1(ending)));
    }
}

void TestPictureExport::aLayerIsOfferedWhereHeadsStandAlone() {
    QVERIFY(ExportDialog({}, -1).findChild<QCheckBox*>()->isHidden());
    ExportDialog ofLayer({}, 1);
    auto* box = ofLayer.findChild<QCheckBox*>();
    QVERIFY(!box->isHidden() && !ofLayer.options().sheet);
    box->setChecked(true);
    QVERIFY(ofLayer.options().sheet);
}

void TestPictureExport::whatIsCalledOffWritesNothing() {
    const QStringList before = QDir(m_folder.path()).entryList(QDir::Files);
    dialogs::answer<ExportDialog>([](ExportDialog& dialog) { dialog.reject(); });
    QCOMPARE(m_export.ask(nullptr).problem, QString());
    choose(QStringLiteral("pdf"));
    name({});
    QCOMPARE(m_export.ask(nullptr).problem, QString());
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), before);
}

void TestPictureExport::whatCannotBeWrittenIsOneSentence() {
    QDir(m_folder.path()).mkdir(QStringLiteral("folder.svg"));
    try {
        m_export.write({.file = in(QStringLiteral("folder.svg"))});
        QFAIL("written");
    } catch (const std::exception& error) {
        const QString sentence = QString::fromUtf8(error.what());
        QVERIFY2(sentence.contains(QStringLiteral("folder.svg")) && sentence.endsWith(u'.'), error.what());
    }
}

void TestPictureExport::copyingFillsTheClipboard() {
    QGuiApplication::clipboard()->clear();
    QCOMPARE(m_export.copy(), QString());
    QVERIFY(!QGuiApplication::clipboard()->image().isNull());
}

void TestPictureExport::whatIsPointedAtIsInTheFigure() {
    const auto figure = [&] { return exporting::encode(*m_export.figure({}), exporting::Format::Svg, 1); };
    const QByteArray before = figure();
    m_export.setFocus({4, -1, -1});
    QVERIFY(figure() != before);
    m_session.setPin({2, -1, -1}); // the mouse wins, as on the screen
    const QByteArray pointed = figure();
    m_export.setFocus({});
    QVERIFY(figure() != pointed);
    m_session.setPin({});
    QCOMPARE(figure(), before);
}

void TestPictureExport::aModelThatHasNotAnsweredHasNoPicture() {
    QGuiApplication::clipboard()->clear();
    Session session;
    PictureExport pictures(session);
    QVERIFY(pictures.copy().endsWith(u'.'));
    const auto tiny = fixture::tiny();
    session.setModel(tiny);
    session.receive(takeSnapshot(tiny, "a cat"));
    session.setModel(fixture::builtIn());
    session.setHeads({{5, 0}}); // which the snapshot's model has not
    QVERIFY(pictures.copy().endsWith(u'.'));
    QVERIFY(QGuiApplication::clipboard()->image().isNull());
    QVERIFY(pictures.ask(nullptr).problem.endsWith(u'.')); // and asks nothing
}

QTEST_MAIN(TestPictureExport)
#include "tst_picture_export.moc"
