<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open Session…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a text with its model, heads and view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save text, model, heads and view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Session &amp;As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save under another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Model Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model in Hugging Face’s layout from a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export Picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Mayfly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last change of text or choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go of what was clicked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Arcs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens along the line of text, edges as arcs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries on the left, keys on the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide &amp;First Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out every edge to the first token, where much attention goes to rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fi&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark as the desktop is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark words on white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light words on black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;educed Motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures change at once instead of moving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Built-in Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The small model that comes with Mayfly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard and Mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What every key and click does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Mayfly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select Whole &amp;Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pointing at a token points at all tokens of its word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Get a Model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch a model from the Hugging Face Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ircle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens around a circle, edges as chords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gravity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention draws tokens together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One node a token, an edge from each query to each key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cell for each query and key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells of a Mat&amp;rix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What softmax makes of each row: it sums to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Scaled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dots as softmax sees them, masked ones too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;q·k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dots of queries and keys, masked ones too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &amp;Discs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A disc whose area is the value, in the place of a colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Transpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries in columns and keys in rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Best Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the head with the largest score of the chosen kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a &amp;Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the heads of all layers by the weight that they give to the pinned pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From q·k over scale, mask and softmax to the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the &amp;Built-in Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it was trained on, what its heads do, and what it cannot do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture as PNG, SVG, PDF or TikZ, with what is pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the picture to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the picture larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See more of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Attention Does &amp;Not Say…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is not an explanation, with the papers that argued about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights, and the size of what they carry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pat&amp;h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The residual stream from layer to layer, and what it foretells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fl&amp;ow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the pinned token comes from, layer by layer: attention rollout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Com&amp;pare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide First Token</source>
        <comment>on a button: as short as can be</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the selected text away, onto the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected text to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert the clipboard&apos;s text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the whole text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release P&amp;in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Caption</name>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chain</name>
    <message>
        <source>1 ÷ √d, d being the width of a query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>× scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The factor that this model puts on every q·k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e to the power of what softmax sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum of these over all keys that this query can see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What softmax makes of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dot product of the query and the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= scaled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What enters softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>capped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>c · tanh(scaled ÷ c) with c = %1: this model keeps scores within bounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether this query can see this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax leaves masked keys out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length of the query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length of the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the angle between them: |q| |k| cos θ = q·k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q·k with the two tokens in each other’s place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asymmetry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the head: ‖S − Sᵀ‖ ÷ ‖S‖ over all q·k of the text; 0 if looking there is as looking back, 1.4 if the two have nothing to do with each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what travels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖weight · v W_O‖: the length of what this head carries along the edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several heads share the keys and values of this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same for every key of this query, so softmax cancels it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two tokens, without biases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the key has for every query</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChainPanel</name>
    <message>
        <source>q·k, its biases apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>terms q&lt;sub&gt;d&lt;/sub&gt;·k&lt;sub&gt;d&lt;/sub&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest products q_d · k_d by dimension d, and the rest: together they are q·k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The residual stream of the query’s token, as this layer reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query before it is turned by its position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key before it is turned by its position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The residual stream of the key’s token, as this layer reads it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartPanel</name>
    <message>
        <source>adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms of the dot product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>masked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1:  before %2, after %3, difference %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) new (+)</source>
        <translation>
            <numerusform>%n token new (+)</numerusform>
            <numerusform>%n tokens new (+)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone (−)</source>
        <translation>
            <numerusform>%n gone (−)</numerusform>
            <numerusform>%n gone (−)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in another’s place (/)</source>
        <translation>
            <numerusform>%n in another’s place (/)</numerusform>
            <numerusform>%n in others’ places (/)</numerusform>
        </translation>
    </message>
    <message>
        <source>both texts are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows %1 of what changed · gained %2, lost %3, widest %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights, after − before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scaled dots, after − before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dots q·k, after − before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each cell is the largest change of %1 × %1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each pane has axes of its own</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Download</name>
    <message>
        <source>HF_ENDPOINT is “%1”, which is not an address such as https://huggingface.co.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder %1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written; the Hugging Face cache must lie where links to files can be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection to %1 broke again and again: %2; what has arrived is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server answers with status %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has its weights in more files than makes sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not write %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not say how long %2 is and what its checksum is, so it cannot be fetched safely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs %2 more on the disk with the Hugging Face cache, %3, where %4 are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program is fetching %1 just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 arrived, but not as its checksum says, and was thrown away; try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sends more of %2 than it said there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ended too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HF_HUB_OFFLINE is set, so nothing is fetched: unset it and start Mayfly again to get a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing came any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer of %1 is longer than it may be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leads to %2, which is not safe to follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leads from one address to the next without end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server&apos;s list of files makes no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no config.json, so it is not a model that Mayfly can open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no weights as safetensors, the only format that Mayfly reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has an index of its weights that names files which are not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not write %1: %2; what has arrived is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>%n hour left</numerusform>
            <numerusform>%n hours left</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking what there is…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking what is there already…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke; trying again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is gated or private: accept its licence at %2 and set HF_TOKEN to a token of that account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no revision %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not accept the token in HF_TOKEN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no model %1 at %2, or it is private: see to its spelling, or set HF_TOKEN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refuses to send %2 (status %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot reach %1 (%2): check the connection and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExplanationPage</name>
    <message>
        <source>What a weight says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weight says which share of a head’s output at one token comes from the value of another. It does not say why the model decides as it does: the value may be small, later layers may undo it, other heads may carry the same, and a token deep in the model already holds a mixture of its neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers that doubt it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In recurrent classifiers, weights agreed little with what gradients and leaving words out called important, and quite different weights could be found that gave nearly the same prediction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking away what has the largest weights often did not change the decision; an order by gradients found what mattered sooner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models can be trained to put next to no weight on words that they use all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where there are more tokens than a head has dimensions, different weights can give the very same output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers that answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It depends on what is called an explanation. Weights must be tested together with the model that learned them; those found by an adversary did worse in such tests than learned ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It depends on the task: with one short text to classify, attention may act as a mere gate; with two texts, or one to be generated, altering it does change the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length of the weighted value, and not the weight alone, says how much travels. The inspector shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights followed through all layers agree better with what leaving words out shows than those of one layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A survey of both sides, and of what was tested on which kind of model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to read these pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a description of what one head computes for one text, which is exact, and as a place to find questions. An answer needs an experiment: change the text, compare with other heads and other models, and look at what travels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention Is Not an Explanation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>SVG: for the web and for drawing programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF: for papers and print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG: for slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TikZ: for LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>White paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All heads of layer %1, each by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture yet: the model is still reading the text. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message numerus="yes">
        <source>head(s) %1</source>
        <translation>
            <numerusform>head %1</numerusform>
            <numerusform>heads %1</numerusform>
        </translation>
    </message>
    <message>
        <source>first token hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top mass %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each head in a pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before and after, each in a pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after − before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all heads of layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) beyond the context left out</source>
        <translation>
            <numerusform>%n token beyond the context left out</numerusform>
            <numerusform>%n tokens beyond the context left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where “%1” comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention rollout of token %1 over all heads, %2 % of the flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token hidden</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GraphControls</name>
    <message>
        <source>Top m&amp;ass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top mass in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strongest edges of each token are drawn until they carry this share of its attention; of what is left of it where the first token is hidden</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GraphPicture</name>
    <message>
        <source>head %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token hidden: %1 % of the attention goes to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ what it attends to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>← who attends to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above: to earlier tokens, below: to later ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above: weights, below: what they carry, ‖weight · v W_O‖</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head %1: gained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of %1: gained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>← who attends to it, faint</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadFinder</name>
    <message>
        <source>Heads by the weight of the pinned pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n head(s), by weight</source>
        <translation>
            <numerusform>%n head, by weight</numerusform>
            <numerusform>%n heads, by weight</numerusform>
        </translation>
    </message>
    <message>
        <source>Shift+click another token, or Shift+Enter there, to see which heads tie &lt;b&gt;%1&lt;/b&gt; to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin an edge, or a token and then with Shift another one, to see which heads of all layers tie the two, heaviest first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadGrid</name>
    <message>
        <source>Heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to show it, Ctrl+click to add it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadLabel</name>
    <message>
        <source>%1 of its attention goes to the token before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of its attention goes to what followed the same token last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of its attention goes to where the same token stood last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of its attention stays with the token itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of its attention goes to the token after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of its attention rests on the first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of its attention goes to the four nearest tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no place gets enough of its attention for a name; %1 goes to the four nearest tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean distance, tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy, nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>previous token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>induction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duplicate token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P</source>
        <comment>mark of a previous-token head</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I</source>
        <comment>mark of an induction head</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D</source>
        <comment>mark of a duplicate-token head</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C</source>
        <comment>mark of a current-token head</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N</source>
        <comment>mark of a next-token head</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S</source>
        <comment>mark of a sink</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L</source>
        <comment>mark of a local head</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probed with %1 random tokens, said %2 times over; mean of %3 such sequences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadList</name>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadPanel</name>
    <message>
        <source>Heads by score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which heads are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the heads that do one thing, as the probe says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thumbnails by layer and head, or a list by score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the head with the largest score of those that are chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding out what the heads do: pass %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the heads of this model do cannot be found out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probe finds no head that it has a name for.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadRows</name>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpPages</name>
    <message>
        <source>Point at a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at an edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its q·k, scale and weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pins the token or edge; Esc lets go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moves it; its edges follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag, wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows it; with Ctrl adds it or takes it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a next token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>appends it to the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the graph: ← →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from token to token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the graph: ↑ ↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>through the token’s edges, heaviest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the graph: Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pins what is pointed at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the heads: arrows, Page Up, Page Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from head to head, from layer to layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the heads: 3.6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes to layer 3, head 6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from text to heads to graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard and Mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Mayfly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;Mayfly %1&lt;/h3&gt;&lt;p&gt;Draws the network that attention forms, alive for one forward pass, and redraws it with every keystroke. Every number is computed from the model’s real queries and keys.&lt;/p&gt;&lt;p&gt;Attention shows where a head looks, not why the model decides: it is not an explanation.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. The built-in model was trained on public-domain books.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it attends to, and who attends to it; of a whole word, if you choose so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it does with random tokens, and the scores that say so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+click a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the pinned token it makes a pair, and Find a Head lists the heads that tie it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes a pair of the pinned token and the one that is pointed at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a list of heads: ↑ ↓, Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from head to head; shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the Built-in Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its numbers; at a label, that token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moves and zooms the picture; a double click beside it fits it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a matrix: arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from cell to cell; Enter pins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click in Flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>follows that token back to where it comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Point at an edge to see how its weight comes about, or at a token to see what it attends to. A click pins it, Esc lets go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ what it attends to in head %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>← who attends to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies every number of this chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Copy %1, %n number(s)</source>
        <translation>
            <numerusform>Copy %1, %n number</numerusform>
            <numerusform>Copy %1, %n numbers</numerusform>
        </translation>
    </message>
    <message>
        <source>head %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A word of %n token(s): what goes out is the mean of their rows, what comes in the sum of their columns.</source>
        <translation>
            <numerusform>A word of %n token: what goes out is the mean of their rows, what comes in the sum of their columns.</numerusform>
            <numerusform>A word of %n tokens: what goes out is the mean of their rows, what comes in the sum of their columns.</numerusform>
        </translation>
    </message>
    <message>
        <source>head %1, before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ what it attends to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LoadingBar</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the model that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention is not an explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It shows where a head looks and how strongly, not why the model decides as it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more do(es) not fit</source>
        <translation>
            <numerusform>%n more does not fit</numerusform>
            <numerusform>%n more do not fit</numerusform>
        </translation>
    </message>
    <message>
        <source>This token is only a part of a character and cannot be typed by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mayfly was not closed last time: this is what was open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two pictures beside each other, or the difference of two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight heads are shown at the most: Ctrl+click one of them to take it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixPicture</name>
    <message>
        <source>key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each cell is the largest weight of %1 × %1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>masked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scaled dots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dots q·k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token hidden: %1 % of the attention goes to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>masked pairs lie beyond the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each cell is the largest magnitude of %1 × %1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelActions</name>
    <message>
        <source>Open Model Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has come: it is in the Model menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelLoader</name>
    <message>
        <source>%1 does not fit into memory.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelMenu</name>
    <message>
        <source>&amp;Built-in Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hugging Face cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be opened: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NextBar</name>
    <message>
        <source>Next tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most likely next tokens: click one to append it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to append this token to the text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>%1 is neither a Mayfly session (.mayfly) nor a model’s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file or folder %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pair</name>
    <message>
        <source>head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>× scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= scaled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax: weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>masked: it comes later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>masked: beyond the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Path</name>
    <message>
        <source>embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An encoder foretells no next token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what “%1” foretells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two principal components, %1 % and %2 % of the variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathControls</name>
    <message>
        <source>&amp;Depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth in the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens are marked where their residual stream is after this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptEditor</name>
    <message>
        <source>Type a text: its attention is drawn with every key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text can have %1 characters at most, so nothing was inserted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>The text is not kept for the case of a crash: %1 cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleMenu</name>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>“his” looks at “cat”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In 5.2 “looked” finds who looked: “girl”. In 3.7 “horse” finds what is done to it: “looked”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verb to subject: each “lost” looks at the one who lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“were” looks past the garden to its subject, “children”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Object to verb: one “fish” looks at “caught”, the other at “ate”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose son? “her” looks at “mother”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noun to article: “bird” and “head” look at the “a” that begins their phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last “the” looks at “king”, and “king” comes next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who speaks? The last “the” looks at “wolf” in 5.7 and at “pig” in 5.5: see the next tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last “the” looks at “door”, and “door” is the next token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By place alone: 0.1 looks one token back, 0.3 two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Induction: each token looks at what followed it the last time, and “river” comes next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate token: the second “Queen” looks at the first, the second “looked” at the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Induction in a rhyme: parts of the second “Humpty Dumpty” look at what followed them in the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sink: all tokens of this head rest on the first one; Hide First Token (Ctrl+H) empties the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3Blue1Brown’s nouns and adjectives, made up for a lecture; here “creature” looks at “blue”, “forest” does not find “verdant”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“it” looks at “animal”; change “tired” to “wide” and its row does not move, for it comes first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The duplicate-token head finds nothing: “The” and “ the” are different tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Induction: the last “D” looks at what followed the first, “ur”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is named twice, and who once? The last “to” looks at “Mary” in 5.7 and at “John” in 5.2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that belong together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places, copies and rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known from lectures and papers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Edit text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change top mass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select whole words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release kept picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionFile</name>
    <message>
        <source>%1 cannot be opened: its &quot;%2&quot; is not what a session holds there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a Mayfly session; open one that was saved with File &gt; Save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was saved by another version of Mayfly (format %2, this one reads %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be opened: its text has %2 characters, and the window takes %3 at most.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionFiles</name>
    <message>
        <source>Save Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mayfly sessions (*.mayfly)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Session</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShareShown</name>
    <message numerus="yes">
        <source>shows %1 of %2 edge(s), %3 % of the attention</source>
        <translation>
            <numerusform>shows %1 of %2 edge, %3 % of the attention</numerusform>
            <numerusform>shows %1 of %2 edges, %3 % of the attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>shows %1 of %2 edge(s): there are weights that are not numbers</source>
        <translation>
            <numerusform>shows %1 of %2 edge: there are weights that are not numbers</numerusform>
            <numerusform>shows %1 of %2 edges: there are weights that are not numbers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Snapshot</name>
    <message>
        <source>%1 has no tokenizer files, so it cannot read text; give token ids to mayfly trace or mayfly export with --ids instead.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cap %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first of the chosen heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each cell is the largest magnitude of %1 × %1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first token is shown here: softmax is over all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exp (score)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exp (score − peak)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenStrip</name>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token %1, id %2, bytes %3 to %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a special token: one of the model’s own signs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>head %1: %2 → %3: weight %4, carries %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above %1 % of the attention, below %2 % of what it carries; to the first token go %3 % and %4 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are weights that are not numbers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VectorStrip</name>
    <message numerus="yes">
        <source>%1, %n number(s)</source>
        <translation>
            <numerusform>%1, %n number</numerusform>
            <numerusform>%1, %n numbers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ViewTabs</name>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>command</name>
    <message>
        <source>%1 does not know what to do with %2; %1 --help shows how it is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no option %2; %1 --help lists those it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a value after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs %2; %1 --help shows how it is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2 and not %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a text: --text, --text-file or --ids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes one text: --text, --text-file or --ids, and not several of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--pin takes a query, or a query and a key such as 5,2, and not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mayfly has no option %1; mayfly --help lists what it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mayfly opens one file or folder, so %1 is too many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no token %1 to pin: the text is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no token %1 to pin: this text&apos;s tokens are 0 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PNG can be %1 pixels wide or high, and --size times --scale makes %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes every number of attention for a text.

  mayfly trace --text T | --text-file F | --ids 1,2,3  [options]  -o OUT.json|npz|csv|-

The text
  --text T          the text itself
  --text-file F     a file of at most 16 MB, taken byte for byte
  --ids 1,2,3       token ids; needs no tokenizer files and adds no special token

Options
  --model M         built-in (the default), a folder in Hugging Face&apos;s layout, or a name
                    in the Hugging Face cache such as openai-community/gpt2
  --layers 0,5|all  the layers to write; all by default
  --heads 0,1|all   the heads of each of those layers; all by default
  --vectors         queries, keys and values too (JSON and NPZ)
  -o OUT            the file; its ending says the format. &quot;-&quot; writes JSON to standard output

Layers, heads and tokens count from 0. Rows are queries, columns are keys. A dot is q.k before
scaling and masking; a weight is what the softmax makes of it.

Examples
  mayfly trace --text &quot;the cat sat on the mat&quot; -o cat.json
  mayfly trace --text-file poem.txt --layers 3 --heads 6 -o - | python3 -m json.tool
  mayfly trace --model openai-community/gpt2 --ids 464,3797 --vectors -o cat.npz
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the models on this machine: the built-in one and those in the Hugging Face cache, with family,
layers x heads and size, and why a model cannot be opened where it cannot.

  mayfly models

Nothing is downloaded and nothing is written. The cache is where Hugging Face&apos;s own programs keep it:
HF_HUB_CACHE, HF_HOME/hub, or ~/.cache/huggingface/hub.

Example
  mayfly models
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot read %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token id %1 is outside this model&apos;s vocabulary, which is 0 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text is %1 tokens long and this model takes %2, so the last %3 are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the built-in model is neither in %1 nor in %2; install Mayfly again, or give another model&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a file; give the folder that it is in, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no model %1: it is neither a folder nor in the Hugging Face cache, %2; mayfly models lists those that are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers × heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot write %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is not enough memory for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no layer %1: this model&apos;s layers are 0 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no head %1: this model&apos;s heads are 0 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no head %1: this model has layers 0 to %2 with heads 0 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a trace is written to a name that ends in .json, .npz or .csv, or to - for standard output; %1 is none of these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes whole numbers with commas between them and not %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes numbers such as 0,5 or all, and not %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes heads as layer.head, such as 3.6 or 3.6,2.1, and not %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes a number from %2 to %3 and not %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes a width and a height from %2 to %3 pixels, such as 1200x700, and not %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot write to standard output: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--terms takes one number from 1 on, or all, and not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mayfly explain takes one head, such as 3.6, and not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mayfly explain takes --pin with a query and a key, such as 5,2, and not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints the numbers behind one weight, from the query and the key to the softmax, a line a quantity.

  mayfly explain --text T | --text-file F | --ids 1,2,3  --head L.H  --pin i,j  [options]

The text
  --text T          the text itself
  --text-file F     a file of at most 16 MB, taken byte for byte
  --ids 1,2,3       token ids; needs no tokenizer files and adds no special token

The weight
  --head L.H        one head as layer.head, counted from 0
  --pin i,j         query i and key j, tokens counted from 0
  --model M         built-in (the default), a folder in Hugging Face&apos;s layout, or a name
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
  mayfly explain --text &quot;the cat sat on the mat&quot; --head 3.6 --pin 4,1
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best %1: head %2, %3
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes numbers from %2 to %3 with commas between them, and not %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mayfly bench takes --model or --shape, and not both of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is neither a command (trace, export, explain, models, heads, bench) nor a file or folder that is there; mayfly --help shows how mayfly is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mayfly draws the token graph that attention forms.

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
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures passes on random tokens, and what this machine could do at best in the same run.

  mayfly bench [options]

Options
  --model M           built-in (the default), a folder in Hugging Face&apos;s layout, or a name
                      in the Hugging Face cache such as openai-community/gpt2
  --shape gpt2        a random model of GPT-2 small&apos;s shape instead, in float32 and in bfloat16
  --tokens 16,64,...  lengths of text; 16,64,256,1024 by default
  --edits 25,50,100   an edit after so many percent of the text; 25,50,100 by default
  --kernel K          amx, avx512, avx2, neon or portable; the fastest that this processor has by default
  --json              as JSON

A row is a kind of pass: full is a text at once, append its last token alone, edit what follows an edit.
GFLOP/s counts two for each multiply-add of every linear map, of visible pairs in attention, and of the
last token&apos;s unembedding; GB/s counts weights, keys and values, each read once. &quot;of limit&quot; is the
fastest pass over the fastest arithmetic (full, edit) or reading (append) measured. maps ms is what
the thumbnails of all heads take besides. Memory is the most that the program took meanwhile.

The environment variable MAYFLY_KERNEL chooses the kernel of every command and of the window.
OMP_NUM_THREADS is how many threads compute.

Example
  mayfly bench --shape gpt2 --tokens 64,256 --json
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--before goes with --compare before-after or difference, and not with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--compare %1 needs --before, the text that is compared with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--compare difference is of the graph and the matrix; for --view %1 take --compare before-after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--compare heads needs a view of heads, and --view %1 shows the model as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--compare heads takes two heads in --head, such as 3.3,5.7.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean distance in tokens, entropy in nats; even local: local, if attention were spread evenly
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says what each head of a model does, by what it does with random tokens.

  mayfly heads  [--model M]  [--format table|json|csv]

Options
  --model M         built-in (the default), a folder in Hugging Face&apos;s layout, or a name
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
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--layer takes one layer, such as 3, and not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--layer draws all heads of a layer; it goes with --view graph or matrix, and with no --head, --compare or --before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--depth takes one number from 0 (the embedding) to the number of layers, and not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no depth %1: this model&apos;s are 0 (the embedding) to %2 (after its last layer).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves a picture of one or more heads, or of the model as a whole, with a caption of model, heads and text.

  mayfly export --text T | --text-file F | --ids 1,2,3  --head L.H[,L.H...]  [options]
                -o OUT.svg|pdf|png|tex

The text
  --text T               the text itself
  --text-file F          a file of at most 16 MB, taken byte for byte
  --ids 1,2,3            token ids; needs no tokenizer files and adds no special token

What is drawn
  --head L.H[,L.H...]    heads as layer.head, counted from 0
  --layer L              in its place: all heads of a layer on one sheet, each by itself
  --model M              built-in (the default), a folder in Hugging Face&apos;s layout, or a name
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
  --marks heat|dots      a cell&apos;s value as a colour, or as a disc of that area
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
  mayfly export --text &quot;the cat sat on the mat&quot; --head 3.6 -o cat.svg
  mayfly export --text-file poem.txt --head 3.6,2.1 --layout columns --theme dark --scale 2 -o poem.png
  mayfly export --text &quot;a rose is a rose&quot; --head 1.3 --view matrix --marks dots --transpose -o rose.pdf
  mayfly export --text &quot;a rose is a rose&quot; --head 1.3 --view steps --pin 3,1 -o steps.svg
  mayfly export --text &quot;a rose is a rose&quot; --view flow --pin 4 -o flow.svg
  mayfly export --text &quot;a rose is a rose&quot; --layer 2 --view matrix --size 1600x1000 -o layer2.pdf
  mayfly export --text &quot;a rose is a rose&quot; --head 1.3,3.6 --view matrix --compare heads -o two.svg
  mayfly export --before &quot;it was too tired&quot; --text &quot;it was too wide&quot; --head 3.6 -o gained-and-lost.svg
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no depth %1: they count from 0, the embedding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds more than the 16 MB of text that mayfly reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for %2, which no model has.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>compare::CompareMenu</name>
    <message>
        <source>&amp;Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two &amp;Heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first two of the chosen heads, each in a pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Before and After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kept picture and the live one, each in a pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the live picture gained and lost against the kept one, in two colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep This Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with what the text is now, however it is edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Release Kept Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go of what was kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is kept. Now edit the text: the picture shows what was gained and lost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>exporting</name>
    <message>
        <source>&quot;%1&quot; has no ending that a picture can be saved with: choose one of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture of %1 by %2 pixels is too large: choose a smaller size or scale.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>getting::GetModelDialog</name>
    <message>
        <source>Models come from %1 into the Hugging Face cache, where other programs find them too: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owner/name, or owner/name@revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much has arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Get</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What has arrived is kept for the next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>getting::OfferList</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers × heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size, about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models to get</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this machine already</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>graph::GraphView</name>
    <message>
        <source>Attention graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a token&apos;s number and text</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receives %1 on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2, head %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>saving</name>
    <message>
        <source>could not save &quot;%1&quot;: %2; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a device, a pipe or a socket and not a file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>view::PictureView</name>
    <message>
        <source>Attention matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps from dots to weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights and what they carry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path of the residual stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow of attention through the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention graph, compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a token&apos;s number and text</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
