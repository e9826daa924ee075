#include "engine/model/safetensors.h"
#include "engine/model/safetensors_header.h"

#include "model_files.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <limits>
#include <sstream>

using namespace mayfly;
using namespace modelfiles;

class SafeTensorsTest : public QObject {
    Q_OBJECT

private slots:
    void rejects_data();
    void rejects();
    void accepts_data();
    void accepts();
    void saysWhatTheHeaderSays();
    void readsEveryHalf();
    void readsBfloat();
    void readsAtOddOffset();
    void refusesToRead_data();
    void refusesToRead();
    void notThere();
    void shrinksWhileItsHeaderIsRead_data();
    void shrinksWhileItsHeaderIsRead();
    void shrinksWhileOpen();
    void replacedWhileOpen();
    void manyTensorsAreQuick();
    void manyNamesOnOneRangeAreQuick();
    void longestHeader();
};

namespace {

constexpr const char* file = "model.safetensors";

/// An entry of the header: F32, one dimension.
QByteArray entry(const QByteArray& name, int count, int begin) {
    return '"' + name + R"(":{"dtype":"F32","shape":[)" + QByteArray::number(count) + R"(],"data_offsets":[)" +
           QByteArray::number(begin) + ',' + QByteArray::number(begin + 4 * count) + "]}";
}

/// A file with the one tensor {"a": fields} and `bytes` of data.
QByteArray one(const QByteArray& fields, int bytes = 4) {
    return safetensors(R"({"a":{)" + fields + "}}", QByteArray(bytes, '\0'));
}

QByteArray withOffsets(const QByteArray& offsets) {
    return one(R"("dtype":"F32","shape":[1],"data_offsets":)" + offsets);
}

QByteArray withShape(const QByteArray& shape, int bytes = 4) {
    return one(R"("dtype":"F32","shape":)" + shape + R"(,"data_offsets":[0,)" + QByteArray::number(bytes) + ']', bytes);
}

QByteArray withName(const QByteArray& name) {
    return safetensors('{' + entry(name, 1, 0) + '}', QByteArray(4, '\0'));
}

QByteArray withMetadata(const QByteArray& value) {
    return safetensors(R"({"__metadata__":)" + value + ',' + entry("a", 1, 0) + '}', QByteArray(4, '\0'));
}

const QByteArray four(4, '\0');

} // namespace

void SafeTensorsTest::rejects_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("fragment");
    const QByteArray a = entry("a", 1, 0);

    QTest::newRow("empty") << QByteArray() << QByteArray("has 0 bytes: too short");
    QTest::newRow("seven bytes") << QByteArray(7, '\0') << QByteArray("has 7 bytes: too short");
    QTest::newRow("N past the end") << lengthField(3) + "{}" << QByteArray("header would take 3 bytes");
    QTest::newRow("N over the limit") << lengthField(100'000'001) + "{}" << QByteArray("would take 100000001 bytes");
    QTest::newRow("N is 2^64-1") << lengthField(~quint64(0)) + "{}" << QByteArray("would take 18446744073709551615");
    QTest::newRow("N is 0") << lengthField(0) << QByteArray("empty header");

    const QByteArray notJson = "is not valid JSON";
    QTest::newRow("not UTF-8") << withName("\xFF") << notJson;
    QTest::newRow("overlong UTF-8") << withName("\xC0\xAF") << notJson;
    QTest::newRow("one brace") << safetensors("{") << notJson;
    QTest::newRow("only spaces") << safetensors("   ") << notJson;
    QTest::newRow("trailing junk") << safetensors("{}x") << notJson;
    QTest::newRow("two objects") << safetensors("{}{}") << notJson;
    QTest::newRow("NUL padding") << safetensors(QByteArray("{}\0\0", 4)) << notJson;
    QTest::newRow("trailing comma") << safetensors("{" + a + ",}", four) << notJson;
    QTest::newRow("byte order mark") << safetensors("\xEF\xBB\xBF{}") << QByteArray("byte order mark");
    QTest::newRow("array at the top") << safetensors("[]") << QByteArray("must hold a JSON object, not an array");
    QTest::newRow("null at the top") << safetensors("null") << QByteArray("not null");
    QTest::newRow("string at the top") << safetensors("\"a\"") << QByteArray("not \"a\"");
    QTest::newRow("lone high surrogate") << withName("\\ud800") << notJson;
    QTest::newRow("lone low surrogate") << withName("\\udc00") << notJson;
    QTest::newRow("lone surrogate in an extra field")
        << one(R"("dtype":"F32","shape":[1],"data_offsets":[0,4],"x":"\ud800")") << notJson;
    QTest::newRow("nested 100,000 deep") << safetensors("{\"a\":" + QByteArray(100'000, '[')) << notJson;
    QTest::newRow("nested 100,000 deep and closed")
        << safetensors("{\"a\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + '}') << notJson;

    QTest::newRow("a name twice") << safetensors('{' + a + ',' + a + '}', four) << QByteArray("has \"a\" twice");
    QTest::newRow("a name twice, once escaped")
        << safetensors('{' + a + ',' + entry("\\u0061", 1, 4) + '}', four + four) << QByteArray("has \"a\" twice");
    QTest::newRow("overlap") << safetensors('{' + entry("a", 2, 0) + ',' + entry("b", 1, 4) + '}', four + four)
                             << QByteArray("\"b\" begins at byte 4 of the data, but the one before it ends at 8");
    QByteArray tenNames = a;
    for (int i = 0; i < 9; ++i) tenNames += ',' + entry(QByteArray(1, char('b' + i)), 1, 0);
    QTest::newRow("ten names on one range")
        << safetensors('{' + tenNames + '}', four)
        << QByteArray("begins at byte 0 of the data, but the one before it ends at 4");
    QTest::newRow("hole") << safetensors('{' + a + ',' + entry("b", 1, 8) + '}', QByteArray(12, '\0'))
                          << QByteArray("\"b\" begins at byte 8 of the data, but the one before it ends at 4");
    QTest::newRow("first not at 0") << safetensors('{' + entry("a", 1, 4) + '}', four + four)
                                    << QByteArray(
                                           "\"a\" begins at byte 4 of the data, but the one before it ends at 0");
    QTest::newRow("bytes missing") << safetensors('{' + a + '}', four.left(3)) << QByteArray("truncated");
    QTest::newRow("bytes left over") << safetensors('{' + a + '}', four + '\0')
                                     << QByteArray("has 5 bytes of data, but its tensors take 4");
    QTest::newRow("data without tensors") << safetensors("{}", four) << QByteArray("its tensors take 0");

    QTest::newRow("begin after end") << withOffsets("[4,0]") << QByteArray("ends at byte 0, before it begins at 4");
    QTest::newRow("negative offset") << withOffsets("[-1,3]") << QByteArray("has -1 in its data_offsets");
    QTest::newRow("float offset") << withOffsets("[0,4.0]") << QByteArray("has 4.0 in its data_offsets");
    QTest::newRow("exponent offset") << withOffsets("[0,4e0]")
                                     << QByteArray("in its data_offsets, which is not a count");
    QTest::newRow("string offset") << withOffsets(R"([0,"4"])") << QByteArray("has \"4\" in its data_offsets");
    QTest::newRow("null offset") << withOffsets("[null,4]") << QByteArray("has null in its data_offsets");
    QTest::newRow("one offset") << withOffsets("[0]") << QByteArray("two data_offsets, not 1");
    QTest::newRow("three offsets") << withOffsets("[0,4,8]") << QByteArray("3 numbers in its data_offsets");
    QTest::newRow("offsets no array") << withOffsets("4") << QByteArray("needs an array as its data_offsets, not 4");
    QTest::newRow("end past every file") << withOffsets("[0,18446744073709551615]") << QByteArray("takes 4");
    QTest::newRow("dimension 2^64") << withShape("[18446744073709551616]") << notJson;
    QTest::newRow("dimension 2^64-1") << withShape("[18446744073709551615]") << QByteArray("which is too much");
    QTest::newRow("dimension -1") << withShape("[-1]") << QByteArray("has -1 in its shape");
    QTest::newRow("dimension 1.0") << withShape("[1.0]") << QByteArray("has 1.0 in its shape");
    QTest::newRow("product overflows") << withShape("[4294967296,4294967296]") << QByteArray("takes more");
    QTest::newRow("product overflows to 4 bytes") << withShape("[4611686018427387905]") << QByteArray("takes more");
    QTest::newRow("product overflows before a 0")
        << withShape("[4294967296,4294967296,0]", 0) << QByteArray("takes more");
    QTest::newRow("shape and length disagree") << withShape("[2]") << QByteArray("has 4 bytes, but F32 [2] takes 8");
    QTest::newRow("shape no array") << withShape("1") << QByteArray("needs an array as its shape, not 1");
    QTest::newRow("rank 9") << withShape("[1,1,1,1,1,1,1,1,1]") << QByteArray("has 9 numbers in its shape");
    QTest::newRow("rank 1000") << withShape('[' + QByteArray("1,").repeated(999) + "1]")
                               << QByteArray("has 1000 numbers");

    const QByteArray shape = R"("shape":[1])", offsets = R"("data_offsets":[0,4])", dtype = R"("dtype":"F32")";
    QTest::newRow("unknown dtype") << one(shape + ',' + offsets + R"(,"dtype":"F128")")
                                   << QByteArray("unknown dtype \"F128\"");
    QTest::newRow("lower-case dtype") << one(shape + ',' + offsets + R"(,"dtype":"f32")")
                                      << QByteArray("unknown dtype \"f32\"");
    QTest::newRow("dtype no string") << one(shape + ',' + offsets + R"(,"dtype":32)") << QByteArray("unknown dtype 32");
    QTest::newRow("no dtype") << one(shape + ',' + offsets) << QByteArray("\"a\" has no dtype");
    QTest::newRow("no shape") << one(dtype + ',' + offsets) << QByteArray("\"a\" has no shape");
    QTest::newRow("no offsets") << one(dtype + ',' + shape) << QByteArray("\"a\" has no data_offsets");
    QTest::newRow("dtype twice") << one(dtype + ',' + dtype + ',' + shape + ',' + offsets)
                                 << QByteArray("has \"dtype\" twice");
    QTest::newRow("shape twice") << one(dtype + ',' + shape + ',' + shape + ',' + offsets)
                                 << QByteArray("has \"shape\" twice");
    QTest::newRow("offsets twice") << one(dtype + ',' + shape + ',' + offsets + ',' + offsets)
                                   << QByteArray("has \"data_offsets\" twice");
    QTest::newRow("entry no object") << safetensors(R"({"a":[]})")
                                     << QByteArray("tensor \"a\" must hold a JSON object");

    QTest::newRow("number in the metadata")
        << withMetadata(R"({"step":5})") << QByteArray("has 5 as \"step\" of its __metadata__");
    QTest::newRow("metadata an array") << withMetadata("[]") << QByteArray("__metadata__ must hold a JSON object");
    QTest::newRow("metadata twice") << safetensors(R"({"__metadata__":{},"__metadata__":{}})") << QByteArray("twice");
    QTest::newRow("name is escaped and cut")
        << safetensors("{\"\\n\\u0000" + QByteArray(500, 'x') + "\":1}") << QByteArray("tensor \"\\x0a\\x00xxx");
}

void SafeTensorsTest::rejects() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, fragment);
    const Folder folder;
    folder.write(file, bytes);
    const Outcome outcome = outcomeOf([&] { SafeTensors(folder.at(file)); });
    QCOMPARE(outcome.kind, QByteArray("Malformed"));
    QVERIFY2(outcome.sentence.contains(fragment), outcome.sentence);
    QVERIFY2(outcome.sentence.contains(file), outcome.sentence);
    QVERIFY2(outcome.sentence.endsWith('.') && outcome.sentence.size() < 400, outcome.sentence);
}

void SafeTensorsTest::accepts_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("tensors");
    const QByteArray a = entry("a", 1, 0);

    QTest::newRow("spaces around") << safetensors(" \n{" + a + "}\t \r\n", four) << 1;
    QTest::newRow("nothing") << safetensors("{}") << 0;
    QTest::newRow("only metadata") << safetensors(R"({"__metadata__":{"format":"pt"}})") << 0;
    QTest::newRow("metadata null") << withMetadata("null") << 1;
    QTest::newRow("metadata empty") << withMetadata("{}") << 1;
    QTest::newRow("any order") << safetensors('{' + entry("b", 1, 4) + ',' + entry("c", 1, 8) + ',' + a + '}',
                                              QByteArray(12, '\0'))
                               << 3;
    QTest::newRow("zero-size tensor between two")
        << safetensors('{' + entry("c", 1, 4) + ',' + entry("b", 0, 4) + ',' + a + '}', four + four) << 3;
    QTest::newRow("several zero-size tensors at one place")
        << safetensors('{' + entry("b", 0, 0) + ',' + entry("c", 0, 0) + '}') << 2;
    QTest::newRow("scalar") << withShape("[]") << 1;
    QTest::newRow("rank 8") << withShape("[1,1,1,1,1,1,1,1]") << 1;
    QTest::newRow("unknown extra field") << one(R"("dtype":"F32","shape":[1],"x":[{}],"data_offsets":[0,4])") << 1;
    QTest::newRow("empty name") << withName("") << 1;
    QTest::newRow("NUL in the name") << withName("a\\u0000b") << 1;
    QTest::newRow("name like a path") << withName("../../x") << 1;
    QTest::newRow("every known dtype of one byte")
        << safetensors(R"({"a":{"dtype":"BOOL","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"F8_E4M3","shape":[1],)"
                       R"("data_offsets":[1,2]},"c":{"dtype":"F8_E5M2","shape":[1],"data_offsets":[2,3]}})",
                       four.left(3))
        << 3;
}

void SafeTensorsTest::accepts() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, tensors);
    const Folder folder;
    folder.write(file, bytes);
    const Outcome outcome =
        outcomeOf([&] { QCOMPARE(SafeTensors(folder.at(file)).tensors().size(), std::size_t(tensors)); });
    QCOMPARE(outcome.sentence, QByteArray());
}

void SafeTensorsTest::saysWhatTheHeaderSays() {
    const Folder folder;
    const QByteArray bytes = withName("a\\u0000b");
    folder.write(file, bytes);
    const SafeTensors tensors(folder.at(file));
    const std::string name("a\0b", 3);
    QVERIFY(tensors.has(name));
    QVERIFY(!tensors.has("a"));
    const TensorInfo& info = tensors.tensors().at(name);
    QCOMPARE(info.type, DType::F32);
    QCOMPARE(info.shape, TensorShape{1});
    QCOMPARE(info.count(), std::uint64_t(1));
    QCOMPARE(info.end, std::uint64_t(bytes.size()));
    QCOMPARE(info.begin, std::uint64_t(bytes.size() - 4));
}

void SafeTensorsTest::readsEveryHalf() {
    QByteArray data;
    for (int bits = 0; bits < 0x10000; ++bits) data.append(char(bits & 0xFF)).append(char(bits >> 8));
    const Folder folder;
    folder.write(file, safetensors(R"({"a":{"dtype":"F16","shape":[256,256],"data_offsets":[0,131072]}})", data));
    const FloatBuffer values = SafeTensors(folder.at(file)).read("a", {256, 256});
    QCOMPARE(values.size(), std::size_t(0x10000));
    for (int bits = 0; bits < 0x10000; ++bits) {
        const float value = values.data()[bits];
        const int exponent = (bits >> 10) & 31, fraction = bits & 1023;
        QCOMPARE(std::signbit(value), bits >= 0x8000);
        if (exponent == 31 && fraction != 0) {
            QVERIFY(std::isnan(value));
            continue;
        }
        const double expected = exponent == 31  ? std::numeric_limits<double>::infinity()
                                : exponent == 0 ? std::ldexp(fraction, -24)
                                                : std::ldexp(1024 + fraction, exponent - 25);
        QVERIFY(double(std::abs(value)) == expected);
    }
}

void SafeTensorsTest::readsBfloat() {
    const Folder folder;
    //                    1.0          -2.5         inf          NaN          2^-133, subnormal
    const QByteArray data("\x80\x3F"
                          "\x20\xC0"
                          "\x80\x7F"
                          "\xC0\x7F"
                          "\x01\x00",
                          10);
    folder.write(file, safetensors(R"({"a":{"dtype":"BF16","shape":[5],"data_offsets":[0,10]}})", data));
    const FloatBuffer values = SafeTensors(folder.at(file)).read("a", {5});
    QCOMPARE(values.data()[0], 1.0F);
    QCOMPARE(values.data()[1], -2.5F);
    QCOMPARE(values.data()[2], std::numeric_limits<float>::infinity());
    QVERIFY(std::isnan(values.data()[3]));
    QVERIFY(values.data()[4] == std::ldexp(1.0F, -133));
}

void SafeTensorsTest::readsAtOddOffset() {
    const Folder folder;
    const float numbers[] = {1.5F, -0.0F, std::numeric_limits<float>::denorm_min()};
    const QByteArray data = QByteArray(1, '\7') + QByteArray(reinterpret_cast<const char*>(numbers), sizeof numbers);
    folder.write(file, safetensors(R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},)"
                                   R"("b":{"dtype":"F32","shape":[3],"data_offsets":[1,13]}})",
                                   data));
    const FloatBuffer values = SafeTensors(folder.at(file)).read("b", {3});
    for (std::size_t i = 0; i < 3; ++i)
        QCOMPARE(std::bit_cast<quint32>(values.data()[i]), std::bit_cast<quint32>(numbers[i]));
}

void SafeTensorsTest::refusesToRead_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("size");
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("fragment");
    QTest::newRow("no such tensor") << QByteArray("z") << 1 << QByteArray("NotFound")
                                    << QByteArray("has no tensor \"z\"");
    QTest::newRow("another shape") << QByteArray("a") << 2 << QByteArray("Malformed")
                                   << QByteArray("\"a\" has the shape [1], expected [2]");
    QTest::newRow("integers") << QByteArray("i") << 1 << QByteArray("Unsupported")
                              << QByteArray("\"i\" has the dtype I32");
}

void SafeTensorsTest::refusesToRead() {
    QFETCH(QByteArray, name);
    QFETCH(int, size);
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, fragment);
    const Folder folder;
    folder.write(file, safetensors('{' + entry("a", 1, 0) + R"(,"i":{"dtype":"I32","shape":[1],"data_offsets":[4,8]}})",
                                   four + four));
    const SafeTensors tensors(folder.at(file));
    const Outcome outcome = outcomeOf([&] { tensors.read(name.toStdString(), {size}); });
    QCOMPARE(outcome.kind, kind);
    QVERIFY2(outcome.sentence.contains(fragment), outcome.sentence);
}

void SafeTensorsTest::notThere() {
    const Folder folder;
    Outcome outcome = outcomeOf([&] { SafeTensors(folder.at(file)); });
    QCOMPARE(outcome.kind, QByteArray("NotFound"));
    QVERIFY2(outcome.sentence.contains("is not there"), outcome.sentence);
    folder.makeFolder(file);
    outcome = outcomeOf([&] { SafeTensors(folder.at(file)); });
    QCOMPARE(outcome.kind, QByteArray("NotFound"));
    QVERIFY2(outcome.sentence.contains("is not a file"), outcome.sentence);
}

void SafeTensorsTest::shrinksWhileItsHeaderIsRead_data() {
    QTest::addColumn<int>("left");
    QTest::newRow("nothing left") << 0;
    QTest::newRow("half of the length") << 4;
    QTest::newRow("only the length") << 8;
    QTest::newRow("half of the header") << 20;
}

/// The length that was asked for when it was opened no longer holds.
void SafeTensorsTest::shrinksWhileItsHeaderIsRead() {
    QFETCH(int, left);
    const QByteArray bytes = withName("a");
    std::istringstream stream(bytes.left(left).toStdString());
    const Outcome outcome = outcomeOf([&] { readTensorHeader(stream, std::uint64_t(bytes.size()), file); });
    QCOMPARE(outcome.kind, QByteArray("Malformed"));
    QVERIFY2(outcome.sentence.endsWith("model.safetensors became shorter while it was read."), outcome.sentence);
}

void SafeTensorsTest::shrinksWhileOpen() {
    const Folder folder;
    constexpr int count = 1 << 20;
    folder.write(file, safetensors('{' + entry("a", count, 0) + '}', QByteArray(4 * count, '\0')));
    const SafeTensors tensors(folder.at(file));
    QVERIFY(QFile::resize(folder.path(file), 1 << 20));
    const Outcome outcome = outcomeOf([&] { tensors.read("a", {count}); });
    QCOMPARE(outcome.kind, QByteArray("Malformed"));
    QVERIFY2(outcome.sentence.contains("became shorter while it was read"), outcome.sentence);
}

void SafeTensorsTest::replacedWhileOpen() {
    const Folder folder;
    folder.write(file, safetensors('{' + entry("a", 1, 0) + '}', QByteArray("\0\0\x80\x3F", 4)));
    const SafeTensors tensors(folder.at(file));
    folder.write("new", "not a safetensors file");
    std::filesystem::rename(folder.at("new"), folder.at(file));
    QCOMPARE(tensors.read("a", {1}).data()[0], 1.0F);
    QCOMPARE(tensors.read("a", {1}).data()[0], 1.0F); // and again
}

void SafeTensorsTest::manyTensorsAreQuick() {
    constexpr int count = 100'000;
    QByteArray header;
    for (int i = count - 1; i >= 0; --i) header += ',' + entry(QByteArray::number(i), 1, 4 * i);
    header[0] = '{';
    const Folder folder;
    folder.write(file, safetensors(header + '}', QByteArray(4 * count, '\0')));
    QCOMPARE(SafeTensors(folder.at(file)).tensors().size(), std::size_t(count));
}

void SafeTensorsTest::manyNamesOnOneRangeAreQuick() {
    QByteArray header;
    for (int i = 0; i < 100'000; ++i) header += ',' + entry(QByteArray::number(i), 1, 0);
    header[0] = '{';
    const Folder folder;
    folder.write(file, safetensors(header + '}', four));
    const Outcome outcome = outcomeOf([&] { SafeTensors(folder.at(file)); });
    QVERIFY2(outcome.sentence.contains("begins at byte 0 of the data, but the one before it ends at 4"),
             outcome.sentence);
}

/// 100 MB of spaces, the most that the format allows, and the brackets behind them.
void SafeTensorsTest::longestHeader() {
    const Folder folder;
    folder.write(file, safetensors(QByteArray(99'999'998, ' ') + "{}"));
    QVERIFY(SafeTensors(folder.at(file)).tensors().empty());
}

QTEST_GUILESS_MAIN(SafeTensorsTest)
#include "tst_safetensors.moc"
