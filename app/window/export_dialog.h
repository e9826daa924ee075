#pragma once

#include <QDialog>
#include <QSize>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

/// How a picture is to be saved.
struct ExportOptions {
    QString file;
    QSize size{1200, 700};
    double scale = 2; ///< PNG: pixels to a logical pixel
    bool dark = false;
    bool sheet = false; ///< all heads of a layer, each by itself
};

/// Asks for size, resolution and paper before the file's name. What was chosen last is offered again.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// `layer` is the one whose heads a sheet would show; −1 where the view is not of heads one by one.
    ExportDialog(const ExportOptions& options, int layer, QWidget* parent = nullptr);

    ExportOptions options() const;

private:
    QComboBox* m_format = nullptr;
    QSpinBox* m_width = nullptr;
    QSpinBox* m_height = nullptr;
    QDoubleSpinBox* m_scale = nullptr;
    QComboBox* m_paper = nullptr;
    QCheckBox* m_sheet = nullptr;
    QString m_file;
};
