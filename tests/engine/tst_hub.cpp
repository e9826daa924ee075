#include "engine/model/hub.h"

#include "model_files.h"

#include <QTest>

#include <sys/stat.h>

#include <functional>

using namespace mayfly;
using namespace modelfiles;

class HubTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void findsTheCache_data();
    void findsTheCache();
    void findsTheToken();
    void noCacheIsNoModels();
    void findsModels();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void takesTheNewestWithoutMain();
    void distrustsRefs();
    void describesAFolder();
    void namesFolders_data();
    void namesFolders();
};

namespace {

constexpr const char* commit = "607a30d783dfa663caf39e06633721c8d4cfcd7e";
const QByteArray weights(100, 'w'); // nobody looks inside

/// A cache as Hugging Face's library leaves it: blobs, and snapshots that link to them.
class Cache : public Folder {
public:
    void add(const QString& repo, const QString& name, const QByteArray& bytes,
             const QString& snapshot = commit) const {
        const QString blob = repo + "/blobs/" + snapshot.left(4) + name;
        write(blob, bytes);
        link(repo, name, "../../blobs/" + snapshot.left(4) + name, snapshot);
    }
    void link(const QString& repo, const QString& name, const QString& target, const QString& snapshot = commit) const {
        const QString at = repo + "/snapshots/" + snapshot + '/' + name;
        makeFolder(QFileInfo(at).path());
        std::filesystem::create_symlink(target.toStdString(), this->at(at));
    }
    void addModel(const QString& repo, const QString& snapshot = commit) const {
        add(repo, "config.json", TinyGpt2().config(), snapshot);
        add(repo, "model.safetensors", weights, snapshot);
        add(repo, "tokenizer.json", "{}", snapshot);
    }
    void setMain(const QString& repo, const QByteArray& to = commit) const { write(repo + "/refs/main", to); }
};

} // namespace

void HubTest::init() {
    for (const char* name : {"HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "HF_HOME", "HF_TOKEN_PATH", "XDG_CACHE_HOME"}) qunsetenv(name);
    qputenv("HOME", "/home/ada");
}

void HubTest::findsTheCache_data() {
    QTest::addColumn<QByteArrayList>("variables");
    QTest::addColumn<QString>("path");
    const auto row = [](const char* name, const QByteArrayList& variables, const char* path) {
        QTest::newRow(name) << variables << QString(path);
    };
    row("nothing set", {}, "/home/ada/.cache/huggingface/hub");
    row("XDG_CACHE_HOME", {"XDG_CACHE_HOME=/x"}, "/x/huggingface/hub");
    row("HF_HOME", {"HF_HOME=/h", "XDG_CACHE_HOME=/x"}, "/h/hub");
    row("HUGGINGFACE_HUB_CACHE", {"HUGGINGFACE_HUB_CACHE=/o", "HF_HOME=/h"}, "/o");
    row("HF_HUB_CACHE", {"HF_HUB_CACHE=/c", "HUGGINGFACE_HUB_CACHE=/o", "HF_HOME=/h", "XDG_CACHE_HOME=/x"}, "/c");
    row("empty is not set", {"HF_HUB_CACHE=", "HF_HOME=/h"}, "/h/hub");
    row("home", {"HF_HUB_CACHE=~/models"}, "/home/ada/models");
    row("home itself", {"HF_HOME=~"}, "/home/ada/hub");
}

void HubTest::findsTheCache() {
    QFETCH(QByteArrayList, variables);
    for (const QByteArray& variable : variables) {
        const qsizetype equals = variable.indexOf('=');
        qputenv(variable.left(equals).constData(), variable.mid(equals + 1));
    }
    QTEST(QString::fromStdString(hubCache().string()), "path");
}

void HubTest::findsTheToken() {
    QCOMPARE(hubTokenFile(), std::filesystem::path("/home/ada/.cache/huggingface/token"));
    qputenv("XDG_CACHE_HOME", "/x");
    QCOMPARE(hubTokenFile(), std::filesystem::path("/x/huggingface/token"));
    qputenv("HF_HOME", "~/h");
    qputenv("HF_HUB_CACHE", "/elsewhere");
    QCOMPARE(hubTokenFile(), std::filesystem::path("/home/ada/h/token"));
    qputenv("HF_TOKEN_PATH", "/t/mine");
    QCOMPARE(hubTokenFile(), std::filesystem::path("/t/mine"));
}

void HubTest::noCacheIsNoModels() {
    const Folder folder;
    QVERIFY(findModels(folder.at("nowhere")).empty());
    folder.write("file", "x");
    QVERIFY(findModels(folder.at("file")).empty());
}

void HubTest::findsModels() {
    const Cache cache;
    for (const char* repo : {"models--openai-community--gpt2", "models--distilgpt2"}) {
        cache.addModel(repo);
        cache.setMain(repo);
    }
    cache.write("models--openai-community--gpt2/blobs/x.incomplete", "another file's, which is not needed");
    cache.makeFolder("datasets--squad/snapshots");
    cache.makeFolder(".locks");
    cache.write("models--a-file", "x");
    cache.write("version.txt", "1");
    const std::vector<FoundModel> models = findModels(cache.root());
    QCOMPARE(models.size(), std::size_t(2));
    QCOMPARE(models[0].name, std::string("distilgpt2"));
    const FoundModel& model = models[1];
    QCOMPARE(model.name, std::string("openai-community/gpt2"));
    QCOMPARE(model.folder, cache.at(QString("models--openai-community--gpt2/snapshots/") + commit));
    QCOMPARE(model.family, std::string("gpt2"));
    QCOMPARE(model.layers, 1);
    QCOMPARE(model.heads, 1);
    QCOMPARE(model.bytes, std::uintmax_t(weights.size()));
    QCOMPARE(model.problem, std::string());
}

void HubTest::saysWhatIsWrong_data() {
    using Break = std::function<void(const Cache&)>;
    QTest::addColumn<Break>("spoil");
    QTest::addColumn<QByteArray>("fragment");
    QTest::addColumn<qulonglong>("bytes");
    const auto row = [](const char* name, const Break& spoil, const char* fragment, qulonglong bytes = 0) {
        QTest::newRow(name) << spoil << QByteArray(fragment) << bytes;
    };
    static const QString repo = "models--a--b";
    static const QByteArray index = R"({"weight_map":{"a":"model-1.safetensors","b":"model-2.safetensors"}})";
    static const auto start = [](const Cache& cache) {
        cache.setMain(repo);
        cache.add(repo, "config.json", TinyGpt2().config());
    };
    row(
        "nothing in it", [](const Cache& cache) { cache.makeFolder(repo); }, "nothing of it has been downloaded whole");
    row(
        "only an unfinished blob", [](const Cache& cache) { cache.write(repo + "/blobs/x.incomplete", "x"); },
        "its download was interrupted: nothing of it");
    row(
        "no config.json",
        [](const Cache& cache) {
            cache.setMain(repo);
            cache.add(repo, "README.md", "x");
        },
        "has no config.json");
    row(
        "no weights", [](const Cache& cache) { start(cache); }, "has a config.json but no weights");
    row(
        "weights on their way",
        [](const Cache& cache) {
            start(cache);
            cache.write(repo + "/blobs/x.incomplete", "x");
        },
        "its download was interrupted: ");
    row(
        "dead link",
        [](const Cache& cache) {
            start(cache);
            cache.link(repo, "model.safetensors", "../../blobs/gone");
        },
        "is a link to a file that is not there");
    row(
        "dead link to config.json",
        [](const Cache& cache) {
            cache.setMain(repo);
            cache.link(repo, "config.json", "../../blobs/gone");
            cache.add(repo, "model.safetensors", weights);
        },
        "config.json is a link to a file that is not there", 100);
    row(
        "link to itself",
        [](const Cache& cache) {
            start(cache);
            cache.link(repo, "model.safetensors", "model.safetensors");
        },
        "cannot be read: ");
    row(
        "missing shard",
        [](const Cache& cache) {
            start(cache);
            cache.add(repo, "model.safetensors.index.json", index);
            cache.add(repo, "model-1.safetensors", weights);
        },
        "lacks \"model-2.safetensors\"", 100);
    row(
        "a pointer",
        [](const Cache& cache) {
            start(cache);
            cache.add(repo, "model.safetensors", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n");
        },
        "Git LFS pointer", 63);
    row(
        "only PyTorch's format",
        [](const Cache& cache) {
            start(cache);
            cache.add(repo, "pytorch_model.bin", weights);
        },
        "convert them to safetensors", 100);
    row(
        "another family",
        [](const Cache& cache) {
            cache.setMain(repo);
            cache.add(repo, "config.json", R"({"model_type":"mamba"})");
            cache.add(repo, "model.safetensors", weights);
        },
        "family \"mamba\" is not supported; these are: gpt2", 100);
    row(
        "config.json broken",
        [](const Cache& cache) {
            cache.setMain(repo);
            cache.add(repo, "config.json", "{");
        },
        "is not valid JSON");
    row(
        "no tokenizer",
        [](const Cache& cache) {
            start(cache);
            cache.add(repo, "model.safetensors", weights);
            cache.add(repo, "vocab.json", "{}");
        },
        "has no tokenizer", 100);
}

void HubTest::saysWhatIsWrong() {
    QFETCH(std::function<void(const Cache&)>, spoil);
    QFETCH(QByteArray, fragment);
    QFETCH(qulonglong, bytes);
    const Cache cache;
    spoil(cache);
    const std::vector<FoundModel> models = findModels(cache.root());
    QCOMPARE(models.size(), std::size_t(1));
    QCOMPARE(models[0].name, std::string("a/b"));
    QVERIFY2(models[0].problem.find(fragment.toStdString()) != std::string::npos, models[0].problem.c_str());
    QCOMPARE(models[0].bytes, std::uintmax_t(bytes));
    if (fragment.contains("bert")) QCOMPARE(models[0].family, std::string("bert"));
}

void HubTest::takesTheNewestWithoutMain() {
    const Cache cache;
    const QString repo = "models--a--b";
    cache.addModel(repo, "aaaa");
    cache.addModel(repo, "bbbb");
    cache.addModel(repo, "cccc");
    const auto now = std::filesystem::file_time_type::clock::now();
    const auto setAge = [&](const char* snapshot, int hours) {
        std::filesystem::last_write_time(cache.at(repo + "/snapshots/" + snapshot), now - std::chrono::hours(hours));
    };
    setAge("aaaa", 2);
    setAge("bbbb", 1);
    setAge("cccc", 3);
    QCOMPARE(findModels(cache.root())[0].folder.filename().string(), std::string("bbbb"));
    cache.setMain(repo, "cccc\n");
    QCOMPARE(findModels(cache.root())[0].folder.filename().string(), std::string("cccc"));
    cache.setMain(repo, "dddd"); // its snapshot is gone
    QCOMPARE(findModels(cache.root())[0].folder.filename().string(), std::string("bbbb"));
}

void HubTest::distrustsRefs() {
    const Cache cache;
    const QString repo = "models--a--b";
    cache.addModel(repo);
    for (const char* ref : {"../../..", "/etc", "", ".", " ", "0/../.."}) {
        cache.setMain(repo, ref);
        QCOMPARE(findModels(cache.root())[0].folder.filename().string(), std::string(commit));
    }
    QVERIFY(QFile::remove(cache.path(repo + "/refs/main")));
    QCOMPARE(mkfifo(cache.at(repo + "/refs/main").c_str(), 0600), 0);
    QCOMPARE(findModels(cache.root())[0].folder.filename().string(), std::string(commit));
}

void HubTest::describesAFolder() {
    const FoundModel model = describeFolder(std::filesystem::path(MAYFLY_TEST_DATA) / "tiny_gpt2_f16_inverse");
    QCOMPARE(model.name, std::string("tiny_gpt2_f16_inverse"));
    QCOMPARE(model.layers, 3);
    QCOMPARE(model.heads, 5);
    QCOMPARE(model.problem, std::string());
    QVERIFY(model.bytes > 40'000);
    const Folder folder;
    QVERIFY(describeFolder(folder.at("nowhere"), "mine").problem.starts_with("there is no folder"));
    QCOMPARE(describeFolder(folder.at("nowhere"), "mine").name, std::string("mine"));
}

void HubTest::namesFolders_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("name");
    QTest::newRow("a folder") << "/m/gpt2"
                              << "gpt2";
    QTest::newRow("slash at the end") << "/m/gpt2/"
                                      << "gpt2";
    QTest::newRow("dots") << "/m/gpt2/../other/."
                          << "other";
    QTest::newRow("snapshot") << "/hub/models--openai-community--gpt2/snapshots/607a"
                              << "openai-community/gpt2";
    QTest::newRow("snapshot with a slash") << "/hub/models--gpt2/snapshots/607a/"
                                           << "gpt2";
    QTest::newRow("no snapshot") << "/hub/models--gpt2/blobs/607a"
                                 << "607a";
    QTest::newRow("the root") << "/"
                              << "/";
}

void HubTest::namesFolders() {
    QFETCH(QString, path);
    QTEST(QString::fromStdString(modelName(path.toStdString())), "name");
}

QTEST_GUILESS_MAIN(HubTest)
#include "tst_hub.moc"
