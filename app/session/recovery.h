#pragma once

#include "app/session/session_file.h"

#include <QLockFile>
#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>

/// A session that a program which was killed left behind.
struct LeftSession {
    SavedSession session;
    QString file; ///< where it was saved before; empty if nowhere

    bool operator==(const LeftSession&) const = default;
};

/// Keeps a copy of the open session on the disk for the case that the program is killed. Every program that runs has a copy
/// of its own, with a lock beside it: a copy whose lock's owner is no more was left behind.
class Recovery : public QObject {
    Q_OBJECT

public:
    /// Copies lie in `folder`, which is made when there is something to keep.
    explicit Recovery(QString folder, QObject* parent = nullptr);
    /// The program ends in order: nothing is left behind.
    ~Recovery() override;

    /// Where the copies of this user lie.
    static QString usualFolder();

    /// Writes the copy, on a thread of its own.
    void keep(const LeftSession& left);
    /// Takes the copy away: there is nothing that could be lost.
    void forget();
    /// The latest copy that was left behind, which then is there no more. What cannot be read is taken away as well.
    std::optional<LeftSession> takeLeft() const;

Q_SIGNALS:
    /// The copy could not be written; told once.
    void failed(const QString& sentence);

private:
    bool own();

    QString m_folder;
    QString m_copy; ///< empty until there is something to keep
    std::unique_ptr<QLockFile> m_lock;
    QThreadPool m_writer; ///< one thread, so that copies are written in order
    bool m_told = false;
};
