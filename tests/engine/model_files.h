#pragma once

#include "engine/error.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

/// What tests of the model's files are made with.
namespace modelfiles {

/// What was thrown: "" where nothing was.
struct Outcome {
    QByteArray kind;
    QByteArray sentence;
};

inline QByteArray nameOf(mayfly::ErrorKind kind) {
    switch (kind) {
    case mayfly::ErrorKind::NotFound:
        return "NotFound";
    case mayfly::ErrorKind::Malformed:
        return "Malformed";
    case mayfly::ErrorKind::Unsupported:
        return "Unsupported";
    case mayfly::ErrorKind::NotWritten:
        return "NotWritten";
    case mayfly::ErrorKind::OutOfRange:
        return "OutOfRange";
    }
    return "?";
}

template<typename Action>
Outcome outcomeOf(const Action& action) {
    try {
        action();
    } catch (const mayfly::Error& error) {
        return {nameOf(error.kind()), error.what()};
    } catch (const std::exception& error) {
        return {"not an Error", error.what()};
    }
    return {};
}

/// A folder that is gone after the test.
class Folder {
public:
    QString path(const QString& name = {}) const { return m_dir.filePath(name); }
    std::filesystem::path at(const QString& name) const { return path(name).toStdString(); }
    std::filesystem::path root() const { return m_dir.path().toStdString(); }

    /// Writes a file, and the folders above it.
    void write(const QString& name, const QByteArray& bytes) const {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("cannot write a test's file");
    }
    void makeFolder(const QString& name) const { QDir().mkpath(path(name)); }

private:
    QTemporaryDir m_dir;
};

inline QByteArray lengthField(quint64 length) {
    QByteArray bytes(8, '\0');
    qToLittleEndian(length, bytes.data());
    return bytes;
}

inline QByteArray safetensors(const QByteArray& header, const QByteArray& data = {}) {
    return lengthField(quint64(header.size())) + header + data;
}

/// Tensors by name, and the safetensors file that holds them in the order of their names.
struct TensorSet {
    struct Tensor {
        QByteArray dtype;
        std::vector<int> shape;
        QByteArray data;
    };

    /// Small numbers, different from one another.
    void add(const QByteArray& name, const std::vector<int>& shape, float first = 0.5F) {
        QByteArray data;
        qsizetype count = 1;
        for (const int dim : shape) count *= dim;
        for (qsizetype i = 0; i < count; ++i) {
            const float value = first + float(i) / 64;
            data.append(reinterpret_cast<const char*>(&value), sizeof value);
        }
        tensors[name] = {"F32", shape, data};
    }
    /// Zeros of a 16-bit type.
    void addHalves(const QByteArray& name, const std::vector<int>& shape) {
        qsizetype count = 1;
        for (const int dim : shape) count *= dim;
        tensors[name] = {"F16", shape, QByteArray(2 * count, '\0')};
    }

    QByteArray file() const {
        QByteArray header;
        QByteArray data;
        for (const auto& [name, tensor] : tensors) {
            QByteArray shape;
            for (const int dim : tensor.shape) shape += (shape.isEmpty() ? "" : ",") + QByteArray::number(dim);
            header += (header.isEmpty() ? "{" : ",") + ('"' + name) + R"(":{"dtype":")" + tensor.dtype +
                      R"(","shape":[)" + shape + R"(],"data_offsets":[)" + QByteArray::number(data.size()) + ',' +
                      QByteArray::number(data.size() + tensor.data.size()) + "]}";
            data += tensor.data;
        }
        return safetensors(header.isEmpty() ? "{}" : header + '}', data);
    }

    std::map<QByteArray, Tensor> tensors;
};

/// A GPT-2 that is as small as can be.
struct TinyGpt2 {
    int layers = 1, heads = 1, width = 2, inner = 8, context = 3, vocab = 4;

    QByteArray config(const QByteArray& more = {}) const {
        return R"({"model_type":"gpt2","n_layer":)" + QByteArray::number(layers) + R"(,"n_head":)" +
               QByteArray::number(heads) + R"(,"n_embd":)" + QByteArray::number(width) + R"(,"n_inner":)" +
               QByteArray::number(inner) + R"(,"n_positions":)" + QByteArray::number(context) + R"(,"vocab_size":)" +
               QByteArray::number(vocab) + more + '}';
    }

    /// Every tensor, its name begun with `base`. `add` is TensorSet's function for one.
    TensorSet tensors(const QByteArray& base = {}, bool halves = false) const {
        TensorSet set;
        const auto add = [&](const QByteArray& name, const std::vector<int>& shape) {
            halves ? set.addHalves(base + name, shape) : set.add(base + name, shape);
        };
        add("wte.weight", {vocab, width});
        add("wpe.weight", {context, width});
        add("ln_f.weight", {width});
        add("ln_f.bias", {width});
        for (int layer = 0; layer < layers; ++layer) {
            const QByteArray prefix = "h." + QByteArray::number(layer) + '.';
            for (const char* norm : {"ln_1", "ln_2"})
                for (const char* part : {".weight", ".bias"}) add(prefix + norm + part, {width});
            const auto linear = [&](const char* name, int in, int out) {
                add(prefix + name + ".weight", {in, out});
                add(prefix + name + ".bias", {out});
            };
            linear("attn.c_attn", width, 3 * width);
            linear("attn.c_proj", width, width);
            linear("mlp.c_fc", width, inner);
            linear("mlp.c_proj", inner, width);
        }
        return set;
    }
};

} // namespace modelfiles
