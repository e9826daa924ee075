#pragma once

#include <QSize>
#include <QString>

class QTextBrowser;
class QWidget;

/// Shows a page to read, until it is closed. Takes the page.
void showPage(QTextBrowser* page, const QString& title, QSize size, QWidget* parent);
