#include "app/getting/get_model_dialog.h"

#include "app/download/progress_text.h"
#include "app/getting/offer_list.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <exception>

namespace getting {

namespace {

constexpr int fine = 1000; // steps of the bar, so that it moves smoothly

QString cacheFolder() { return QString::fromStdString(mayfly::hubCache().string()); }

/// Room for two lines, so that nothing moves when it speaks.
QLabel* quietLabel() {
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->setMinimumHeight(2 * label->fontMetrics().lineSpacing() + 2);
    return label;
}

QProgressBar* thinBar() {
    auto* bar = new QProgressBar;
    bar->setTextVisible(false);
    bar->setFixedHeight(8);
    QSizePolicy policy = bar->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    bar->setSizePolicy(policy);
    bar->hide();
    return bar;
}

/// Where from and where to, once, before anything is fetched.
QString introduction() {
    const QString cache = QDir::toNativeSeparators(cacheFolder());
    QString host = QStringLiteral("huggingface.co");
    try {
        host = download::accessFromEnvironment().endpoint.host();
    } catch (const std::exception&) { // said when something is to be fetched
    }
    return GetModelDialog::tr("Models come from %1 into the Hugging Face cache, where other programs find them too: %2")
        .arg(host, cache);
}

} // namespace

GetModelDialog::GetModelDialog(QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Get a Model"));
    build();
    connectAll();
    resize(620, sizeHint().height());
    follow();
}

void GetModelDialog::build() {
    auto* about = new QLabel(introduction());
    about->setTextFormat(Qt::PlainText);
    about->setWordWrap(true);
    m_offers = new OfferList;
    m_name = new QLineEdit;
    m_name->setPlaceholderText(tr("owner/name, or owner/name@revision"));
    m_name->setClearButtonEnabled(true);
    m_bar = thinBar();
    m_bar->setAccessibleName(tr("How much has arrived"));
    m_says = quietLabel();
    auto* buttons = new QDialogButtonBox;
    m_go = buttons->addButton(tr("&Get"), QDialogButtonBox::ActionRole);
    m_close = buttons->addButton(QDialogButtonBox::Close);
    auto* form = new QFormLayout;
    form->addRow(tr("&Model"), m_name);
    auto* column = new QVBoxLayout(this);
    column->addWidget(about);
    column->addWidget(m_offers, 1);
    column->addLayout(form);
    column->addWidget(m_bar);
    column->addWidget(m_says);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void GetModelDialog::connectAll() {
    connect(m_offers, &OfferList::chosen, m_name, &QLineEdit::setText);
    // Enter in the list reaches the dialog's default button by itself; to act on it here too would act twice.
    connect(m_offers, &QTreeWidget::itemDoubleClicked, m_go, &QPushButton::click);
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_offers->select(text.trimmed());
        if (!isRunning()) m_says->clear();
        follow();
    });
    connect(m_go, &QPushButton::clicked, this, &GetModelDialog::carryOut);
    connect(&m_downloader, &download::Downloader::progressed, this, &GetModelDialog::showProgress);
    connect(&m_downloader, &download::Downloader::finished, this, &GetModelDialog::finish);
    connect(&m_downloader, &download::Downloader::failed, this, &GetModelDialog::complain);
    connect(&m_downloader, &download::Downloader::stopped, this,
            [this] { end(tr("Stopped. What has arrived is kept for the next time.")); });
}

void GetModelDialog::setFound(const std::vector<mayfly::FoundModel>& found) {
    m_found = found;
    m_offers->setFound(found);
    follow();
}

/// Stops what runs, opens what is here, gets what is not.
void GetModelDialog::carryOut() {
    if (isRunning()) {
        m_downloader.stop();
        m_go->setEnabled(false);
        return;
    }
    try {
        const auto repository = download::parseRepository(m_name->text(), download::accessFromEnvironment().endpoint);
        if (repository && isHere(*repository)) {
            Q_EMIT openAsked(repository->name);
            hide();
        } else if (repository) {
            get(*repository);
        }
    } catch (const std::exception& error) {
        complain(QString::fromUtf8(error.what()));
    }
}

void GetModelDialog::get(const download::Repository& repository) {
    m_pace = {};
    m_clock.start();
    m_downloader.start({repository, download::accessFromEnvironment(), cacheFolder()});
    m_bar->setRange(0, 0);
    m_bar->show();
    m_says->clear();
    follow();
}

/// The buttons as they are to be now.
void GetModelDialog::follow() {
    const auto repository = download::parseRepository(m_name->text(), download::Access().endpoint);
    const bool open = repository && isHere(*repository);
    m_go->setText(isRunning() ? tr("&Stop") : open ? tr("&Open") : tr("&Get"));
    m_go->setEnabled(isRunning() || repository);
    m_name->setEnabled(!isRunning());
    m_offers->setEnabled(!isRunning());
    // Enter never stops what runs.
    (isRunning() ? m_close : m_go)->setDefault(true);
}

void GetModelDialog::showProgress(const download::Progress& progress) {
    const bool fetching = progress.stage == download::Progress::Stage::Fetching;
    if (fetching) m_pace.note(m_clock.elapsed(), progress.done);
    m_bar->setRange(0, progress.total > 0 ? fine : 0);
    if (progress.total > 0) m_bar->setValue(int(double(progress.done) / double(progress.total) * fine));
    QString text = download::progressText(progress, m_pace);
    if (fetching) text += u'\n' + progress.file;
    m_says->setText(text);
}

QString GetModelDialog::modelOf(const download::Repository& repository, const QString& folder) const {
    return repository.revision == download::Repository().revision ? repository.name : folder;
}

void GetModelDialog::finish(const QString& folder) {
    const download::Repository repository = m_downloader.repository();
    const QString model = modelOf(repository, folder);
    m_found.push_back(mayfly::describeFolder(folder.toStdString(), model.toStdString()));
    setFound(m_found);
    end(tr("%1 is here.").arg(repository.name));
    Q_EMIT arrived(model);
}

void GetModelDialog::end(const QString& sentence) {
    m_bar->hide();
    m_says->setText(sentence);
    m_says->setAccessibleName(sentence);
    follow();
    if (isVisible()) m_go->setFocus();
}

void GetModelDialog::complain(const QString& sentence) {
    end(QStringLiteral("\u26a0 ") + sentence.left(1).toUpper() + sentence.mid(1));
}

bool GetModelDialog::isHere(const download::Repository& repository) const {
    return std::any_of(m_found.begin(), m_found.end(), [&](const mayfly::FoundModel& model) {
        return model.problem.empty() && model.name == repository.name.toStdString() &&
               repository.revision == download::Repository().revision;
    });
}

void GetModelDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    if (!isRunning() && m_name->text().isEmpty()) m_offers->setFocus();
}

} // namespace getting
