#include "app/accessible/picture_items.h"

#include <QAccessible>
#include <QAccessibleActionInterface>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>
#include <QWidget>

namespace accessible {

namespace {

PictureItems* itemsOf(QObject* object) { return dynamic_cast<PictureItems*>(object); }

/// One token or edge. It holds no more than its index: what it is called is asked of the picture.
class ItemInterface : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    ItemInterface(QWidget* widget, int index) : m_widget(widget), m_index(index) {}

    int index() const { return m_index; }
    bool isValid() const override { return m_widget && m_index < itemsOf(m_widget)->itemCount(); }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_widget ? m_widget->window()->windowHandle() : nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_widget); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString&) override {}

    QString text(QAccessible::Text kind) const override {
        if (!isValid()) return {};
        if (kind == QAccessible::Name) return itemsOf(m_widget)->item(m_index).name;
        return kind == QAccessible::Value ? itemsOf(m_widget)->item(m_index).value : QString();
    }

    QRect rect() const override {
        if (!isValid()) return {};
        const QRect place = itemsOf(m_widget)->item(m_index).place.toAlignedRect();
        return {m_widget->mapToGlobal(place.topLeft()), place.size()};
    }

    QAccessible::State state() const override {
        QAccessible::State state;
        state.invalid = !isValid();
        if (state.invalid) return state;
        state.focusable = true;
        state.selectable = true;
        const bool inFocus = itemsOf(m_widget)->itemInFocus() == m_index;
        state.selected = inFocus;
        state.focused = inFocus && m_widget->hasFocus();
        state.invisible = !m_widget->isVisible();
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString& name) override {
        if (name == pressAction() && isValid()) itemsOf(m_widget)->activateItem(m_index);
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    QPointer<QWidget> m_widget;
    int m_index;
};

/// The widget, with its picture's items as children. They are made when they are asked for, and go with their picture.
class PictureInterface : public QAccessibleWidget {
public:
    explicit PictureInterface(QWidget* widget) : QAccessibleWidget(widget, QAccessible::List) {}
    ~PictureInterface() override { forget(); }

    int childCount() const override { return itemsOf(widget())->itemCount(); }

    QAccessibleInterface* child(int index) const override {
        const PictureItems& items = *itemsOf(widget());
        if (index < 0 || index >= items.itemCount()) return nullptr;
        if (items.shown() != m_picture) forget();
        m_picture = items.shown();
        auto known = m_children.constFind(index);
        if (known == m_children.constEnd())
            known = m_children.insert(index, QAccessible::registerAccessibleInterface(new ItemInterface(widget(), index)));
        return QAccessible::accessibleInterface(*known);
    }

    int indexOfChild(const QAccessibleInterface* child) const override {
        const auto* item = dynamic_cast<const ItemInterface*>(child);
        return item ? item->index() : -1;
    }

    QAccessibleInterface* childAt(int x, int y) const override {
        return child(itemsOf(widget())->itemAt(widget()->mapFromGlobal(QPoint(x, y))));
    }

    QAccessibleInterface* focusChild() const override {
        return widget()->hasFocus() ? child(itemsOf(widget())->itemInFocus()) : nullptr;
    }

private:
    void forget() const {
        for (const QAccessible::Id id : std::as_const(m_children)) QAccessible::deleteAccessibleInterface(id);
        m_children.clear();
    }

    mutable QHash<int, QAccessible::Id> m_children;
    mutable const void* m_picture = nullptr;
};

} // namespace

QAccessibleInterface* interfaceOf(const QString&, QObject* object) {
    return itemsOf(object) && object->isWidgetType() ? new PictureInterface(static_cast<QWidget*>(object)) : nullptr;
}

void tellFocus(QObject* widget, const PictureItems& items) {
    const int index = items.itemInFocus();
    if (!QAccessible::isActive() || index < 0) return;
    QAccessibleEvent event(widget, QAccessible::Focus);
    event.setChild(index);
    QAccessible::updateAccessibility(&event);
}

} // namespace accessible
