#include "app/command/help.h"

#include <QCoreApplication>

namespace command {

QString generalHelp() {
    return QCoreApplication::translate("command", R"(Mayfly draws the token graph that attention forms.

  mayfly                        the window
  mayfly FILE.mayfly            the window, with a session
  mayfly MODEL_FOLDER           the window, with a model
  mayfly trace  ...             every number of attention, as JSON, NPZ or CSV
  mayfly export ...             a picture, as SVG, PDF, PNG or TeX
  mayfly explain ...            the numbers behind one weight
  mayfly models                 the models that are on this machine
  mayfly heads  ...             what each head of a model does: previous token, induction, ...
  mayfly bench ...              how fast passes are here, and how fast they could be
  mayfly --help, --version

Each command has --help of its own. No display is needed for any of them.

Exit code: 0; 2 for a wrong call; 1 for anything else, with one sentence on standard error.
)");
}

QString traceHelp() {
    return QCoreApplication::translate("command", R"(Writes every number of attention for a text.

  mayfly trace --text T | --text-file F | --ids 1,2,3  [options]  -o OUT.json|npz|csv|-

The text
  --text T          the text itself
  --text-file F     a file of at most 16 MB, taken byte for byte
  --ids 1,2,3       token ids; needs no tokenizer files and adds no special token

Options
  --model M         built-in (the default), a folder in Hugging Face's layout, or a name
                    in the Hugging Face cache such as openai-community/gpt2
  --layers 0,5|all  the layers to write; all by default
  --heads 0,1|all   the heads of each of those layers; all by default
  --vectors         queries, keys and values too (JSON and NPZ)
  -o OUT            the file; its ending says the format. "-" writes JSON to standard output

Layers, heads and tokens count from 0. Rows are queries, columns are keys. A dot is q.k before
scaling and masking; a weight is what the softmax makes of it.

Examples
  mayfly trace --text "the cat sat on the mat" -o cat.json
  mayfly trace --text-file poem.txt --layers 3 --heads 6 -o - | python3 -m json.tool
  mayfly trace --model openai-community/gpt2 --ids 464,3797 --vectors -o cat.npz
)");
}

QString exportHelp() {
    return QCoreApplication::translate("command",
                                       R"(Saves a picture of one or more heads, or of the model as a whole, with a caption of model, heads and text.

  mayfly export --text T | --text-file F | --ids 1,2,3  --head L.H[,L.H...]  [options]
                -o OUT.svg|pdf|png|tex

The text
  --text T               the text itself
  --text-file F          a file of at most 16 MB, taken byte for byte
  --ids 1,2,3            token ids; needs no tokenizer files and adds no special token

What is drawn
  --head L.H[,L.H...]    heads as layer.head, counted from 0
  --layer L              in its place: all heads of a layer on one sheet, each by itself
  --model M              built-in (the default), a folder in Hugging Face's layout, or a name
                         in the Hugging Face cache such as openai-community/gpt2
  --view graph|matrix|steps|values|path|flow
                         the graph (the default); a cell for each query and key; the matrices from
                         q.k over scale, mask and softmax to the weights (of the first head); what
                         the weights carry; the residual stream through the layers and what it
                         foretells; where token i of --pin comes from (attention rollout). The last
                         two are of all heads and need no --head
  --layout arc|columns|circle|gravity
                         of the graph; arc by default. Gravity draws tokens together by their attention
  --top-mass 90          of the graph: of each token, the strongest edges until so many percent are shown
  --hide-first           leave out what goes to the first token
  --pin i[,j]            show what token i attends to and is attended by; or the edge of query i and key j
  --quantity weight|scaled|dot
                         of the matrix; of several heads, their mean
  --marks heat|dots      a cell's value as a colour, or as a disc of that area
  --transpose            queries in columns
  --depth N              of the path: tokens are marked where they are after N layers, 0 for the
                         embedding; after the last one by default

Comparing
  --compare heads|before-after|difference|off
                         the two heads of --head, each in a pane; the text of --before and that of
                         --text, each in a pane; or, of the graph and the matrix, what the heads gained
                         and lost from the one text to the other, in two colours
  --before T             the text to compare with; difference is the default with it, and before-after
                         in views that have none. --pin counts the tokens of --text

How it is drawn
  --no-labels            leave out of the caption what a probe says that the heads do
  --theme light|dark     light by default
  --size WxH             of the whole picture in logical pixels; 1200x700 by default
  --scale 2              pixels to a logical pixel in a PNG; 1 by default
  -o OUT                 the file; its ending says the format

Examples
  mayfly export --text "the cat sat on the mat" --head 3.6 -o cat.svg
  mayfly export --text-file poem.txt --head 3.6,2.1 --layout columns --theme dark --scale 2 -o poem.png
  mayfly export --text "a rose is a rose" --head 1.3 --view matrix --marks dots --transpose -o rose.pdf
  mayfly export --text "a rose is a rose" --head 1.3 --view steps --pin 3,1 -o steps.svg
  mayfly export --text "a rose is a rose" --view flow --pin 4 -o flow.svg
  mayfly export --text "a rose is a rose" --layer 2 --view matrix --size 1600x1000 -o layer2.pdf
  mayfly export --text "a rose is a rose" --head 1.3,3.6 --view matrix --compare heads -o two.svg
  mayfly export --before "it was too tired" --text "it was too wide" --head 3.6 -o gained-and-lost.svg
)");
}

QString explainHelp() {
    return QCoreApplication::translate("command",
                                       R"(Prints the numbers behind one weight, from the query and the key to the softmax, a line a quantity.

  mayfly explain --text T | --text-file F | --ids 1,2,3  --head L.H  --pin i,j  [options]

The text
  --text T          the text itself
  --text-file F     a file of at most 16 MB, taken byte for byte
  --ids 1,2,3       token ids; needs no tokenizer files and adds no special token

The weight
  --head L.H        one head as layer.head, counted from 0
  --pin i,j         query i and key j, tokens counted from 0
  --model M         built-in (the default), a folder in Hugging Face's layout, or a name
                    in the Hugging Face cache such as openai-community/gpt2

Options
  --terms 12|all    how many of the largest products q_d k_d to print; 12 by default
  --latex           as LaTeX for amsmath

The terms and the rest add up to the dot; norm_q x norm_k x cosine is the dot; dot x scale = scaled;
exp(scaled - log_sum_exp) = weight (with capped in the place of scaled, where scores are capped).
A masked pair has the weight 0. Where q and k carry biases, the dot is taken apart into dot_content,
dot_query_bias, dot_key_bias and dot_both_biases; cancelled_by_softmax names those that are the same
for every key of the row. asymmetry is |S - S^T| / |S| over the dots S of the head, contribution the
length of weight x v_j W_O.

Example
  mayfly explain --text "the cat sat on the mat" --head 3.6 --pin 4,1
)");
}

QString modelsHelp() {
    return QCoreApplication::translate(
        "command",
        R"(Lists the models on this machine: the built-in one and those in the Hugging Face cache, with family,
layers x heads and size, and why a model cannot be opened where it cannot.

  mayfly models

Nothing is downloaded and nothing is written. The cache is where Hugging Face's own programs keep it:
HF_HUB_CACHE, HF_HOME/hub, or ~/.cache/huggingface/hub.

Example
  mayfly models
)");
}

QString benchHelp() {
    return QCoreApplication::translate(
        "command",
        R"(Measures passes on random tokens, and what this machine could do at best in the same run.

  mayfly bench [options]

Options
  --model M           built-in (the default), a folder in Hugging Face's layout, or a name
                      in the Hugging Face cache such as openai-community/gpt2
  --shape gpt2        a random model of GPT-2 small's shape instead, in float32 and in bfloat16
  --tokens 16,64,...  lengths of text; 16,64,256,1024 by default
  --edits 25,50,100   an edit after so many percent of the text; 25,50,100 by default
  --kernel K          amx, avx512, avx2, neon or portable; the fastest that this processor has by default
  --json              as JSON

A row is a kind of pass: full is a text at once, append its last token alone, edit what follows an edit.
GFLOP/s counts two for each multiply-add of every linear map, of visible pairs in attention, and of the
last token's unembedding; GB/s counts weights, keys and values, each read once. "of limit" is the
fastest pass over the fastest arithmetic (full, edit) or reading (append) measured. maps ms is what
the thumbnails of all heads take besides. Memory is the most that the program took meanwhile.

The environment variable MAYFLY_KERNEL chooses the kernel of every command and of the window.
OMP_NUM_THREADS is how many threads compute.

Example
  mayfly bench --shape gpt2 --tokens 64,256 --json
)");
}

QString headsHelp() {
    return QCoreApplication::translate("command", R"(Says what each head of a model does, by what it does with random tokens.

  mayfly heads  [--model M]  [--format table|json|csv]

Options
  --model M         built-in (the default), a folder in Hugging Face's layout, or a name
                    in the Hugging Face cache such as openai-community/gpt2
  --format F        table (the default), json or csv; to standard output

Three sequences of 25 different random tokens, each said three times over, always the same ones. A
score is the mean weight at one offset over the queries of the second and third time:

  previous          on the token before
  induction         on the token that followed last time
  duplicate         on the same token, last time
  current           on the token itself
  next              on the token after it, where a model looks ahead
  first             on the first token of all
  local             on the four nearest tokens, itself among them
  even_local        the same of a head that spreads its attention evenly
  mean_distance     how far it looks, in tokens
  entropy           how widely it spreads its attention, in nats

A head is labelled by the largest of the first five if that is 0.4 or more and no less than first;
else sink, if first is 0.5 or more; else local, if local is, and is twice even_local; else broad,
which claims nothing.

Examples
  mayfly heads
  mayfly heads --model openai-community/gpt2 --format csv
)");
}

} // namespace command
