#include "engine/model/checkpoint.h"

#include "model_files.h"

#include <QTest>

#include <sys/stat.h>

using namespace mayfly;
using namespace modelfiles;

/// Which files of a folder a checkpoint is read from, and what is said where they are not as they should be.
class ModelFolderTest : public QObject {
    Q_OBJECT

private slots:
    void takesTheSingleFileBeforeTheIndex();
    void readsShards();
    void rejectsShards_data();
    void rejectsShards();
    void rejectsATensorInTwoShards();
    void rejectsAPointerAsShard();
    void rejectsFolder_data();
    void rejectsFolder();
};

namespace {

constexpr const char* indexFile = "model.safetensors.index.json";
const QByteArray lfsPointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 548105171\n";

/// An index that puts tensors into shards by `shardOf`.
template<typename ShardOf>
QByteArray indexOf(const TensorSet& tensors, const ShardOf& shardOf) {
    QByteArray map;
    for (const auto& [name, tensor] : tensors.tensors)
        map += (map.isEmpty() ? "\"" : ",\"") + name + "\":\"" + shardOf(name) + '"';
    return R"({"metadata":{"total_size":1},"weight_map":{)" + map + "}}";
}

/// A tiny model in two files, whose index says what is in which.
struct Shards {
    Shards() {
        for (const auto& [name, tensor] : all.tensors)
            (shardOf(name) == "b.safetensors" ? second : first).tensors[name] = tensor;
    }
    void write(const Folder& folder) const {
        folder.write("config.json", TinyGpt2().config());
        folder.write("a.safetensors", first.file());
        folder.write("b.safetensors", second.file());
        folder.write(indexFile, indexOf(all, shardOf));
    }
    static QByteArray shardOf(const QByteArray& tensor) {
        return tensor.startsWith("h.") ? "b.safetensors" : "a.safetensors";
    }

    TensorSet all = TinyGpt2().tensors();
    TensorSet first, second;
};

} // namespace

void ModelFolderTest::takesTheSingleFileBeforeTheIndex() {
    const Folder folder;
    folder.write("config.json", TinyGpt2().config());
    folder.write("model.safetensors", TinyGpt2().tensors().file());
    folder.write(indexFile, "not even JSON");
    QCOMPARE(readCheckpoint(folder.root()).weights.layers.size(), std::size_t(1));
}

void ModelFolderTest::readsShards() {
    const Folder folder;
    Shards().write(folder);
    const Weights weights = readCheckpoint(folder.root()).weights;
    QCOMPARE(weights.finalNorm.bias.data()[1], 0.5F + 1.0F / 64);         // from the one
    QCOMPARE(weights.layers.at(0).down.bias.data()[1], 0.5F + 1.0F / 64); // from the other
}

void ModelFolderTest::rejectsShards_data() {
    QTest::addColumn<QByteArray>("index"); // empty: the right one
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("fragment");
    const Shards shards;
    const auto row = [](const char* name, const char* kind, const QByteArray& index, const char* fragment) {
        QTest::newRow(name) << index << QByteArray(kind) << QByteArray(fragment);
    };
    const auto named = [&](const char* name, const char* kind, const QByteArray& shard, const char* fragment) {
        row(name, kind,
            indexOf(shards.all, [&](const QByteArray& t) { return t == "ln_f.bias" ? shard : Shards::shardOf(t); }),
            fragment);
    };
    named("missing shard", "NotFound", "c.safetensors", R"(lacks "c.safetensors", one of the 3 files)");
    named("name with a slash", "Malformed", "x/c.safetensors",
          R"(the shard "x/c.safetensors", which is not a file's name)");
    named("name with a backslash", "Malformed", R"(x\\c.safetensors)", R"(the shard "x\\c.safetensors")");
    named("parent folder", "Malformed", "../a.safetensors", R"(the shard "../a.safetensors")");
    named("the parent itself", "Malformed", "..", R"(the shard "..")");
    named("the folder itself", "Malformed", ".", R"(the shard ".")");
    named("absolute", "Malformed", "/etc/passwd", R"(the shard "/etc/passwd")");
    named("empty", "Malformed", "", R"(the shard "")");
    named("NUL in the name", "Malformed", R"(a.safetensors\u0000x)", R"(the shard "a.safetensors\x00x")");
    named("control characters in the name", "Malformed", R"(\u001b[2Ja.safetensors)", R"(the shard "\x1b[2Ja)");
    named("a name that is too long", "Malformed", QByteArray(256, 'x'), R"(xxx...", which is not a file's name)");
    named("a name that is just too long", "NotFound", QByteArray(255, 'x'), R"(xxx...", one of the 3 files)");
    named("a shard that is no weights", "Malformed", "config.json", "is not a safetensors file");
    named("a tensor its shard lacks", "Malformed", "b.safetensors", R"(b.safetensors lacks tensor "ln_f.bias")");
    TensorSet more = shards.all;
    more.add("z", {});
    row("a tensor no shard has", "Malformed", indexOf(more, Shards::shardOf), R"(a.safetensors lacks tensor "z")");
    row("a tensor twice in the index", "Malformed", R"({"weight_map":{"a":"a.safetensors","a":"b.safetensors"}})",
        R"(has "a" twice)");
    row("a shard's name a number", "Malformed", R"({"weight_map":{"a":1}})", R"(names no file for tensor "a")");
    row("no weight_map", "Malformed", R"({"metadata":{}})", "has no weight_map");
    row("weight_map an array", "Malformed", R"({"weight_map":[]})", "must hold a JSON object, not an array");
    row("weight_map empty", "Malformed", R"({"weight_map":{}})", "weight_map is empty");
    row("not JSON", "Malformed", "{", "is not valid JSON");
    row("a pointer", "Unsupported", lfsPointer, "git lfs pull");
}

void ModelFolderTest::rejectsShards() {
    QFETCH(QByteArray, index);
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, fragment);
    const Folder folder;
    Shards().write(folder);
    folder.write(indexFile, index);
    const Outcome outcome = outcomeOf([&] { readCheckpoint(folder.root()); });
    QCOMPARE(outcome.kind, kind);
    QVERIFY2(outcome.sentence.contains(fragment), outcome.sentence);
}

void ModelFolderTest::rejectsATensorInTwoShards() {
    Shards shards;
    shards.second.add("ln_f.bias", {2});
    const Folder folder;
    shards.write(folder);
    const Outcome outcome = outcomeOf([&] { readCheckpoint(folder.root()); });
    QCOMPARE(outcome.kind, QByteArray("Malformed"));
    QVERIFY2(outcome.sentence.contains("tensor \"ln_f.bias\" is in two files"), outcome.sentence);
}

void ModelFolderTest::rejectsAPointerAsShard() {
    const Folder folder;
    Shards().write(folder);
    folder.write("b.safetensors", lfsPointer);
    const Outcome outcome = outcomeOf([&] { readCheckpoint(folder.root()); });
    QCOMPARE(outcome.kind, QByteArray("Unsupported"));
    QVERIFY2(outcome.sentence.contains("b.safetensors is a Git LFS pointer"), outcome.sentence);
}

void ModelFolderTest::rejectsFolder_data() {
    QTest::addColumn<QByteArrayList>("files"); // written with {} inside; / at the end: a folder; "->": a link to
                                               // nowhere; "@": to itself; "|": a pipe
    QTest::addColumn<QByteArray>("open");
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("fragment");
    const auto row = [](const char* name, const char* kind, const QByteArrayList& files, const char* fragment,
                        const QByteArray& open = "m") {
        QTest::newRow(name) << files << open << QByteArray(kind) << QByteArray(fragment);
    };
    row("not there", "NotFound", {}, "there is no folder");
    row("a file", "NotFound", {"m/model.safetensors"}, "is a file: open a folder in Hugging Face's layout",
        "m/model.safetensors");
    row("empty", "NotFound", {"m/"}, "is empty: open a folder in Hugging Face's layout");
    row("something else", "NotFound", {"m/notes.txt"}, "has no config.json: open a folder in Hugging Face's layout");
    row("config.json alone", "NotFound", {"m/config.json"}, "has a config.json but no weights");
    row("config.json a folder", "NotFound", {"m/config.json/"}, "config.json is not a file");
    row("config.json a dead link", "NotFound", {"m/config.json->"},
        "is a link to a file that is not there: the download");
    row("weights a dead link", "NotFound", {"m/config.json", "m/model.safetensors->"},
        "is a link to a file that is not there");
    row("a circle of links", "NotFound", {"m@"}, "cannot be opened: ");
    row("config.json a circle of links", "NotFound", {"m/config.json@"}, "config.json cannot be read: ");
    row("config.json a pipe", "NotFound", {"m/config.json|"}, "config.json is not a file");
    row("weights a pipe", "NotFound", {"m/config.json", "m/model.safetensors|"}, "model.safetensors is not a file");
    row("weights a circle of links", "NotFound", {"m/config.json", "m/model.safetensors@"},
        "model.safetensors cannot be read: ");
    row("index a pipe", "NotFound", {"m/config.json", "m/model.safetensors.index.json|"}, "index.json is not a file");
    row("index a dead link", "NotFound", {"m/config.json", "m/model.safetensors.index.json->"},
        "is a link to a file that is not there");
    row("weights a folder", "NotFound", {"m/config.json", "m/model.safetensors/"}, "model.safetensors is not a file");
    row("shards without an index", "NotFound", {"m/config.json", "m/model-00001-of-00002.safetensors"},
        "has \"model-00001-of-00002.safetensors\" but neither model.safetensors nor model.safetensors.index.json");
    for (const char* file : {"pytorch_model.bin", "model.pt", "model.gguf", "tf_model.h5", "flax_model.msgpack"})
        row(file, "Unsupported", {"m/config.json", QByteArray("m/") + file}, "convert them to safetensors");
}

void ModelFolderTest::rejectsFolder() {
    QFETCH(QByteArrayList, files);
    QFETCH(QByteArray, open);
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, fragment);
    const Folder folder;
    for (const QByteArray& name : files) {
        if (name.endsWith('/'))
            folder.makeFolder(name);
        else if (name.endsWith("->")) {
            folder.makeFolder("m");
            std::filesystem::create_symlink("../blobs/nowhere", folder.at(name.chopped(2)));
        } else if (name.endsWith('@')) {
            if (name.contains('/')) folder.makeFolder("m");
            std::filesystem::create_symlink(QFileInfo(name.chopped(1)).fileName().toStdString(),
                                            folder.at(name.chopped(1)));
        } else if (name.endsWith('|')) {
            folder.makeFolder("m");
            QCOMPARE(mkfifo(folder.at(name.chopped(1)).c_str(), 0600), 0);
        } else
            folder.write(name, name.endsWith("config.json") ? TinyGpt2().config() : QByteArray("{}"));
    }
    const Outcome outcome = outcomeOf([&] { readCheckpoint(folder.at(open)); });
    QCOMPARE(outcome.kind, kind);
    QVERIFY2(outcome.sentence.contains(fragment), outcome.sentence);
    QVERIFY2(outcome.sentence.contains(folder.path("m").toUtf8()), outcome.sentence);
}

QTEST_GUILESS_MAIN(ModelFolderTest)
#include "tst_model_folder.moc"
