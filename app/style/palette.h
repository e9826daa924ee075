#pragma once

#include <QColor>

#include <array>

/// The colours of a picture. Every one that carries meaning has a contrast of 3:1 or more against the paper, and none
/// carries it alone: heads differ by dash, directions by words.
struct Palette {
    QColor paper;    ///< behind everything
    QColor ink;      ///< labels and nodes
    QColor muted;    ///< captions and headings
    QColor faint;    ///< rules and frames
    QColor outgoing; ///< what a focused token attends to
    QColor incoming; ///< who attends to it
    QColor query;    ///< Q, yellow as in 3Blue1Brown's films, in a tone that holds on this paper
    QColor key;      ///< K, teal
    QColor gained;   ///< what a comparison has more, and
    QColor lost;     ///< what it has less: orange and blue, as far apart for who sees no red or no green
    std::array<QColor, 8> heads; ///< after Okabe & Ito (2008), darkened or lightened to hold on this paper

    static Palette light();
    static Palette dark();
    bool isDark() const; ///< whether the paper is nearer to black than to white

    bool operator==(const Palette&) const = default;
};

/// WCAG 2's contrast ratio of two colours, 1..21.
double contrast(const QColor& a, const QColor& b);
