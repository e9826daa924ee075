#include "app/window/explanation_page.h"

#include "app/window/page.h"

#include <QCoreApplication>
#include <QTextBrowser>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ExplanationPage)
};

QString heading(const QString& text) {
    return QStringLiteral("<h3>%1</h3>").arg(text);
}

QString paragraph(const QString& text) {
    return QStringLiteral("<p>%1</p>").arg(text);
}

/// Who and where is a name, and the same in every language.
QString paper(const char* reference, const QString& found) {
    return QStringLiteral("<p><b>%1</b><br>%2</p>").arg(QString::fromUtf8(reference), found);
}

QString introduction() {
    return heading(Words::tr("What a weight says")) +
           paragraph(Words::tr("A weight says which share of a head\u2019s output at one token comes from the value of "
                               "another. It does not say why the model decides as it does: the value may be small, later "
                               "layers may undo it, other heads may carry the same, and a token deep in the model already "
                               "holds a mixture of its neighbours."));
}

QString against() {
    return heading(Words::tr("Papers that doubt it")) +
           paper("S. Jain, B. C. Wallace: Attention is not Explanation. NAACL 2019.",
                 Words::tr("In recurrent classifiers, weights agreed little with what gradients and leaving words out "
                           "called important, and quite different weights could be found that gave nearly the same "
                           "prediction.")) +
           paper("S. Serrano, N. A. Smith: Is Attention Interpretable? ACL 2019.",
                 Words::tr("Taking away what has the largest weights often did not change the decision; an order by "
                           "gradients found what mattered sooner.")) +
           paper("D. Pruthi et al.: Learning to Deceive with Attention-Based Explanations. ACL 2020.",
                 Words::tr("Models can be trained to put next to no weight on words that they use all the same.")) +
           paper("G. Brunner et al.: On Identifiability in Transformers. ICLR 2020.",
                 Words::tr("Where there are more tokens than a head has dimensions, different weights can give the very "
                           "same output."));
}

QString answers() {
    return heading(Words::tr("Papers that answer")) +
           paper("S. Wiegreffe, Y. Pinter: Attention is not not Explanation. EMNLP 2019.",
                 Words::tr("It depends on what is called an explanation. Weights must be tested together with the model "
                           "that learned them; those found by an adversary did worse in such tests than learned ones.")) +
           paper("S. Vashishth et al.: Attention Interpretability Across NLP Tasks. 2019.",
                 Words::tr("It depends on the task: with one short text to classify, attention may act as a mere gate; with "
                           "two texts, or one to be generated, altering it does change the result.")) +
           paper("G. Kobayashi et al.: Attention is Not Only a Weight. EMNLP 2020.",
                 Words::tr("The length of the weighted value, and not the weight alone, says how much travels. The inspector "
                           "shows it.")) +
           paper("S. Abnar, W. Zuidema: Quantifying Attention Flow in Transformers. ACL 2020.",
                 Words::tr("Weights followed through all layers agree better with what leaving words out shows than those of "
                           "one layer.")) +
           paper("A. Bibal et al.: Is Attention Explanation? An Introduction to the Debate. ACL 2022.",
                 Words::tr("A survey of both sides, and of what was tested on which kind of model."));
}

QString advice() {
    return heading(Words::tr("How to read these pictures")) +
           paragraph(Words::tr("As a description of what one head computes for one text, which is exact, and as a place to "
                               "find questions. An answer needs an experiment: change the text, compare with other heads "
                               "and other models, and look at what travels."));
}

} // namespace

void showExplanationPage(QWidget* parent) {
    auto* text = new QTextBrowser;
    text->setHtml(introduction() + against() + answers() + advice());
    showPage(text, Words::tr("Attention Is Not an Explanation"), {640, 620}, parent);
}
