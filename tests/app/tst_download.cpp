#include "fake_hub.h"
#include "snapshot_fixture.h"

#include "app/download/cache_folder.h"
#include "app/download/download.h"
#include "app/download/file_lock.h"
#include "engine/error.h"
#include "engine/model/hub.h"
#include "engine/model/model.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace download;
using fakehub::Answer;
using fakehub::Hub;
using fakehub::Request;

namespace {

const QByteArray weights = "model.safetensors";

bool isListing(const Request& request) { return request.path.startsWith("/api/"); }
bool isGetOf(const Request& request, const QByteArray& name) {
    return request.verb == "GET" && request.path.endsWith('/' + name);
}
bool isHeadOf(const Request& request, const QByteArray& name) {
    return request.verb == "HEAD" && request.path.endsWith('/' + name);
}

QByteArray read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes) {
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) file.write(bytes);
}

using Spoil = std::function<void(Hub&, Order&)>;

} // namespace

class TestDownload : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void itComesWhole();
    void shardsComeToo();
    void onlyTheProgramsNameIsTold();
    void progressRisesToTheEnd();
    void aSecondTimeNothingIsFetched();
    void whatIsLackingIsAdded();
    void failuresLeaveNoModel_data();
    void failuresLeaveNoModel();
    void itGoesOnAfterABreak_data();
    void itGoesOnAfterABreak();
    void itGoesOnWhereAnEarlierOneStopped_data();
    void itGoesOnWhereAnEarlierOneStopped();
    void theTokenStaysWithTheEndpoint();
    void noTokenGoesToAnotherHostUnencrypted();
    void proxiesAreAsked();
    void itStopsAtOnce_data();
    void itStopsAtOnce();
    void anotherProgramsFileIsLeftAlone();
    void aRevisionOfItsOwn();

private:
    QString fetch() { return download::download(m_order, m_stop, [this](const Progress& p) { m_progress.append(p); }); }
    QString sentence();
    QString blob(const QByteArray& name) const;
    QList<Request> getsOf(const QByteArray& name) const;
    void verifyModel(const QString& folder) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Hub> m_hub;
    Order m_order;
    Stop m_stop = false;
    QList<Progress> m_progress;
};

void TestDownload::initTestCase() {
    for (const char* name : {"http_proxy", "https_proxy", "all_proxy", "no_proxy"}) qunsetenv(name);
}

void TestDownload::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_hub = std::make_unique<Hub>(fixture::tinyFolder());
    m_stop = false;
    m_progress.clear();
    m_order = Order{{QStringLiteral("some/model")}, {m_hub->endpoint(), {}, false}, m_folder->filePath(QStringLiteral("hub"))};
    m_order.patience = {300, 1, 4, 3};
}

/// What a download that fails has to say; empty if it does not fail.
QString TestDownload::sentence() {
    try {
        fetch();
    } catch (const mayfly::Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

QString TestDownload::blob(const QByteArray& name) const {
    return CacheFolder(m_order.cache, m_order.repository.name).blob(QString::fromLatin1(m_hub->checksum(name)));
}

/// Of the model's bytes, from whichever host.
QList<Request> TestDownload::getsOf(const QByteArray& name) const {
    QList<Request> gets;
    for (const Request& request : (Hub::isLarge(name) ? m_hub->storage : m_hub->server).requests)
        if (isGetOf(request, name)) gets.append(request);
    return gets;
}

void TestDownload::verifyModel(const QString& folder) const {
    QCOMPARE(folder, m_order.cache + QStringLiteral("/models--some--model/snapshots/") + QString::fromLatin1(fakehub::commit));
    const auto found = mayfly::findModels(m_order.cache.toStdString());
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0].name, std::string("some/model"));
    QCOMPARE(found[0].problem, std::string());
    QCOMPARE(mayfly::Model::load(folder.toStdString())->config().layers, found[0].layers);
}

void TestDownload::itComesWhole() {
    const QString folder = fetch();
    verifyModel(folder);
    const QString repo = m_order.cache + QStringLiteral("/models--some--model/");
    QCOMPARE(read(repo + QStringLiteral("refs/main")), fakehub::commit);
    const QStringList names{QStringLiteral("config.json"), QStringLiteral("merges.txt"), QStringLiteral("model.safetensors"),
                            QStringLiteral("vocab.json")};
    QCOMPARE(QDir(folder).entryList(QDir::Files), names);
    for (const QString& name : names) {
        const QFileInfo link(folder + u'/' + name);
        QCOMPARE(QFile(link.filePath()).symLinkTarget(), blob(name.toUtf8()));
        QVERIFY(std::filesystem::read_symlink(link.filePath().toStdString()).string().starts_with("../../blobs/"));
        QCOMPARE(read(link.filePath()), m_hub->files.value(name.toUtf8()));
    }
    QCOMPARE(QDir(repo).entryList(QDir::Dirs | QDir::NoDotAndDotDot).join(u' '), QStringLiteral("blobs refs snapshots"));
    QCOMPARE(QDir(repo + QStringLiteral("blobs")).entryList(QDir::Files).size(), names.size());
}

void TestDownload::shardsComeToo() {
    m_hub = std::make_unique<Hub>(QStringLiteral(MAYFLY_TEST_DATA "/tiny_gpt2_f16_inverse"));
    m_hub->files.insert("model-00003-of-00002.safetensors", "named by no index");
    m_order.access.endpoint = m_hub->endpoint();
    const QString folder = fetch();
    verifyModel(folder);
    QVERIFY(QFile::exists(folder + QStringLiteral("/model-00002-of-00002.safetensors")));
    QVERIFY(!QFile::exists(folder + QStringLiteral("/model-00003-of-00002.safetensors")));
}

void TestDownload::onlyTheProgramsNameIsTold() {
    fetch();
    const QSet<QByteArray> expected{"host", "user-agent", "accept-encoding", "connection"};
    for (const Request& request : m_hub->server.requests + m_hub->storage.requests) {
        for (const QByteArray& name : request.headers.keys())
            QVERIFY2(expected.contains(name) || name == "accept-language", name.constData());
        QVERIFY(request.headers.value("user-agent").startsWith("Mayfly/"));
        QCOMPARE(request.headers.value("accept-encoding"), QByteArray("identity"));
        QVERIFY(!request.path.contains("README") && !request.path.contains(".bin"));
    }
}

void TestDownload::progressRisesToTheEnd() {
    fetch();
    qint64 total = 0;
    for (const char* name : {"config.json", "merges.txt", "model.safetensors", "vocab.json"})
        total += m_hub->files.value(name).size();
    QCOMPARE(m_progress.front().stage, Progress::Stage::Asking);
    qint64 before = 0;
    for (const Progress& progress : m_progress) {
        QVERIFY(progress.done >= before);
        before = progress.done;
    }
    QCOMPARE(m_progress.back().done, total);
    QCOMPARE(m_progress.back().total, total);
}

void TestDownload::aSecondTimeNothingIsFetched() {
    fetch();
    m_hub->storage.requests.clear();
    verifyModel(fetch());
    QVERIFY(m_hub->storage.requests.isEmpty());
}

void TestDownload::whatIsLackingIsAdded() {
    const QString folder = fetch();
    const QByteArray config = m_hub->files.value("config.json");
    QFile::remove(blob("config.json"));
    QFile::remove(folder + QStringLiteral("/vocab.json"));
    write(folder + QStringLiteral("/notes.txt"), "somebody else's");
    verifyModel(fetch());
    QCOMPARE(read(folder + QStringLiteral("/config.json")), config);
    QCOMPARE(read(folder + QStringLiteral("/notes.txt")), QByteArray("somebody else's"));
}

void TestDownload::failuresLeaveNoModel_data() {
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("fragment");
    const auto row = [](const char* name, const char* fragment, const Spoil& spoil) {
        QTest::newRow(name) << spoil << QString::fromUtf8(fragment);
    };
    // The server answers requests of one kind with a status.
    const auto refuse = [](auto isMeant, int status, const QByteArray& code = {}) {
        return [=](Hub& hub, Order&) {
            hub.spoil = [=](const Request& request, Answer& answer) {
                if (isMeant(request)) answer = {status, {{"X-Error-Code", code}}, "{\"error\":\"no\"}"};
            };
        };
    };
    const auto answerListing = [](const QByteArray& body) {
        return [=](Hub& hub, Order&) {
            hub.spoil = [=](const Request& request, Answer& answer) {
                if (isListing(request)) answer = {200, {}, body};
            };
        };
    };
    const auto changeHeader = [](const QByteArray& file, const QByteArray& header, const QByteArray& value) {
        return [=](Hub& hub, Order&) {
            hub.spoil = [=](const Request& request, Answer& answer) {
                if (isHeadOf(request, file)) answer.headers.insert(header, value);
            };
        };
    };
    const auto spoilBlob = [](const std::function<void(Answer&)>& how) {
        return [=](Hub& hub, Order&) {
            hub.spoilBlob = [=](const Request&, Answer& answer) { how(answer); };
        };
    };

    row("offline", "HF_HUB_OFFLINE is set", [](Hub&, Order& order) { order.access.offline = true; });
    row("nobody listens", "cannot reach 127.0.0.1 (", [](Hub& hub, Order&) { hub.server.close(); });
    row("no such host", "cannot reach",
        [](Hub&, Order& order) { order.access.endpoint = QUrl(QStringLiteral("http://mayfly.invalid")); });
    row("no such model", "there is no model some/model", refuse(isListing, 404));
    row("no such model, as the Hub says it", "there is no model some/model", refuse(isListing, 401, "RepoNotFound"));
    row("gated", "is gated or private", refuse(isListing, 403, "GatedRepo"));
    row("gated weights", "is gated or private", refuse([](const Request& r) { return isHeadOf(r, weights); }, 401, "GatedRepo"));
    row("forbidden", "set HF_TOKEN", refuse(isListing, 403));
    row("a token that is not accepted", "does not accept the token", [=](Hub& hub, Order& order) {
        order.access.token = "hf_old";
        refuse(isListing, 401)(hub, order);
    });
    row("no such revision", "some/model has no revision main", refuse(isListing, 404, "RevisionNotFound"));
    row("a file that is listed and not there", "there is no model", refuse([](const Request& r) { return isHeadOf(r, "vocab.json"); }, 404));
    row("out of order", "again and again: the server answers with status 500", refuse(isListing, 500));
    row("busy for ever", "status 429", refuse([](const Request& r) { return isHeadOf(r, weights); }, 429));
    row("a teapot", "(status 418)", refuse(isListing, 418));
    row("no JSON", "list of files makes no sense", answerListing("<html>hello</html>"));
    row("other JSON", "list of files makes no sense", answerListing("[1,2]"));
    row("a commit that is a path", "list of files makes no sense", answerListing(R"({"sha":"../../../etc","siblings":[]})"));
    row("an empty repository", "has no config.json", answerListing(R"({"sha":")" + fakehub::commit + R"(","siblings":[]})"));
    row("names that lead elsewhere", "has no config.json",
        answerListing(R"({"sha":")" + fakehub::commit + R"(","siblings":[{"rfilename":"../config.json"},{"rfilename":"/config.json"},)"
                      R"({"rfilename":"onnx/config.json"},{"rfilename":"config.json\u0000"},{"rfilename":7}]})"));
    row("a list without end", "is longer than it may be", answerListing(QByteArray(17 << 20, ' ')));
    row("no safetensors", "no weights as safetensors", [](Hub& hub, Order&) { hub.files.remove(weights); });
    row("another family", "some/model/config.json", [](Hub& hub, Order&) { hub.files.insert("config.json", R"({"model_type":"mystery"})"); });
    row("an index that leads elsewhere", "names files which are not there", [](Hub& hub, Order&) {
        hub.files.remove(weights);
        hub.files.insert("model.safetensors.index.json", R"({"weight_map":{"a":"../../x.safetensors"}})");
    });
    row("an index of nothing", "names files which are not there", [](Hub& hub, Order&) {
        hub.files.remove(weights);
        hub.files.insert("model.safetensors.index.json", "{}");
    });
    row("no checksum", "what its checksum is", changeHeader("config.json", "ETag", {}));
    row("a checksum that is a path", "what its checksum is", changeHeader(weights, "X-Linked-Etag", "\"../../x\""));
    row("no size", "what its checksum is", changeHeader(weights, "X-Linked-Size", "many"));
    row("less than nothing", "what its checksum is", changeHeader(weights, "X-Linked-Size", "-1"));
    row("more than there is", "what its checksum is", changeHeader(weights, "X-Linked-Size", "9223372036854775807"));
    row("another commit", "what its checksum is", changeHeader("config.json", "X-Repo-Commit", QByteArray(40, '0')));
    row("a size that is too large", "ended too early", changeHeader(weights, "X-Linked-Size", "60000"));
    row("a size that is too small", "sends more of model.safetensors", changeHeader(weights, "X-Linked-Size", "100"));
    row("another checksum", "not as its checksum says", changeHeader(weights, "X-Linked-Etag", QByteArray(64, 'a')));
    row("another checksum of Git's", "not as its checksum says", changeHeader("merges.txt", "ETag", QByteArray(40, 'a')));
    row("other bytes", "not as its checksum says", spoilBlob([](Answer& answer) { answer.body.fill('x'); }));
    row("always silent", "nothing came any more", spoilBlob([](Answer& answer) { answer.stallAfter = 0; }));
    row("always cut", "again and again", spoilBlob([](Answer& answer) { answer.cutAfter = 0; }));
    row("never more than half", "again and again", [](Hub& hub, Order&) {
        hub.spoilBlob = [](const Request& request, Answer& answer) {
            if (request.from() == 0)
                answer.cutAfter = 20'000;
            else
                answer = {500, {}, {}};
        };
    });
    row("too much in one go", "sends more of model.safetensors", spoilBlob([](Answer& answer) {
            answer.body += QByteArray(5'000'000, 'x');
        }));
    row("storage refuses", "is gated or private", spoilBlob([](Answer& answer) { answer = {403, {}, {}}; }));
    row("led in circles", "without end", [](Hub& hub, Order&) {
        hub.spoil = [&hub](const Request& request, Answer& answer) {
            if (isListing(request)) answer = {307, {{"Location", hub.server.url(QStringLiteral("/api/x")).toUtf8()}}, {}};
        };
    });
    row("led to a file", "is not safe to follow", [](Hub& hub, Order&) {
        hub.spoil = [](const Request& request, Answer& answer) {
            if (isListing(request)) answer = {307, {{"Location", "file:///etc/passwd"}}, {}};
        };
    });
    row("led out of this machine unencrypted", "is not safe to follow", [](Hub& hub, Order&) {
        hub.spoil = [](const Request& request, Answer& answer) {
            if (isGetOf(request, weights)) answer.headers.insert("Location", "http://mayfly.invalid/x");
        };
    });
    row("a full disk", "where 10 kB are free", [](Hub&, Order& order) { order.freeBytes = [](const QString&) { return 10'000; }; });
    row("a cache that is a file", "cannot be made", [](Hub&, Order& order) { write(order.cache, "x"); });
}

void TestDownload::failuresLeaveNoModel() {
    QFETCH(Spoil, spoil);
    QFETCH(QString, fragment);
    spoil(*m_hub, m_order);
    const QString sentence = this->sentence();
    QVERIFY2(sentence.contains(fragment), qPrintable(sentence));
    QVERIFY2(sentence.endsWith(u'.') && !sentence.contains(u'\n'), qPrintable(sentence));
    const QString repo = m_order.cache + QStringLiteral("/models--some--model/");
    QVERIFY(!QFile::exists(repo + QStringLiteral("snapshots")));
    QVERIFY(!QFile::exists(repo + QStringLiteral("refs")));
    QVERIFY(!QFile::exists(blob(weights)));
    for (const mayfly::FoundModel& found : mayfly::findModels(m_order.cache.toStdString())) QVERIFY(!found.problem.empty());
}

void TestDownload::itGoesOnAfterABreak_data() {
    QTest::addColumn<std::function<void(Answer&)>>("spoilFirst");
    QTest::addColumn<QList<qsizetype>>("froms"); ///< where each request for the weights begins
    using First = std::function<void(Answer&)>;
    const auto row = [](const char* name, const QList<qsizetype>& froms, const First& first) {
        QTest::newRow(name) << first << froms;
    };
    row("cut", {0, 30'000}, [](Answer& answer) { answer.cutAfter = 30'000; });
    row("silent", {0, 30'000}, [](Answer& answer) { answer.stallAfter = 30'000; });
    row("cut at once", {0, 0}, [](Answer& answer) { answer.cutAfter = 0; });
    row("out of order", {0, 0}, [](Answer& answer) { answer = {503, {}, "wait"}; });
    row("busy", {0, 0}, [](Answer& answer) { answer = {429, {}, "wait"}; });
    row("ends early without saying so", {0, 20'000}, [](Answer& answer) { answer.body.truncate(20'000); });
    row("a part that nobody asked for", {0, 0}, [](Answer& answer) {
        answer = {206, {{"Content-Range", "bytes 5-9/48072"}}, "xxxxx"};
    });
}

void TestDownload::itGoesOnAfterABreak() {
    QFETCH(std::function<void(Answer&)>, spoilFirst);
    QFETCH(QList<qsizetype>, froms);
    m_hub->spoilBlob = [&, first = true](const Request&, Answer& answer) mutable {
        if (std::exchange(first, false)) spoilFirst(answer);
    };
    verifyModel(fetch());
    QList<qsizetype> asked;
    for (const Request& request : getsOf(weights)) asked.append(request.from());
    QCOMPARE(asked, froms);
    const bool waited = std::any_of(m_progress.begin(), m_progress.end(),
                                    [](const Progress& p) { return p.stage == Progress::Stage::Waiting; });
    QCOMPARE(waited, froms.size() > 1);
}

void TestDownload::itGoesOnWhereAnEarlierOneStopped_data() {
    QTest::addColumn<QByteArray>("there");
    QTest::addColumn<bool>("ranges"); ///< the server knows them
    QTest::addColumn<QList<qsizetype>>("froms");
    const QByteArray all = Hub(fixture::tinyFolder()).files.value(weights);
    const auto row = [](const char* name, const QByteArray& there, bool ranges, const QList<qsizetype>& froms) {
        QTest::newRow(name) << there << ranges << froms;
    };
    row("a part", all.left(12'345), true, {12'345});
    row("a part that is wrong", QByteArray(12'345, 'x'), true, {12'345, 0});
    row("no ranges", all.left(12'345), false, {12'345});
    row("all of it", all, true, {});
    row("too much", all + "x", true, {0});
    row("nothing", {}, true, {0});
    row("all of it, and wrong", QByteArray(all.size(), 'x'), true, {0});
}

void TestDownload::itGoesOnWhereAnEarlierOneStopped() {
    QFETCH(QByteArray, there);
    QFETCH(bool, ranges);
    QFETCH(QList<qsizetype>, froms);
    write(blob(weights) + QStringLiteral(".incomplete"), there);
    if (!ranges)
        m_hub->spoilBlob = [this](const Request&, Answer& answer) { answer = {200, {}, m_hub->files.value(weights)}; };
    verifyModel(fetch());
    QList<qsizetype> asked;
    for (const Request& request : getsOf(weights)) asked.append(request.from());
    QCOMPARE(asked, froms);
    QVERIFY(!QFile::exists(blob(weights) + QStringLiteral(".incomplete")));
}

void TestDownload::theTokenStaysWithTheEndpoint() {
    m_order.access.token = "hf_secret";
    verifyModel(fetch());
    QVERIFY(!m_hub->storage.requests.isEmpty());
    for (const Request& request : m_hub->server.requests) QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer hf_secret"));
    for (const Request& request : m_hub->storage.requests) {
        QVERIFY(!request.headers.contains("authorization"));
        for (const QByteArray& value : request.headers) QVERIFY(!value.contains("hf_secret"));
    }
}

/// A proxy sees what is asked over http; a mirror in a network gets no token that way.
void TestDownload::proxiesAreAsked() {
    const auto serve = m_hub->server.answer;
    m_hub->server.answer = [serve](Request request) {
        const QUrl url(QString::fromUtf8(request.path));
        request.path = url.path().toUtf8();
        return serve(request);
    };
    qputenv("http_proxy", m_hub->server.url().toUtf8());
    m_order.access.endpoint = QUrl(QStringLiteral("http://mirror.invalid"));
    m_order.access.token = "hf_secret";
    m_hub->spoil = [](const Request& request, Answer& answer) {
        if (isListing(request)) answer = {404, {}, {}};
    };
    const QString sentence = this->sentence();
    qunsetenv("http_proxy");
    QVERIFY2(sentence.contains(QLatin1String("mirror.invalid")), qPrintable(sentence));
    QCOMPARE(m_hub->server.requests.size(), 1);
    QCOMPARE(m_hub->server.requests[0].path, QByteArray("http://mirror.invalid/api/models/some/model/revision/main"));
    QVERIFY(!m_hub->server.requests[0].headers.contains("authorization"));
}

void TestDownload::noTokenGoesToAnotherHostUnencrypted() {
    m_order.access.token = "hf_secret";
    m_hub->spoil = [this](const Request& request, Answer& answer) {
        if (isListing(request)) answer = {307, {{"Location", m_hub->storage.url(QStringLiteral("/api/x")).toUtf8()}}, {}};
    };
    QVERIFY(!sentence().isEmpty());
    QCOMPARE(m_hub->storage.requests.size(), 1);
    QVERIFY(!m_hub->storage.requests[0].headers.contains("authorization"));
}

void TestDownload::itStopsAtOnce_data() {
    QTest::addColumn<int>("stage");
    QTest::newRow("while asking") << int(Progress::Stage::Asking);
    QTest::newRow("while fetching") << int(Progress::Stage::Fetching);
    QTest::newRow("while waiting") << int(Progress::Stage::Waiting);
}

void TestDownload::itStopsAtOnce() {
    QFETCH(int, stage);
    m_order.patience = {3'600'000, 3'600'000, 3'600'000, 3};
    m_hub->spoilBlob = [this, stage](const Request&, Answer& answer) {
        (stage == int(Progress::Stage::Waiting) ? answer.cutAfter : answer.stallAfter) = 20'000;
        if (stage == int(Progress::Stage::Fetching)) QTimer::singleShot(100, this, [this] { m_stop = true; });
    };
    const auto stopThere = [&](const Progress& progress) {
        if (stage != int(Progress::Stage::Fetching) && int(progress.stage) == stage) m_stop = true;
    };
    QVERIFY_THROWS_EXCEPTION(Stopped, download::download(m_order, m_stop, stopThere));
    QVERIFY(!QFile::exists(m_order.cache + QStringLiteral("/models--some--model/snapshots")));
    // What arrived is gone on with.
    m_hub->spoilBlob = nullptr;
    m_stop = false;
    m_order.patience = {5'000, 1, 1, 3};
    verifyModel(fetch());
    if (stage != int(Progress::Stage::Asking)) QCOMPARE(getsOf(weights).back().from(), 20'000);
}

void TestDownload::anotherProgramsFileIsLeftAlone() {
    const CacheFolder folder(m_order.cache, m_order.repository.name);
    const QString checksum = QString::fromLatin1(m_hub->checksum(weights));
    folder.prepare();
    write(folder.incomplete(checksum), "another's");
    {
        const FileLock lock(folder.lock(checksum));
        QVERIFY(lock.isHeld());
        QVERIFY(sentence().contains(QLatin1String("another program is fetching")));
        QCOMPARE(read(folder.incomplete(checksum)), QByteArray("another's"));
    }
    verifyModel(fetch());
}

void TestDownload::aRevisionOfItsOwn() {
    m_order.repository.revision = QStringLiteral("refs/pr/1");
    const auto serve = m_hub->server.answer;
    m_hub->server.answer = [serve](Request request) {
        if (request.path == "/api/models/some/model/revision/refs%2Fpr%2F1")
            request.path = "/api/models/some/model/revision/main";
        return serve(request);
    };
    verifyModel(fetch());
    QCOMPARE(read(m_order.cache + QStringLiteral("/models--some--model/refs/refs/pr/1")), fakehub::commit);
    QVERIFY(!QFile::exists(m_order.cache + QStringLiteral("/models--some--model/refs/main")));
}

QTEST_GUILESS_MAIN(TestDownload)
#include "tst_download.moc"
