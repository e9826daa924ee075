#include "engine/reading/path.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <random>

namespace mayfly {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr int spare = 8;      ///< dimensions beside those asked for: with them a few rounds are enough
constexpr int mostRounds = 60;
constexpr double settled = 1e-12; ///< relative change of the variances of a round

/// The vectors of a trace, 32 tokens of a depth at a time, as rows of a matrix in double.
class Stream {
public:
    Stream(const Trace& trace, const PathChoice& choice) : m_trace(trace), m_choice(choice) {}

    /// Calls action(depth, first token, rows) for all, or without those that have no part in the basis.
    template<typename Action>
    void each(bool ofBasis, const Action& action) const {
        for (int depth = 0; depth <= m_trace.layers(); ++depth)
            for (int token = ofBasis ? firstOfBasis() : 0; token < m_trace.tokens();) {
                const int count = std::min(TraceLayout::rows - token % TraceLayout::rows, m_trace.tokens() - token);
                action(depth, token, rows(depth, token, count));
                token += count;
            }
    }

    Index basisRows() const { return Index(m_trace.layers() + 1) * std::max(m_trace.tokens() - firstOfBasis(), 0); }

private:
    /// A text of one token has nothing else to show.
    int firstOfBasis() const { return m_choice.hideFirst && m_trace.tokens() > 1 ? 1 : 0; }

    MatrixXd rows(int depth, int token, int count) const {
        using RowMajor = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
        const Eigen::Map<const RowMajor> stored(m_trace.residual(depth, token).data(), count, m_trace.dModel());
        MatrixXd rows = stored.cast<double>();
        if (m_choice.unitLength) rows.rowwise().normalize(); // leaves zeros as they are
        return rows;
    }

    const Trace& m_trace;
    const PathChoice& m_choice;
};

VectorXd meanOf(const Stream& stream, Index width) {
    VectorXd sum = VectorXd::Zero(width);
    stream.each(true, [&](int, int, const MatrixXd& rows) { sum += rows.colwise().sum().transpose(); });
    return sum / double(stream.basisRows());
}

double varianceOf(const Stream& stream, const VectorXd& mean) {
    double sum = 0;
    stream.each(true, [&](int, int, const MatrixXd& rows) {
        sum += (rows.rowwise() - mean.transpose()).squaredNorm();
    });
    return sum;
}

/// Covariance × basis, without the covariance: Σ Xᵀ (X B) over the centred rows X.
MatrixXd spread(const Stream& stream, const VectorXd& mean, const MatrixXd& basis) {
    MatrixXd product = MatrixXd::Zero(basis.rows(), basis.cols());
    stream.each(true, [&](int, int, const MatrixXd& rows) {
        const MatrixXd centred = rows.rowwise() - mean.transpose();
        product.noalias() += centred.transpose() * (centred * basis);
    });
    return product;
}

MatrixXd orthonormal(const MatrixXd& columns) {
    return Eigen::HouseholderQR<MatrixXd>(columns).householderQ() * MatrixXd::Identity(columns.rows(), columns.cols());
}

/// Columns to begin with: any that lie along no axis, always the same.
MatrixXd start(Index rows, Index columns) {
    std::mt19937 numbers(1); // NOLINT: the standard says what it yields, on every machine
    MatrixXd basis(rows, columns);
    for (Index c = 0; c < columns; ++c)
        for (Index r = 0; r < rows; ++r) basis(r, c) = double(numbers()) / 0x1p32 - 0.5;
    return orthonormal(basis);
}

/// The directions of most variance, largest first, and the variance along each.
struct Principal {
    MatrixXd directions; ///< D × as many as were tried
    VectorXd variances;
};

Principal rotated(const MatrixXd& basis, const MatrixXd& image) {
    const Eigen::SelfAdjointEigenSolver<MatrixXd> within(basis.transpose() * image); // smallest first
    return {(basis * within.eigenvectors()).rowwise().reverse(), within.eigenvalues().reverse().cwiseMax(0)};
}

Principal principalOf(const Stream& stream, const VectorXd& mean, Index asked) {
    const Index tried = std::min(asked + spare, mean.size());
    Principal found{start(mean.size(), tried), VectorXd::Zero(tried)};
    for (int round = 0; round < mostRounds; ++round) {
        const MatrixXd image = spread(stream, mean, found.directions);
        const VectorXd before = found.variances;
        const Principal next = rotated(found.directions, image);
        found = {orthonormal(image), next.variances};
        const Index shown = std::min(asked, tried);
        if ((next.variances - before).head(shown).cwiseAbs().maxCoeff() <= settled * next.variances(0)) return next;
    }
    return rotated(found.directions, spread(stream, mean, found.directions));
}

void pointUp(MatrixXd& directions) {
    for (Index c = 0; c < directions.cols(); ++c) {
        Index largest = 0;
        directions.col(c).cwiseAbs().maxCoeff(&largest);
        if (directions(largest, c) < 0) directions.col(c) *= -1;
    }
}

void project(const Stream& stream, const VectorXd& mean, const MatrixXd& directions, StreamPath& path) {
    stream.each(false, [&](int depth, int token, const MatrixXd& rows) {
        const MatrixXd points = (rows.rowwise() - mean.transpose()) * directions;
        for (Index r = 0; r < points.rows(); ++r)
            for (Index c = 0; c < points.cols(); ++c)
                path.points[std::size_t((depth * path.tokens + token + int(r)) * path.components + int(c))] =
                    float(points(r, c));
    });
}

} // namespace

StreamPath streamPath(const Trace& trace, const PathChoice& choice) {
    StreamPath path;
    path.tokens = trace.tokens();
    path.depths = trace.layers() + 1;
    path.components = choice.components;
    path.explained.assign(std::size_t(choice.components), 0.0);
    path.points.assign(std::size_t(path.depths * path.tokens * path.components), 0.0F);
    const Stream stream(trace, choice);
    if (stream.basisRows() == 0) return path;
    const VectorXd mean = meanOf(stream, trace.dModel());
    const double variance = varianceOf(stream, mean);
    if (!(variance > 0) || std::isinf(variance)) return path; // one point, or numbers that are none
    Principal principal = principalOf(stream, mean, choice.components);
    const Index shown = std::min<Index>(choice.components, principal.directions.cols());
    MatrixXd directions = principal.directions.leftCols(shown);
    pointUp(directions);
    for (Index c = 0; c < shown; ++c) path.explained[std::size_t(c)] = principal.variances(c) / variance;
    project(stream, mean, directions, path);
    return path;
}

} // namespace mayfly
