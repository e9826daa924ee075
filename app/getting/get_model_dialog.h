#pragma once

#include "app/download/downloader.h"
#include "app/download/pace.h"
#include "engine/model/hub.h"

#include <QDialog>
#include <QElapsedTimer>

#include <vector>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace getting {

class OfferList;

/// Gets a model from the Hugging Face Hub: one of those on offer, or any whose name is typed. Closing the dialog lets the
/// download go on; destroying it stops it, and what has arrived is kept for the next time.
class GetModelDialog : public QDialog {
    Q_OBJECT

public:
    explicit GetModelDialog(QWidget* parent = nullptr);

    /// What is on this machine: it is opened instead of fetched.
    void setFound(const std::vector<mayfly::FoundModel>& found);
    bool isRunning() const { return m_downloader.isRunning(); }

Q_SIGNALS:
    /// A model has come: its name, or its folder where it is not the main revision.
    void arrived(const QString& model);
    /// It is to be opened.
    void openAsked(const QString& model);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void connectAll();
    void carryOut();
    void get(const download::Repository& repository);
    void follow();
    void showProgress(const download::Progress& progress);
    void finish(const QString& folder);
    void end(const QString& sentence);
    void complain(const QString& sentence);
    bool isHere(const download::Repository& repository) const;
    QString modelOf(const download::Repository& repository, const QString& folder) const;

    OfferList* m_offers = nullptr;
    QLineEdit* m_name = nullptr;
    QProgressBar* m_bar = nullptr;
    QLabel* m_says = nullptr; ///< how far it is, or what went wrong
    QPushButton* m_go = nullptr;
    QPushButton* m_close = nullptr;
    std::vector<mayfly::FoundModel> m_found;
    download::Pace m_pace;
    QElapsedTimer m_clock;
    download::Downloader m_downloader;
};

} // namespace getting
