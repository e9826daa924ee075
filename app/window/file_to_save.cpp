#include "app/window/file_to_save.h"

#include <QFileDialog>
#include <QFileInfo>

QString fileToSave(QWidget* parent, const QString& title, const QString& proposed, const QString& ending,
                   const QString& filter) {
    const QFileInfo file(proposed);
    QFileDialog dialog(parent, title, proposed.isEmpty() ? QString() : file.path(), filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(ending);
    if (!proposed.isEmpty()) dialog.selectFile(file.fileName());
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}
