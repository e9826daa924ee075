#pragma once

#include <QRectF>
#include <QString>

class QObject;
class QAccessibleInterface;

/// What a painted picture holds, for those who do not see it: each token and edge is a child of the widget, with a name, a
/// value, a place and the focus.
namespace accessible {

struct Item {
    QString name;  ///< "3: horse", "horse → looked, head 3.7"
    QString value; ///< "weight 0.630"; may be empty
    QRectF place;  ///< in the widget
};

/// A widget that shows such a picture. Items are worked out when they are asked for; all of it on the GUI thread.
class PictureItems {
public:
    virtual ~PictureItems() = default;

    virtual int itemCount() const = 0;
    /// `index` in 0..itemCount() − 1; tokens in reading order come first, then edges, strongest first.
    virtual Item item(int index) const = 0;
    /// What is pointed out; −1 for nothing.
    virtual int itemInFocus() const = 0;
    virtual int itemAt(QPointF point) const = 0;
    /// Points it out and pins it, as a click does.
    virtual void activateItem(int index) = 0;
    /// Another address whenever indices mean something else.
    virtual const void* shown() const = 0;
};

/// For QAccessible::installFactory: of any widget that is one of these, and null else.
QAccessibleInterface* interfaceOf(const QString& className, QObject* object);

/// Tells a screen reader that something else is pointed out. The widget must be `items` itself.
void tellFocus(QObject* widget, const PictureItems& items);

} // namespace accessible
