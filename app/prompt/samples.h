#pragma once

#include "app/graph/layout.h"
#include "engine/forward/head_index.h"

#include <QString>

#include <vector>

/// An edge from the token `query` to the token `key`: of all that the query attends to in this head, the key weighs most.
struct Sight {
    mayfly::HeadIndex head;
    int query;
    int key;
};

/// A text worth looking at, how to look at it, and what for.
struct Sample {
    enum class Group { Grammar, Copying, Lectures };

    Group group = Group::Grammar;
    QString text;
    QString hint; ///< one translated line
    std::vector<mayfly::HeadIndex> heads; ///< of the built-in model that show it
    std::vector<Sight> sights; ///< what the hint speaks of, in the built-in model
    graph::Layout layout = graph::Layout::Arc;
    bool hideFirst = true; ///< much attention only rests there
    int topMass = 60; ///< percent of each token's attention that is drawn
};

/// The texts of the Samples menu, group by group; the first is what a first launch shows.
std::vector<Sample> samples();

/// A group's translated heading in the menu.
QString nameOf(Sample::Group group);
