// One key at the end of a text, in the real window, and how long it takes until a picture of the new text is on the screen:
// for the built-in model and for GPT-2 small's shape (random weights, the built-in model's tokens). Keys are far enough apart
// that each is answered alone. Milliseconds, of 41 keys; run it with QT_QPA_PLATFORM=offscreen or on a display. It prints
// figures and asserts nothing.

#include "app/graph/graph_view.h"
#include "app/prompt/prompt_editor.h"
#include "app/window/main_window.h"
#include "engine/forward/kernels.h"
#include "engine/model/random_model.h"
#include "engine/text/tokenizer.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>

namespace {

constexpr int keys = 41;

constexpr std::string_view story =
    "The miller had three sons, and the youngest of them would not work. One morning he took his stick and went into the "
    "forest, where an old woman sat under a tree and wept. \"Why do you weep?\" he asked. \"A wolf has carried off my goat,\" "
    "said she, \"and without its milk I cannot live through the winter.\" Then the boy laughed and followed the tracks through "
    "the snow, until he came to a cave in which a light was burning. There sat the wolf by the fire, and the goat lay beside "
    "him and slept like a child. ";

class Typist {
public:
    explicit Typist(MainWindow& window)
        : m_session(window.session()), m_view(window.findChild<graph::GraphView*>()),
          m_editor(window.findChild<PromptEditor*>()) {}

    /// Waits for the picture of the present text and for the end of what moves.
    void settle() {
        wait([this] { return isShown() && m_view->picture()->settled; });
        QTest::qWait(30);
    }

    /// So many tokens of the story, again and again, and the cursor at their end.
    void write(int tokens) {
        std::string text;
        while (int(m_session.model()->tokenizer()->encode(text).size()) < tokens) {
            const std::size_t word = text.size() % story.size();
            text += story.substr(word, story.find(' ', word) + 1 - word);
        }
        m_session.setText(QString::fromStdString(text).trimmed());
        m_editor->moveCursor(QTextCursor::End);
        settle();
    }

    /// From the key to the first picture of the text with it.
    double press(char key) {
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(m_editor, key);
        wait([this] { return isShown(); });
        return double(timer.nsecsElapsed()) * 1e-6;
    }

    int tokens() const { return m_session.snapshot()->size(); }

private:
    bool isShown() const {
        const graph::PicturePtr& picture = m_view->picture();
        return picture && picture->snapshot->model == m_session.model() &&
               picture->snapshot->text == m_session.document().text.toUtf8();
    }

    template<typename Condition>
    void wait(const Condition& condition) {
        QEventLoop loop;
        const auto shown =
            QObject::connect(m_view, &graph::GraphView::pictureShown, [&] { if (condition()) loop.quit(); });
        if (!condition()) loop.exec();
        QObject::disconnect(shown);
    }

    Session& m_session;
    graph::GraphView* m_view;
    PromptEditor* m_editor;
};

void measure(Typist& typist, int tokens) {
    typist.write(tokens);
    std::vector<double> times;
    for (int i = 0; i < keys; ++i) {
        times.push_back(typist.press(" saidking"[i % 9]));
        typist.settle();
    }
    std::sort(times.begin(), times.end());
    std::printf("%7d to %4d %9.2f %9.2f %9.2f\n", tokens, typist.tokens(), times[keys / 2], times[keys * 9 / 10], times.back());
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    const QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    MainWindow window;
    window.resize(1280, 800);
    window.start({});
    window.show();
    Typist typist(window);
    typist.settle();
    std::printf("built-in model\n%15s %9s %9s %9s\n", "tokens", "median", "p90", "most");
    for (const int tokens : {64, 128, 256, 480}) measure(typist, tokens);
    std::printf("GPT-2 small's shape\n");
    window.session().setModel(mayfly::randomGpt2(mayfly::Precision::F32, mayfly::chosenKernels(),
                                                 mayfly::loadTokenizer(MAYFLY_RESOURCES "/built-in")));
    for (const int tokens : {64, 256, 512, 1000}) measure(typist, tokens);
    return 0;
}
