#pragma once

#include <QString>

class QWidget;

/// Asks for a file to write; empty if it is called off. `ending` ("svg") is added to a name that has none before the dialog asks
/// whether a file of that name may be replaced. `filter` is Qt's, such as "Pictures (*.png)"; all files without one.
QString fileToSave(QWidget* parent, const QString& title, const QString& proposed, const QString& ending,
                   const QString& filter = {});
