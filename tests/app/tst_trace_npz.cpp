#include "app/command/npz_file.h"
#include "app/command/trace_npz.h"
#include "engine/error.h"
#include "tests/app/trace_fixture.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <map>
#include <sys/stat.h>

#include <zip.h>

namespace {

/// An array as it lies in an archive.
struct Array {
    QByteArray header; ///< the dictionary alone
    QByteArray data;

    std::vector<float> floats() const {
        std::vector<float> values(std::size_t(data.size()) / sizeof(float));
        std::memcpy(values.data(), data.constData(), std::size_t(data.size()));
        return values;
    }
    std::vector<std::int32_t> integers() const {
        std::vector<std::int32_t> values(std::size_t(data.size()) / sizeof(std::int32_t));
        std::memcpy(values.data(), data.constData(), std::size_t(data.size()));
        return values;
    }
};

Array arrayOf(const QByteArray& bytes) {
    const auto length = qsizetype(uchar(bytes[8])) + 256 * qsizetype(uchar(bytes[9]));
    return {bytes.sliced(10, length).trimmed(), bytes.sliced(10 + length)};
}

std::map<QByteArray, Array> readNpz(const QString& file) {
    std::map<QByteArray, Array> arrays;
    zip_t* archive = zip_open(QFile::encodeName(file).constData(), ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
    if (archive == nullptr) return arrays;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
        zip_stat_t stat;
        zip_stat_index(archive, zip_uint64_t(i), 0, &stat);
        QByteArray bytes(qsizetype(stat.size), '\0');
        zip_file_t* entry = zip_fopen_index(archive, zip_uint64_t(i), 0);
        if (zip_fread(entry, bytes.data(), stat.size) == zip_int64_t(stat.size)) arrays[stat.name] = arrayOf(bytes);
        zip_fclose(entry);
    }
    zip_discard(archive);
    return arrays;
}

QByteArray bytesOf(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestTraceNpz : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersAreThoseOfPyTorch() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("t.npz"));
        const SnapshotPtr snapshot = takeSnapshot(fixture::model(), fixture::prompt());
        command::writeTraceNpz(*snapshot, fixture::everything(*snapshot), file);
        const auto arrays = readNpz(file);
        QCOMPARE(arrays.size(), std::size_t(9));
        const auto error = [&](const char* name, const char* expected, std::int64_t width) {
            return fixture::largestError(arrays.at(name).floats(), fixture::expected(expected, {2, 2, 9, width}),
                                         std::size_t(width));
        };
        QVERIFY(error("dot.npy", "dots", 9) < 1e-4);
        QVERIFY(error("weight.npy", "weights", 9) < 1e-4);
        QVERIFY(error("q.npy", "q", 8) < 1e-4);
        QVERIFY(error("k.npy", "k", 8) < 1e-4);
        QVERIFY(error("v.npy", "v", 8) < 1e-4);
        QCOMPARE(arrays.at("dot.npy").header,
                 QByteArray("{'descr': '<f4', 'fortran_order': False, 'shape': (4, 9, 9, ), }"));
        QCOMPARE(arrays.at("layer.npy").integers(), (std::vector<std::int32_t>{0, 0, 1, 1}));
        QCOMPARE(arrays.at("head.npy").integers(), (std::vector<std::int32_t>{0, 1, 0, 1}));
        QCOMPARE(arrays.at("scale.npy").floats().size(), std::size_t(4));
        QCOMPARE(arrays.at("ids.npy").integers(),
                 std::vector<std::int32_t>(snapshot->trace->ids().begin(), snapshot->trace->ids().end()));
    }

    void anEmptyText() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("t.npz"));
        const SnapshotPtr snapshot = takeSnapshot(fixture::model(), QByteArray());
        command::writeTraceNpz(*snapshot, fixture::everything(*snapshot), file);
        const auto arrays = readNpz(file);
        QCOMPARE(arrays.at("weight.npy").header,
                 QByteArray("{'descr': '<f4', 'fortran_order': False, 'shape': (0, 0, 0, ), }"));
        QVERIFY(arrays.at("ids.npy").data.isEmpty());
    }

    void theSameTraceMakesTheSameBytes() {
        const QTemporaryDir folder;
        const SnapshotPtr snapshot = takeSnapshot(fixture::model(), fixture::prompt());
        for (const char* name : {"a.npz", "b.npz"})
            command::writeTraceNpz(*snapshot, {{{0, 1}}, false}, folder.filePath(QLatin1String(name)));
        const QByteArray first = bytesOf(folder.filePath(QStringLiteral("a.npz")));
        QVERIFY(!first.isEmpty());
        QCOMPARE(first, bytesOf(folder.filePath(QStringLiteral("b.npz"))));
    }

    void headersEndOnSixtyFourBytes() {
        for (const std::size_t side : {0, 1, 1000, 100000000}) {
            const std::string header = command::npyHeader("<f4", {side, side});
            QCOMPARE(header.size() % 64, std::size_t(0));
            QCOMPARE(header.back(), '\n');
        }
    }

    void aPipeBehindALinkStaysOne() {
        const QTemporaryDir folder;
        const QByteArray pipe = QFile::encodeName(folder.filePath(QStringLiteral("pipe")));
        const QString link = folder.filePath(QStringLiteral("link.npz"));
        QCOMPARE(mkfifo(pipe.constData(), 0600), 0);
        QVERIFY(QFile::link(QFile::decodeName(pipe), link));
        for (const QString& name : {QFile::decodeName(pipe), link})
            QVERIFY_THROWS_EXCEPTION(mayfly::Error, command::NpzFile{name});
        struct stat status {};
        QVERIFY(lstat(pipe.constData(), &status) == 0 && S_ISFIFO(status.st_mode) && QFileInfo(link).isSymLink());
    }

    void aFileThatCannotBeWritten() {
        const SnapshotPtr snapshot = takeSnapshot(fixture::model(), fixture::prompt());
        QVERIFY_THROWS_EXCEPTION(mayfly::Error, command::writeTraceNpz(*snapshot, {}, QStringLiteral("/no/such/folder/t.npz")));
    }
};

QTEST_GUILESS_MAIN(TestTraceNpz)
#include "tst_trace_npz.moc"
