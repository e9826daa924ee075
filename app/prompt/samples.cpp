#include "app/prompt/samples.h"

#include <QCoreApplication>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Samples)
};

} // namespace

std::vector<Sample> samples() {
    const auto text = [](const char* words) { return QString::fromUtf8(words); };
    return {
        {text("The little girl looked at the great black horse and said nothing to her mother"),
         Words::tr("Who does \u201cher\u201d look back at?"),
         {{3, 2}}},
        {text("a fluffy blue creature roamed the verdant forest"),
         Words::tr("3Blue1Brown\u2019s nouns and adjectives: do real heads do what his made-up head does?"),
         {{3, 2}}},
        {text("The animal didn't cross the street because it was too tired"),
         Words::tr("Change \u201ctired\u201d to \u201cwide\u201d: the row of \u201cit\u201d does not move, for it comes first"),
         {{3, 3}}},
        {text("The quick brown fox jumps over the lazy dog"),
         Words::tr("\u201cThe\u201d and \u201c the\u201d are different tokens"),
         {{0, 6}}},
        {text("Mr and Mrs Dursley were proud to say that they were perfectly normal. Mr D"),
         Words::tr("Induction: what followed the last \u201cMr\u201d?"),
         {{1, 0}}},
        {text("When Mary and John went to the store, John gave a drink to"),
         Words::tr("Who is named twice, and who once?"),
         {{3, 3}}},
        {text("The cat eats his soup"), Words::tr("\u201chis\u201d looks at \u201c" "cat\u201d"),
         {{3, 2}}},
        {text("one two three four one two three four one two three"),
         Words::tr("A repetition: heads that copy, and heads that look one step back"),
         {{1, 0}, {0, 1}}},
    };
}
