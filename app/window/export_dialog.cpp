#include "app/window/export_dialog.h"

#include "app/exporting/export.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

namespace {

QString describe(const QString& ending) {
    if (ending == QLatin1String("svg")) return ExportDialog::tr("SVG: for the web and for drawing programs");
    if (ending == QLatin1String("pdf")) return ExportDialog::tr("PDF: for papers and print");
    if (ending == QLatin1String("png")) return ExportDialog::tr("PNG: for slides");
    return ExportDialog::tr("TikZ: for LaTeX");
}

QSpinBox* lengthBox(int value) {
    auto* box = new QSpinBox;
    box->setRange(200, 8000);
    box->setSingleStep(50);
    box->setValue(value);
    box->setSuffix(ExportDialog::tr(" px"));
    return box;
}

} // namespace

ExportDialog::ExportDialog(const ExportOptions& options, int layer, QWidget* parent) : QDialog(parent), m_file(options.file) {
    setWindowTitle(tr("Export Picture"));
    m_format = new QComboBox;
    for (const QString& ending : exporting::endings()) m_format->addItem(describe(ending), ending);
    const int known = m_format->findData(QFileInfo(options.file).suffix().toLower());
    m_format->setCurrentIndex(known < 0 ? 0 : known);
    m_width = lengthBox(options.size.width());
    m_height = lengthBox(options.size.height());
    m_scale = new QDoubleSpinBox;
    m_scale->setRange(1, 4);
    m_scale->setSingleStep(0.5);
    m_scale->setDecimals(1);
    m_scale->setValue(options.scale);
    m_scale->setSuffix(QStringLiteral(" \u00d7"));
    m_paper = new QComboBox;
    m_paper->addItems({tr("White paper"), tr("Dark")});
    m_paper->setCurrentIndex(options.dark ? 1 : 0);

    auto* size = new QHBoxLayout;
    size->addWidget(m_width);
    size->addWidget(new QLabel(QStringLiteral("\u00d7")));
    size->addWidget(m_height);
    size->addStretch();
    auto* form = new QFormLayout(this);
    form->addRow(tr("&Format"), m_format);
    auto* sizeLabel = new QLabel(tr("&Size"));
    sizeLabel->setBuddy(m_width);
    form->addRow(sizeLabel, size);
    form->addRow(tr("&Resolution"), m_scale);
    form->addRow(tr("&Colours"), m_paper);
    m_sheet = new QCheckBox(tr("&All heads of layer %1, each by itself").arg(layer));
    m_sheet->setChecked(options.sheet && layer >= 0);
    m_sheet->setVisible(layer >= 0);
    form->addRow(m_sheet);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto onlyPng = [this] { m_scale->setEnabled(m_format->currentData().toString() == QLatin1String("png")); };
    connect(m_format, &QComboBox::currentIndexChanged, this, onlyPng);
    onlyPng();
}

ExportOptions ExportDialog::options() const {
    const QFileInfo file(m_file);
    const QString stem = file.completeBaseName().isEmpty() ? QStringLiteral("attention") : file.completeBaseName();
    ExportOptions options;
    options.file = file.dir().filePath(stem + u'.' + m_format->currentData().toString());
    options.size = {m_width->value(), m_height->value()};
    options.scale = m_scale->value();
    options.dark = m_paper->currentIndex() == 1;
    options.sheet = m_sheet->isChecked();
    return options;
}
