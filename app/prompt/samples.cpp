#include "app/prompt/samples.h"

#include <QCoreApplication>

namespace {

using enum Sample::Group;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Samples)
};

QString text(const char* words) { return QString::fromUtf8(words); }

std::vector<Sample> grammar() {
    return {
        {Grammar, text("The little girl looked at the great black horse and said nothing to her mother"),
         Words::tr("In 5.2 \u201clooked\u201d finds who looked: \u201cgirl\u201d. In 3.7 \u201chorse\u201d finds what is done to it: \u201clooked\u201d"),
         {{5, 2}, {3, 7}},
         {{{5, 2}, 3, 2}, {{3, 7}, 8, 3}}},
        {Grammar, text("The king lost his crown, and the queen lost her ring"),
         Words::tr("Verb to subject: each \u201clost\u201d looks at the one who lost"),
         {{5, 2}},
         {{{5, 2}, 2, 1}, {{5, 2}, 9, 8}}},
        {Grammar, text("The children who played in the garden were"),
         Words::tr("\u201cwere\u201d looks past the garden to its subject, \u201c" "children\u201d"),
         {{5, 2}},
         {{{5, 2}, 7, 1}}},
        {Grammar, text("The boy caught a fish, and the cat ate the fish"),
         Words::tr("Object to verb: one \u201c" "fish\u201d looks at \u201c" "caught\u201d, the other at \u201c" "ate\u201d"),
         {{3, 7}},
         {{{3, 7}, 4, 2}, {{3, 7}, 11, 9}}},
        {Grammar, text("The mother gave her son a golden apple"),
         Words::tr("Whose son? \u201cher\u201d looks at \u201cmother\u201d"),
         {{5, 7}},
         {{{5, 7}, 3, 1}}},
        {Grammar, text("The poor old woman met a strange green bird with a golden head"),
         Words::tr("Noun to article: \u201c" "bird\u201d and \u201chead\u201d look at the \u201c" "a\u201d that begins their phrase"),
         {{3, 4}},
         {{{3, 4}, 8, 5}, {{3, 4}, 12, 10}}},
        {Grammar, text("Once upon a time there was a king who had three daughters, and the king"),
         Words::tr("The last \u201cthe\u201d looks at \u201cking\u201d, and \u201cking\u201d comes next"),
         {{5, 7}},
         {{{5, 7}, 14, 7}, {{5, 7}, 9, 7}}},
        {Grammar, text("\"Come in,\" said the wolf. \"No,\" said the pig. \"Come in,\" said the"),
         Words::tr("Who speaks? The last \u201cthe\u201d looks at \u201cwolf\u201d in 5.7 and at \u201cpig\u201d in 5.5: see the next tokens"),
         {{5, 7}, {5, 5}},
         {{{5, 7}, 20, 6}, {{5, 5}, 20, 13}}},
        {Grammar, text("He opened the door, went in and shut the"),
         Words::tr("The last \u201cthe\u201d looks at \u201c" "door\u201d, and \u201c" "door\u201d is the next token"),
         {{3, 3}},
         {{{3, 3}, 9, 3}}},
    };
}

std::vector<Sample> copying() {
    return {
        {Copying, text("one two three four one two three four one two three"),
         Words::tr("By place alone: 0.1 looks one token back, 0.3 two"),
         {{0, 1}, {0, 3}},
         {{{0, 1}, 5, 4}, {{0, 1}, 10, 9}, {{0, 3}, 5, 3}, {{0, 3}, 10, 8}},
         graph::Layout::Columns,
         false},
        {Copying, text("apple river king seven moon green apple river king seven moon green apple"),
         Words::tr("Induction: each token looks at what followed it the last time, and \u201criver\u201d comes next"),
         {{2, 0}},
         {{{2, 0}, 10, 5}, {{2, 0}, 11, 6}, {{2, 0}, 12, 7}, {{2, 0}, 13, 8}},
         graph::Layout::Columns},
        {Copying, text("Alice looked at the Queen, and the Queen looked at"),
         Words::tr("Duplicate token: the second \u201cQueen\u201d looks at the first, the second \u201clooked\u201d at the first"),
         {{0, 4}},
         {{{0, 4}, 9, 5}, {{0, 4}, 10, 2}},
         graph::Layout::Arc,
         false},
        {Copying, text("Humpty Dumpty sat on a wall, Humpty Dumpty had a great fall"),
         Words::tr("Induction in a rhyme: parts of the second \u201cHumpty Dumpty\u201d look at what followed them in the first"),
         {{2, 7}},
         {{{2, 7}, 11, 1}, {{2, 7}, 12, 2}, {{2, 7}, 15, 5}}},
        {Copying, text("And so they all lived happily ever after"),
         Words::tr("A sink: all tokens of this head rest on the first one; Hide First Token (Ctrl+H) empties the picture"),
         {{1, 6}},
         {{{1, 6}, 3, 0}, {{1, 6}, 7, 0}},
         graph::Layout::Arc,
         false},
    };
}

std::vector<Sample> lectures() {
    return {
        {Lectures, text("a fluffy blue creature roamed the verdant forest"),
         Words::tr("3Blue1Brown\u2019s nouns and adjectives, made up for a lecture; here \u201c" "creature\u201d looks at \u201c" "blue\u201d, \u201c" "forest\u201d does not find \u201cverdant\u201d"),
         {{3, 0}},
         {{{3, 0}, 5, 4}, {{3, 0}, 12, 12}}},
        {Lectures, text("The animal didn't cross the street because it was too tired"),
         Words::tr("\u201cit\u201d looks at \u201c" "animal\u201d; change \u201ctired\u201d to \u201cwide\u201d and its row does not move, for it comes first"),
         {{5, 7}},
         {{{5, 7}, 8, 1}}},
        {Lectures, text("The quick brown fox jumps over the lazy dog"),
         Words::tr("The duplicate-token head finds nothing: \u201cThe\u201d and \u201c the\u201d are different tokens"),
         {{0, 4}},
         {{{0, 4}, 7, 7}},
         graph::Layout::Arc,
         false},
        {Lectures, text("Mr and Mrs Dursley were proud to say that they were perfectly normal. Mr D"),
         Words::tr("Induction: the last \u201c" "D\u201d looks at what followed the first, \u201cur\u201d"),
         {{2, 7}},
         {{{2, 7}, 20, 4}}},
        {Lectures, text("When Mary and John went to the store, John gave a drink to"),
         Words::tr("Who is named twice, and who once? The last \u201cto\u201d looks at \u201cMary\u201d in 5.7 and at \u201cJohn\u201d in 5.2"),
         {{5, 7}, {5, 2}},
         {{{5, 7}, 13, 1}, {{5, 2}, 13, 9}}},
        {Lectures, text("The cat eats his soup"),
         Words::tr("\u201chis\u201d looks at \u201c" "cat\u201d"),
         {{3, 3}},
         {{{3, 3}, 4, 1}}},
    };
}

} // namespace

std::vector<Sample> samples() {
    std::vector<Sample> all = grammar();
    for (const auto& more : {copying(), lectures()}) all.insert(all.end(), more.begin(), more.end());
    return all;
}

QString nameOf(Sample::Group group) {
    switch (group) {
    case Grammar: return Words::tr("Words that belong together");
    case Copying: return Words::tr("Places, copies and rest");
    case Lectures: return Words::tr("Known from lectures and papers");
    }
    return {};
}
