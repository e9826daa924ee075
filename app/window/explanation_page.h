#pragma once

class QWidget;

/// What attention shows and what it does not, with the papers that argued about it.
void showExplanationPage(QWidget* parent);
