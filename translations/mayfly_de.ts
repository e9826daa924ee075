<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Samples</source>
        <translation>Bei&amp;spiele</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open Session…</source>
        <translation>Sitzung ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open a text with its model, heads and view</source>
        <translation>Einen Text mit Modell, Köpfen und Ansicht öffnen</translation>
    </message>
    <message>
        <source>&amp;Save Session</source>
        <translation>Sitzung &amp;speichern</translation>
    </message>
    <message>
        <source>Save text, model, heads and view</source>
        <translation>Text, Modell, Köpfe und Ansicht speichern</translation>
    </message>
    <message>
        <source>Save Session &amp;As…</source>
        <translation>Sitzung speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Save under another name</source>
        <translation>Unter anderem Namen speichern</translation>
    </message>
    <message>
        <source>Open &amp;Model Folder…</source>
        <translation>&amp;Modellordner öffnen …</translation>
    </message>
    <message>
        <source>Open a model in Hugging Face’s layout from a folder</source>
        <translation>Ein Modell im Format von Hugging Face aus einem Ordner öffnen</translation>
    </message>
    <message>
        <source>&amp;Export Picture…</source>
        <translation>Bild &amp;exportieren …</translation>
    </message>
    <message>
        <source>&amp;Copy Picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close Mayfly</source>
        <translation>Mayfly schließen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last change of text or choice</source>
        <translation>Die letzte Änderung an Text oder Auswahl zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Das Zurückgenommene erneut ausführen</translation>
    </message>
    <message>
        <source>Let go of what was clicked</source>
        <translation>Das Angeklickte loslassen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Arcs</source>
        <translation>&amp;Bögen</translation>
    </message>
    <message>
        <source>Tokens along the line of text, edges as arcs</source>
        <translation>Token entlang der Textzeile, Kanten als Bögen</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>Queries on the left, keys on the right</source>
        <translation>Querys links, Keys rechts</translation>
    </message>
    <message>
        <source>Hide &amp;First Token</source>
        <translation>&amp;Erstes Token ausblenden</translation>
    </message>
    <message>
        <source>Leave out every edge to the first token, where much attention goes to rest</source>
        <translation>Alle Kanten zum ersten Token weglassen, auf dem viel Attention nur ruht</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Fi&amp;t</source>
        <translation>Ein&amp;passen</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>Light or dark as the desktop is</source>
        <translation>Hell oder dunkel wie der Desktop</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Dark words on white</source>
        <translation>Dunkle Schrift auf Weiß</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Light words on black</source>
        <translation>Helle Schrift auf Schwarz</translation>
    </message>
    <message>
        <source>R&amp;educed Motion</source>
        <translation>&amp;Weniger Bewegung</translation>
    </message>
    <message>
        <source>Pictures change at once instead of moving</source>
        <translation>Bilder wechseln sofort, statt sich zu bewegen</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>Vo&amp;llbild</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Den ganzen Bildschirm nutzen</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Built-in Model</source>
        <translation>&amp;Eingebautes Modell</translation>
    </message>
    <message>
        <source>The small model that comes with Mayfly</source>
        <translation>Das kleine Modell, das mit Mayfly kommt</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard and Mouse</source>
        <translation>&amp;Tastatur und Maus</translation>
    </message>
    <message>
        <source>What every key and click does</source>
        <translation>Was jede Taste und jeder Klick bewirkt</translation>
    </message>
    <message>
        <source>&amp;About Mayfly</source>
        <translation>Ü&amp;ber Mayfly</translation>
    </message>
    <message>
        <source>Select Whole &amp;Words</source>
        <translation>Ganze &amp;Wörter auswählen</translation>
    </message>
    <message>
        <source>Pointing at a token points at all tokens of its word</source>
        <translation>Wer auf ein Token zeigt, zeigt auf alle Token seines Wortes</translation>
    </message>
    <message>
        <source>&amp;Get a Model…</source>
        <translation>Modell &amp;holen …</translation>
    </message>
    <message>
        <source>Fetch a model from the Hugging Face Hub</source>
        <translation>Ein Modell vom Hugging Face Hub holen</translation>
    </message>
    <message>
        <source>C&amp;ircle</source>
        <translation>Kre&amp;is</translation>
    </message>
    <message>
        <source>Tokens around a circle, edges as chords</source>
        <translation>Tokens auf einem Kreis, Kanten als Sehnen</translation>
    </message>
    <message>
        <source>&amp;Gravity</source>
        <translation>&amp;Gravitation</translation>
    </message>
    <message>
        <source>Attention draws tokens together</source>
        <translation>Attention zieht Tokens zueinander</translation>
    </message>
    <message>
        <source>&amp;Graph</source>
        <translation>&amp;Graph</translation>
    </message>
    <message>
        <source>One node a token, an edge from each query to each key</source>
        <translation>Ein Knoten je Token, eine Kante von jeder Query zu jedem Key</translation>
    </message>
    <message>
        <source>&amp;Matrix</source>
        <translation>&amp;Matrix</translation>
    </message>
    <message>
        <source>A cell for each query and key</source>
        <translation>Eine Zelle für jede Query und jeden Key</translation>
    </message>
    <message>
        <source>Cells of a Mat&amp;rix</source>
        <translation>Zellen einer Mat&amp;rix</translation>
    </message>
    <message>
        <source>&amp;Weights</source>
        <translation>&amp;Gewichte</translation>
    </message>
    <message>
        <source>What softmax makes of each row: it sums to 1</source>
        <translation>Was Softmax aus jeder Zeile macht: sie summiert sich zu 1</translation>
    </message>
    <message>
        <source>&amp;Scaled</source>
        <translation>&amp;Skaliert</translation>
    </message>
    <message>
        <source>The dots as softmax sees them, masked ones too</source>
        <translation>Die Skalarprodukte, wie Softmax sie sieht, auch die maskierten</translation>
    </message>
    <message>
        <source>&amp;q·k</source>
        <translation>&amp;q·k</translation>
    </message>
    <message>
        <source>The dots of queries and keys, masked ones too</source>
        <translation>Die Skalarprodukte von Queries und Keys, auch die maskierten</translation>
    </message>
    <message>
        <source>As &amp;Discs</source>
        <translation>Als &amp;Scheiben</translation>
    </message>
    <message>
        <source>A disc whose area is the value, in the place of a colour</source>
        <translation>Eine Scheibe, deren Fläche der Wert ist, statt einer Farbe</translation>
    </message>
    <message>
        <source>&amp;Transpose</source>
        <translation>&amp;Transponieren</translation>
    </message>
    <message>
        <source>Queries in columns and keys in rows</source>
        <translation>Queries in Spalten und Keys in Zeilen</translation>
    </message>
    <message>
        <source>&amp;Best Head</source>
        <translation>&amp;Bester Kopf</translation>
    </message>
    <message>
        <source>Go to the head with the largest score of the chosen kind</source>
        <translation>Zum Kopf der gewählten Art mit dem höchsten Wert springen</translation>
    </message>
    <message>
        <source>Find a &amp;Head</source>
        <translation>&amp;Kopf finden</translation>
    </message>
    <message>
        <source>List the heads of all layers by the weight that they give to the pinned pair</source>
        <translation>Die Köpfe aller Schichten nach dem Gewicht auflisten, das sie dem angehefteten Paar geben</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>&amp;Schritte</translation>
    </message>
    <message>
        <source>From q·k over scale, mask and softmax to the weights</source>
        <translation>Von q·k über Skalierung, Maske und Softmax zu den Gewichten</translation>
    </message>
    <message>
        <source>About the &amp;Built-in Model</source>
        <translation>Über das &amp;eingebaute Modell</translation>
    </message>
    <message>
        <source>What it was trained on, what its heads do, and what it cannot do</source>
        <translation>Womit es trainiert wurde, was seine Köpfe tun und was es nicht kann (auf Englisch)</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>Save the picture as PNG, SVG, PDF or TikZ, with what is pinned</source>
        <translation>Das Bild als PNG, SVG, PDF oder TikZ speichern, mit dem Angehefteten</translation>
    </message>
    <message>
        <source>Copy the picture to the clipboard</source>
        <translation>Das Bild in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>See the picture larger</source>
        <translation>Das Bild größer sehen</translation>
    </message>
    <message>
        <source>See more of the picture</source>
        <translation>Mehr vom Bild sehen</translation>
    </message>
    <message>
        <source>See the whole picture</source>
        <translation>Das ganze Bild sehen</translation>
    </message>
    <message>
        <source>What Attention Does &amp;Not Say…</source>
        <translation>Was Attention &amp;nicht sagt …</translation>
    </message>
    <message>
        <source>Why it is not an explanation, with the papers that argued about it</source>
        <translation>Warum sie keine Erklärung ist, mit den Arbeiten, die darüber streiten</translation>
    </message>
    <message>
        <source>&amp;Values</source>
        <translation>&amp;Werte</translation>
    </message>
    <message>
        <source>Weights, and the size of what they carry</source>
        <translation>Gewichte und die Größe dessen, was sie tragen</translation>
    </message>
    <message>
        <source>Pat&amp;h</source>
        <translation>Pfa&amp;d</translation>
    </message>
    <message>
        <source>The residual stream from layer to layer, and what it foretells</source>
        <translation>Der Residualstrom von Schicht zu Schicht und was er vorhersagt</translation>
    </message>
    <message>
        <source>Fl&amp;ow</source>
        <translation>Fl&amp;uss</translation>
    </message>
    <message>
        <source>Where the pinned token comes from, layer by layer: attention rollout</source>
        <translation>Woher das angeheftete Token kommt, Schicht für Schicht: Attention Rollout</translation>
    </message>
    <message>
        <source>Com&amp;pare</source>
        <translation>Vergleic&amp;hen</translation>
    </message>
    <message>
        <source>Hide First Token</source>
        <comment>on a button: as short as can be</comment>
        <translation>Ohne erstes Token</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>Take the selected text away, onto the clipboard</source>
        <translation>Den ausgewählten Text wegnehmen und in die Zwischenablage legen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected text to the clipboard</source>
        <translation>Den ausgewählten Text in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Insert the clipboard&apos;s text</source>
        <translation>Den Text der Zwischenablage einfügen</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>Alles a&amp;uswählen</translation>
    </message>
    <message>
        <source>Select the whole text</source>
        <translation>Den ganzen Text auswählen</translation>
    </message>
    <message>
        <source>Release P&amp;in</source>
        <translation>Anheftung &amp;lösen</translation>
    </message>
</context>
<context>
    <name>Caption</name>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nachher</translation>
    </message>
</context>
<context>
    <name>Chain</name>
    <message>
        <source>1 ÷ √d, d being the width of a query</source>
        <translation>1 ÷ √d, wobei d die Breite einer Query ist</translation>
    </message>
    <message>
        <source>× scale</source>
        <translation>× Skalierung</translation>
    </message>
    <message>
        <source>The factor that this model puts on every q·k</source>
        <translation>Der Faktor, den dieses Modell auf jedes q·k legt</translation>
    </message>
    <message>
        <source>e to the power of what softmax sees</source>
        <translation>e hoch das, was die Softmax sieht</translation>
    </message>
    <message>
        <source>The sum of these over all keys that this query can see</source>
        <translation>Die Summe davon über alle Keys, die diese Query sehen kann</translation>
    </message>
    <message>
        <source>= weight</source>
        <translation>= Gewicht</translation>
    </message>
    <message>
        <source>What softmax makes of it</source>
        <translation>Was die Softmax daraus macht</translation>
    </message>
    <message>
        <source>The dot product of the query and the key</source>
        <translation>Das Skalarprodukt von Query und Key</translation>
    </message>
    <message>
        <source>= scaled</source>
        <translation>= skaliert</translation>
    </message>
    <message>
        <source>What enters softmax</source>
        <translation>Was in die Softmax eingeht</translation>
    </message>
    <message>
        <source>capped</source>
        <translation>begrenzt</translation>
    </message>
    <message>
        <source>c · tanh(scaled ÷ c) with c = %1: this model keeps scores within bounds</source>
        <translation>c · tanh(skaliert ÷ c) mit c = %1: Dieses Modell hält Scores in Grenzen</translation>
    </message>
    <message>
        <source>mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Whether this query can see this key</source>
        <translation>Ob diese Query diesen Key sehen kann</translation>
    </message>
    <message>
        <source>Softmax leaves masked keys out</source>
        <translation>Die Softmax lässt maskierte Keys aus</translation>
    </message>
    <message>
        <source>The length of the query</source>
        <translation>Die Länge der Query</translation>
    </message>
    <message>
        <source>The length of the key</source>
        <translation>Die Länge des Key</translation>
    </message>
    <message>
        <source>Of the angle between them: |q| |k| cos θ = q·k</source>
        <translation>Des Winkels zwischen ihnen: |q| |k| cos θ = q·k</translation>
    </message>
    <message>
        <source>other way</source>
        <translation>umgekehrt</translation>
    </message>
    <message>
        <source>q·k with the two tokens in each other’s place</source>
        <translation>q·k mit vertauschten Token</translation>
    </message>
    <message>
        <source>asymmetry</source>
        <translation>Asymmetrie</translation>
    </message>
    <message>
        <source>Of the head: ‖S − Sᵀ‖ ÷ ‖S‖ over all q·k of the text; 0 if looking there is as looking back, 1.4 if the two have nothing to do with each other</source>
        <translation>Des Kopfes: ‖S − Sᵀ‖ ÷ ‖S‖ über alle q·k des Textes; 0, wenn Hinsehen wie Zurücksehen ist, 1,4, wenn beides nichts miteinander zu tun hat</translation>
    </message>
    <message>
        <source>what travels</source>
        <translation>was fließt</translation>
    </message>
    <message>
        <source>‖weight · v W_O‖: the length of what this head carries along the edge</source>
        <translation>‖Gewicht · v W_O‖: die Länge dessen, was dieser Kopf entlang der Kante überträgt</translation>
    </message>
    <message>
        <source>key head</source>
        <translation>Key-Kopf</translation>
    </message>
    <message>
        <source>Several heads share the keys and values of this one</source>
        <translation>Mehrere Köpfe teilen sich Keys und Values von diesem</translation>
    </message>
    <message>
        <source>The same for every key of this query, so softmax cancels it</source>
        <translation>Für jeden Key dieser Query gleich, die Softmax kürzt es also weg</translation>
    </message>
    <message>
        <source>The two tokens, without biases</source>
        <translation>Die beiden Token ohne Bias</translation>
    </message>
    <message>
        <source>What the key has for every query</source>
        <translation>Was der Key für jede Query hat</translation>
    </message>
</context>
<context>
    <name>ChainPanel</name>
    <message>
        <source>q·k, its biases apart</source>
        <translation>q·k, nach Bias zerlegt</translation>
    </message>
    <message>
        <source>terms q&lt;sub&gt;d&lt;/sub&gt;·k&lt;sub&gt;d&lt;/sub&gt;</source>
        <translation>Terme q&lt;sub&gt;d&lt;/sub&gt;·k&lt;sub&gt;d&lt;/sub&gt;</translation>
    </message>
    <message>
        <source>largest first</source>
        <translation>nach Größe</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>der Reihe nach</translation>
    </message>
    <message>
        <source>Order of the terms</source>
        <translation>Reihenfolge der Terme</translation>
    </message>
    <message>
        <source>The largest products q_d · k_d by dimension d, and the rest: together they are q·k</source>
        <translation>Die größten Produkte q_d · k_d nach Dimension d und der Rest: Zusammen ergeben sie q·k</translation>
    </message>
    <message>
        <source>The residual stream of the query’s token, as this layer reads it</source>
        <translation>Der Residualstrom am Token der Query, wie ihn diese Schicht liest</translation>
    </message>
    <message>
        <source>The query before it is turned by its position</source>
        <translation>Die Query, bevor ihre Position sie dreht</translation>
    </message>
    <message>
        <source>The query</source>
        <translation>Die Query</translation>
    </message>
    <message>
        <source>The key</source>
        <translation>Der Key</translation>
    </message>
    <message>
        <source>The key before it is turned by its position</source>
        <translation>Der Key, bevor seine Position ihn dreht</translation>
    </message>
    <message>
        <source>The residual stream of the key’s token, as this layer reads it</source>
        <translation>Der Residualstrom am Token des Key, wie ihn diese Schicht liest</translation>
    </message>
</context>
<context>
    <name>ChartPanel</name>
    <message>
        <source>adds</source>
        <translation>erhöht</translation>
    </message>
    <message>
        <source>takes away</source>
        <translation>verringert</translation>
    </message>
    <message>
        <source>Terms of the dot product</source>
        <translation>Summanden des Skalarprodukts</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>Rest</translation>
    </message>
    <message>
        <source>d %1</source>
        <translation>d %1</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>masked</source>
        <translation>maskiert</translation>
    </message>
    <message>
        <source>%1:  before %2, after %3, difference %4</source>
        <translation>%1:  vorher %2, nachher %3, Unterschied %4</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nachher</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>Kopf %1</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) new (+)</source>
        <translation>
            <numerusform>%n Token neu (+)</numerusform>
            <numerusform>%n Tokens neu (+)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone (−)</source>
        <translation>
            <numerusform>%n weg (−)</numerusform>
            <numerusform>%n weg (−)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in another’s place (/)</source>
        <translation>
            <numerusform>%n an Stelle eines anderen (/)</numerusform>
            <numerusform>%n an Stelle anderer (/)</numerusform>
        </translation>
    </message>
    <message>
        <source>both texts are the same</source>
        <translation>beide Texte sind gleich</translation>
    </message>
    <message>
        <source>shows %1 of what changed · gained %2, lost %3, widest %4</source>
        <translation>zeigt %1 der Änderungen · gewonnen %2, verloren %3, breiteste %4</translation>
    </message>
    <message>
        <source>weights, after − before</source>
        <translation>Gewichte, nachher − vorher</translation>
    </message>
    <message>
        <source>scaled dots, after − before</source>
        <translation>skalierte Skalarprodukte, nachher − vorher</translation>
    </message>
    <message>
        <source>dots q·k, after − before</source>
        <translation>Skalarprodukte q·k, nachher − vorher</translation>
    </message>
    <message>
        <source>gained</source>
        <translation>gewonnen</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>first token hidden</source>
        <translation>erstes Token ausgeblendet</translation>
    </message>
    <message>
        <source>each cell is the largest change of %1 × %1 tokens</source>
        <translation>jede Zelle ist die größte Änderung von %1 × %1 Tokens</translation>
    </message>
    <message>
        <source>each pane has axes of its own</source>
        <translation>jedes Feld hat eigene Achsen</translation>
    </message>
</context>
<context>
    <name>Download</name>
    <message>
        <source>HF_ENDPOINT is “%1”, which is not an address such as https://huggingface.co.</source>
        <translation>HF_ENDPOINT ist „%1“, und das ist keine Adresse wie https://huggingface.co.</translation>
    </message>
    <message>
        <source>the folder %1 cannot be made.</source>
        <translation>der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>%1 cannot be written; the Hugging Face cache must lie where links to files can be made.</source>
        <translation>%1 lässt sich nicht schreiben; der Hugging-Face-Cache muss dort liegen, wo Verknüpfungen zu Dateien möglich sind.</translation>
    </message>
    <message>
        <source>the connection to %1 broke again and again: %2; what has arrived is kept.</source>
        <translation>die Verbindung zu %1 brach immer wieder ab: %2; was angekommen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>the server answers with status %1</source>
        <translation>der Server antwortet mit Status %1</translation>
    </message>
    <message>
        <source>%1 has its weights in more files than makes sense.</source>
        <translation>%1 hat seine Gewichte in mehr Dateien, als sinnvoll ist.</translation>
    </message>
    <message>
        <source>could not write %1: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>%1 does not say how long %2 is and what its checksum is, so it cannot be fetched safely.</source>
        <translation>%1 sagt nicht, wie lang %2 ist und welche Prüfsumme es hat, also lässt es sich nicht sicher holen.</translation>
    </message>
    <message>
        <source>%1 needs %2 more on the disk with the Hugging Face cache, %3, where %4 are free.</source>
        <translation>%1 braucht noch %2 auf dem Datenträger mit dem Hugging-Face-Cache, %3, wo %4 frei sind.</translation>
    </message>
    <message>
        <source>another program is fetching %1 just now.</source>
        <translation>ein anderes Programm holt %1 gerade.</translation>
    </message>
    <message>
        <source>%1 of %2 arrived, but not as its checksum says, and was thrown away; try again later.</source>
        <translation>%1 von %2 kam an, aber nicht so, wie die Prüfsumme es sagt, und wurde verworfen; bitte später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1 sends more of %2 than it said there is.</source>
        <translation>%1 schickt mehr von %2, als es angekündigt hat.</translation>
    </message>
    <message>
        <source>%1 ended too early</source>
        <translation>%1 endete zu früh</translation>
    </message>
    <message>
        <source>HF_HUB_OFFLINE is set, so nothing is fetched: unset it and start Mayfly again to get a model.</source>
        <translation>HF_HUB_OFFLINE ist gesetzt, also wird nichts geholt: die Variable löschen und Mayfly neu starten, um ein Modell zu holen.</translation>
    </message>
    <message>
        <source>nothing came any more</source>
        <translation>es kam nichts mehr</translation>
    </message>
    <message>
        <source>the answer of %1 is longer than it may be.</source>
        <translation>die Antwort von %1 ist länger, als sie sein darf.</translation>
    </message>
    <message>
        <source>%1 leads to %2, which is not safe to follow.</source>
        <translation>%1 führt weiter zu %2, und dem zu folgen ist nicht sicher.</translation>
    </message>
    <message>
        <source>%1 leads from one address to the next without end.</source>
        <translation>%1 führt ohne Ende von einer Adresse zur nächsten.</translation>
    </message>
    <message>
        <source>the server&apos;s list of files makes no sense.</source>
        <translation>die Dateiliste des Servers ergibt keinen Sinn.</translation>
    </message>
    <message>
        <source>%1 has no config.json, so it is not a model that Mayfly can open.</source>
        <translation>%1 hat keine config.json, ist also kein Modell, das Mayfly öffnen kann.</translation>
    </message>
    <message>
        <source>%1 has no weights as safetensors, the only format that Mayfly reads.</source>
        <translation>%1 hat keine Gewichte als safetensors, und nur dieses Format liest Mayfly.</translation>
    </message>
    <message>
        <source>%1 has an index of its weights that names files which are not there.</source>
        <translation>%1 hat ein Verzeichnis seiner Gewichte, das Dateien nennt, die es nicht gibt.</translation>
    </message>
    <message>
        <source>could not write %1: %2; what has arrived is kept.</source>
        <translation>%1 konnte nicht geschrieben werden: %2; was angekommen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>noch %n Sekunde</numerusform>
            <numerusform>noch %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>noch %n Minute</numerusform>
            <numerusform>noch %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>noch %n Stunde</numerusform>
            <numerusform>noch %n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking what there is…</source>
        <translation>Es wird gefragt, was es gibt …</translation>
    </message>
    <message>
        <source>Checking what is there already…</source>
        <translation>Was schon da ist, wird geprüft …</translation>
    </message>
    <message>
        <source>The connection broke; trying again…</source>
        <translation>Die Verbindung brach ab; neuer Versuch …</translation>
    </message>
    <message>
        <source>%1 is gated or private: accept its licence at %2 and set HF_TOKEN to a token of that account.</source>
        <translation>%1 ist beschränkt oder privat: die Lizenz unter %2 annehmen und HF_TOKEN auf ein Token dieses Kontos setzen.</translation>
    </message>
    <message>
        <source>%1 has no revision %2.</source>
        <translation>%1 hat keine Revision %2.</translation>
    </message>
    <message>
        <source>%1 does not accept the token in HF_TOKEN.</source>
        <translation>%1 nimmt das Token in HF_TOKEN nicht an.</translation>
    </message>
    <message>
        <source>there is no model %1 at %2, or it is private: see to its spelling, or set HF_TOKEN.</source>
        <translation>es gibt kein Modell %1 auf %2, oder es ist privat: bitte die Schreibweise prüfen oder HF_TOKEN setzen.</translation>
    </message>
    <message>
        <source>%1 refuses to send %2 (status %3).</source>
        <translation>%1 weigert sich, %2 zu schicken (Status %3).</translation>
    </message>
    <message>
        <source>cannot reach %1 (%2): check the connection and try again.</source>
        <translation>%1 ist nicht zu erreichen (%2): Verbindung prüfen und noch einmal versuchen.</translation>
    </message>
</context>
<context>
    <name>ExplanationPage</name>
    <message>
        <source>What a weight says</source>
        <translation>Was ein Gewicht sagt</translation>
    </message>
    <message>
        <source>A weight says which share of a head’s output at one token comes from the value of another. It does not say why the model decides as it does: the value may be small, later layers may undo it, other heads may carry the same, and a token deep in the model already holds a mixture of its neighbours.</source>
        <translation>Ein Gewicht sagt, welcher Anteil der Ausgabe eines Kopfes an einem Token aus dem Value eines anderen kommt. Es sagt nicht, warum das Modell so entscheidet: Der Value kann klein sein, spätere Schichten können ihn aufheben, andere Köpfe dasselbe tragen, und tief im Modell hält ein Token schon eine Mischung seiner Nachbarn.</translation>
    </message>
    <message>
        <source>Papers that doubt it</source>
        <translation>Arbeiten, die zweifeln</translation>
    </message>
    <message>
        <source>In recurrent classifiers, weights agreed little with what gradients and leaving words out called important, and quite different weights could be found that gave nearly the same prediction.</source>
        <translation>In rekurrenten Klassifikatoren stimmten die Gewichte wenig mit dem überein, was nach Gradienten und nach dem Weglassen von Wörtern wichtig war, und es fanden sich ganz andere Gewichte mit fast derselben Vorhersage.</translation>
    </message>
    <message>
        <source>Taking away what has the largest weights often did not change the decision; an order by gradients found what mattered sooner.</source>
        <translation>Nahm man weg, was die größten Gewichte hat, änderte sich die Entscheidung oft nicht; eine Rangfolge nach Gradienten fand eher, worauf es ankam.</translation>
    </message>
    <message>
        <source>Models can be trained to put next to no weight on words that they use all the same.</source>
        <translation>Modelle lassen sich so trainieren, dass sie auf Wörter fast kein Gewicht legen und sie doch benutzen.</translation>
    </message>
    <message>
        <source>Where there are more tokens than a head has dimensions, different weights can give the very same output.</source>
        <translation>Gibt es mehr Token, als ein Kopf Dimensionen hat, können verschiedene Gewichte genau dieselbe Ausgabe ergeben.</translation>
    </message>
    <message>
        <source>Papers that answer</source>
        <translation>Arbeiten, die antworten</translation>
    </message>
    <message>
        <source>It depends on what is called an explanation. Weights must be tested together with the model that learned them; those found by an adversary did worse in such tests than learned ones.</source>
        <translation>Es hängt davon ab, was Erklärung heißt. Gewichte sind mit dem Modell zu prüfen, das sie gelernt hat; gegnerisch gesuchte schnitten in solchen Prüfungen schlechter ab als gelernte.</translation>
    </message>
    <message>
        <source>It depends on the task: with one short text to classify, attention may act as a mere gate; with two texts, or one to be generated, altering it does change the result.</source>
        <translation>Es hängt von der Aufgabe ab: Ist ein einzelner Text einzuordnen, wirkt Attention womöglich als bloßes Tor; bei zwei Texten oder wo einer erzeugt wird, ändert ein Eingriff das Ergebnis.</translation>
    </message>
    <message>
        <source>The length of the weighted value, and not the weight alone, says how much travels. The inspector shows it.</source>
        <translation>Wie viel wandert, sagt die Länge des gewichteten Values und nicht das Gewicht allein. Der Inspektor zeigt sie.</translation>
    </message>
    <message>
        <source>Weights followed through all layers agree better with what leaving words out shows than those of one layer.</source>
        <translation>Gewichte, die durch alle Schichten verfolgt werden, passen besser zu dem, was das Weglassen von Wörtern zeigt, als die einer Schicht.</translation>
    </message>
    <message>
        <source>A survey of both sides, and of what was tested on which kind of model.</source>
        <translation>Ein Überblick über beide Seiten und darüber, was an welcher Art von Modell geprüft wurde.</translation>
    </message>
    <message>
        <source>How to read these pictures</source>
        <translation>Wie diese Bilder zu lesen sind</translation>
    </message>
    <message>
        <source>As a description of what one head computes for one text, which is exact, and as a place to find questions. An answer needs an experiment: change the text, compare with other heads and other models, and look at what travels.</source>
        <translation>Als Beschreibung dessen, was ein Kopf für einen Text rechnet, und die ist genau; und als Ort, an dem sich Fragen finden. Eine Antwort braucht einen Versuch: den Text ändern, mit anderen Köpfen und Modellen vergleichen und ansehen, was wandert.</translation>
    </message>
    <message>
        <source>Attention Is Not an Explanation</source>
        <translation>Attention ist keine Erklärung</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>SVG: for the web and for drawing programs</source>
        <translation>SVG: für das Web und Zeichenprogramme</translation>
    </message>
    <message>
        <source>PDF: for papers and print</source>
        <translation>PDF: für Artikel und Druck</translation>
    </message>
    <message>
        <source>PNG: for slides</source>
        <translation>PNG: für Folien</translation>
    </message>
    <message>
        <source>TikZ: for LaTeX</source>
        <translation>TikZ: für LaTeX</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Export Picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>White paper</source>
        <translation>Weißes Papier</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation>&amp;Auflösung</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>Fa&amp;rben</translation>
    </message>
    <message>
        <source>&amp;All heads of layer %1, each by itself</source>
        <translation>&amp;Alle Köpfe der Schicht %1, jeder für sich</translation>
    </message>
    <message>
        <source>There is no picture yet: the model is still reading the text. Try again in a moment.</source>
        <translation>Noch gibt es kein Bild: das Modell liest den Text noch. Versuchen Sie es gleich noch einmal.</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message numerus="yes">
        <source>head(s) %1</source>
        <translation>
            <numerusform>Kopf %1</numerusform>
            <numerusform>Köpfe %1</numerusform>
        </translation>
    </message>
    <message>
        <source>first token hidden</source>
        <translation>erstes Token ausgeblendet</translation>
    </message>
    <message>
        <source>top mass %1 %</source>
        <translation>Anteil je Token %1 %</translation>
    </message>
    <message>
        <source>each head in a pane</source>
        <translation>jeder Kopf in einem Feld</translation>
    </message>
    <message>
        <source>before and after, each in a pane</source>
        <translation>vorher und nachher, jedes in einem Feld</translation>
    </message>
    <message>
        <source>after − before</source>
        <translation>nachher − vorher</translation>
    </message>
    <message>
        <source>all heads of layer %1</source>
        <translation>alle Köpfe der Schicht %1</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) beyond the context left out</source>
        <translation>
            <numerusform>%n Token jenseits des Kontexts weggelassen</numerusform>
            <numerusform>%n Token jenseits des Kontexts weggelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n Token</numerusform>
            <numerusform>%n Token</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>where “%1” comes from</source>
        <translation>woher „%1“ kommt</translation>
    </message>
    <message>
        <source>attention rollout of token %1 over all heads, %2 % of the flow</source>
        <translation>Attention Rollout von Token %1 über alle Köpfe, %2 % des Flusses</translation>
    </message>
    <message>
        <source>first token hidden</source>
        <translation>erstes Token ausgeblendet</translation>
    </message>
</context>
<context>
    <name>GraphControls</name>
    <message>
        <source>Top m&amp;ass</source>
        <translation>Antei&amp;l</translation>
    </message>
    <message>
        <source>Top mass in percent</source>
        <translation>Anteil in Prozent</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>The strongest edges of each token are drawn until they carry this share of its attention; of what is left of it where the first token is hidden</source>
        <translation>Von jedem Token werden die stärksten Kanten gezeichnet, bis sie diesen Anteil seiner Attention tragen; von dem, was davon bleibt, wo das erste Token verborgen ist</translation>
    </message>
</context>
<context>
    <name>GraphPicture</name>
    <message>
        <source>head %1</source>
        <translation>Kopf %1</translation>
    </message>
    <message>
        <source>first token hidden: %1 % of the attention goes to it</source>
        <translation>erstes Token ausgeblendet: %1 % der Attention gehen zu ihm</translation>
    </message>
    <message>
        <source>→ what it attends to</source>
        <translation>→ worauf es achtet</translation>
    </message>
    <message>
        <source>← who attends to it</source>
        <translation>← was darauf achtet</translation>
    </message>
    <message>
        <source>queries</source>
        <translation>Querys</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>above: to earlier tokens, below: to later ones</source>
        <translation>oben: zu früheren Tokens, unten: zu späteren</translation>
    </message>
    <message>
        <source>above: weights, below: what they carry, ‖weight · v W_O‖</source>
        <translation>oben: Gewichte, unten: was sie tragen, ‖Gewicht · v W_O‖</translation>
    </message>
    <message>
        <source>head %1: gained</source>
        <translation>Kopf %1: gewonnen</translation>
    </message>
    <message>
        <source>mean of %1: gained</source>
        <translation>Mittel aus %1: gewonnen</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>← who attends to it, faint</source>
        <translation>← was darauf achtet, blass</translation>
    </message>
</context>
<context>
    <name>HeadFinder</name>
    <message>
        <source>Heads by the weight of the pinned pair</source>
        <translation>Köpfe nach dem Gewicht des angehefteten Paares</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message numerus="yes">
        <source>%n head(s), by weight</source>
        <translation>
            <numerusform>%n Kopf, nach Gewicht</numerusform>
            <numerusform>%n Köpfe, nach Gewicht</numerusform>
        </translation>
    </message>
    <message>
        <source>Shift+click another token, or Shift+Enter there, to see which heads tie &lt;b&gt;%1&lt;/b&gt; to it.</source>
        <translation>Umschalt+Klick auf ein anderes Token, oder Umschalt+Eingabe dort, zeigt, welche Köpfe &lt;b&gt;%1&lt;/b&gt; mit ihm verbinden.</translation>
    </message>
    <message>
        <source>Pin an edge, or a token and then with Shift another one, to see which heads of all layers tie the two, heaviest first.</source>
        <translation>Eine Kante anheften, oder ein Token und dann mit Umschalt ein zweites: So zeigt sich, welche Köpfe aller Schichten die beiden verbinden, die stärksten zuerst.</translation>
    </message>
</context>
<context>
    <name>HeadGrid</name>
    <message>
        <source>Heads</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>Click to show it, Ctrl+click to add it</source>
        <translation>Klick zeigt ihn, Strg+Klick nimmt ihn hinzu</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>Kopf %1</translation>
    </message>
</context>
<context>
    <name>HeadLabel</name>
    <message>
        <source>%1 of its attention goes to the token before</source>
        <translation>%1 seiner Attention geht an das Token davor</translation>
    </message>
    <message>
        <source>%1 of its attention goes to what followed the same token last time</source>
        <translation>%1 seiner Attention geht an das, was letztes Mal auf dasselbe Token folgte</translation>
    </message>
    <message>
        <source>%1 of its attention goes to where the same token stood last time</source>
        <translation>%1 seiner Attention geht dorthin, wo dasselbe Token letztes Mal stand</translation>
    </message>
    <message>
        <source>%1 of its attention stays with the token itself</source>
        <translation>%1 seiner Attention bleibt beim Token selbst</translation>
    </message>
    <message>
        <source>%1 of its attention goes to the token after</source>
        <translation>%1 seiner Attention geht an das Token danach</translation>
    </message>
    <message>
        <source>%1 of its attention rests on the first token</source>
        <translation>%1 seiner Attention ruht auf dem ersten Token</translation>
    </message>
    <message>
        <source>%1 of its attention goes to the four nearest tokens</source>
        <translation>%1 seiner Attention geht an die vier nächsten Token</translation>
    </message>
    <message>
        <source>no place gets enough of its attention for a name; %1 goes to the four nearest tokens</source>
        <translation>keine Stelle bekommt genug von seiner Attention für einen Namen; %1 geht an die vier nächsten Token</translation>
    </message>
    <message>
        <source>mean distance, tokens</source>
        <translation>mittlerer Abstand, Token</translation>
    </message>
    <message>
        <source>entropy, nats</source>
        <translation>Entropie, Nat</translation>
    </message>
    <message>
        <source>previous token</source>
        <translation>voriges Token</translation>
    </message>
    <message>
        <source>induction</source>
        <translation>Induktion</translation>
    </message>
    <message>
        <source>duplicate token</source>
        <translation>gleiches Token</translation>
    </message>
    <message>
        <source>current token</source>
        <translation>Token selbst</translation>
    </message>
    <message>
        <source>next token</source>
        <translation>nächstes Token</translation>
    </message>
    <message>
        <source>sink</source>
        <translation>Senke</translation>
    </message>
    <message>
        <source>local</source>
        <translation>lokal</translation>
    </message>
    <message>
        <source>broad</source>
        <translation>breit</translation>
    </message>
    <message>
        <source>P</source>
        <comment>mark of a previous-token head</comment>
        <translation>V</translation>
    </message>
    <message>
        <source>I</source>
        <comment>mark of an induction head</comment>
        <translation>I</translation>
    </message>
    <message>
        <source>D</source>
        <comment>mark of a duplicate-token head</comment>
        <translation>G</translation>
    </message>
    <message>
        <source>C</source>
        <comment>mark of a current-token head</comment>
        <translation>T</translation>
    </message>
    <message>
        <source>N</source>
        <comment>mark of a next-token head</comment>
        <translation>N</translation>
    </message>
    <message>
        <source>S</source>
        <comment>mark of a sink</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>L</source>
        <comment>mark of a local head</comment>
        <translation>L</translation>
    </message>
    <message>
        <source>Probed with %1 random tokens, said %2 times over; mean of %3 such sequences.</source>
        <translation>Erprobt mit %1 zufälligen Token, %2-mal hintereinander; Mittel von %3 solchen Folgen.</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>Kopf %1</translation>
    </message>
</context>
<context>
    <name>HeadList</name>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
</context>
<context>
    <name>HeadPanel</name>
    <message>
        <source>Heads by score</source>
        <translation>Köpfe nach Wert</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Which heads are shown</source>
        <translation>Welche Köpfe gezeigt werden</translation>
    </message>
    <message>
        <source>Shows the heads that do one thing, as the probe says</source>
        <translation>Zeigt die Köpfe, die laut Probe eines tun</translation>
    </message>
    <message>
        <source>Order of the heads</source>
        <translation>Reihenfolge der Köpfe</translation>
    </message>
    <message>
        <source>Thumbnails by layer and head, or a list by score</source>
        <translation>Bildchen nach Schicht und Kopf, oder eine Liste nach Wert</translation>
    </message>
    <message>
        <source>In place</source>
        <translation>Am Platz</translation>
    </message>
    <message>
        <source>By score</source>
        <translation>Nach Wert</translation>
    </message>
    <message>
        <source>&amp;Best</source>
        <translation>&amp;Bester</translation>
    </message>
    <message>
        <source>Goes to the head with the largest score of those that are chosen</source>
        <translation>Springt zum Kopf mit dem höchsten Wert unter den gewählten</translation>
    </message>
    <message>
        <source>Finding out what the heads do: pass %1 of %2</source>
        <translation>Erprobt, was die Köpfe tun: Durchlauf %1 von %2</translation>
    </message>
    <message>
        <source>What the heads of this model do cannot be found out.</source>
        <translation>Was die Köpfe dieses Modells tun, lässt sich nicht herausfinden.</translation>
    </message>
    <message>
        <source>All heads</source>
        <translation>Alle Köpfe</translation>
    </message>
    <message>
        <source>The probe finds no head that it has a name for.</source>
        <translation>Die Probe findet keinen Kopf, für den sie einen Namen hat.</translation>
    </message>
</context>
<context>
    <name>HeadRows</name>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was er tut</translation>
    </message>
</context>
<context>
    <name>HelpPages</name>
    <message>
        <source>Point at a token</source>
        <translation>Auf ein Token zeigen</translation>
    </message>
    <message>
        <source>Point at an edge</source>
        <translation>Auf eine Kante zeigen</translation>
    </message>
    <message>
        <source>its q·k, scale and weight</source>
        <translation>ihr q·k, ihre Skalierung und ihr Gewicht</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klick</translation>
    </message>
    <message>
        <source>pins the token or edge; Esc lets go</source>
        <translation>heftet Token oder Kante an; Esc löst</translation>
    </message>
    <message>
        <source>Drag a token</source>
        <translation>Ein Token ziehen</translation>
    </message>
    <message>
        <source>moves it; its edges follow</source>
        <translation>verschiebt es; seine Kanten folgen</translation>
    </message>
    <message>
        <source>Drag, wheel</source>
        <translation>Ziehen, Mausrad</translation>
    </message>
    <message>
        <source>Click a head</source>
        <translation>Klick auf einen Kopf</translation>
    </message>
    <message>
        <source>shows it; with Ctrl adds it or takes it away</source>
        <translation>zeigt ihn; mit Strg kommt er hinzu oder fällt weg</translation>
    </message>
    <message>
        <source>Click a next token</source>
        <translation>Klick auf ein nächstes Token</translation>
    </message>
    <message>
        <source>appends it to the text</source>
        <translation>hängt es an den Text an</translation>
    </message>
    <message>
        <source>In the graph: ← →</source>
        <translation>Im Graphen: ← →</translation>
    </message>
    <message>
        <source>from token to token</source>
        <translation>von Token zu Token</translation>
    </message>
    <message>
        <source>In the graph: ↑ ↓</source>
        <translation>Im Graphen: ↑ ↓</translation>
    </message>
    <message>
        <source>through the token’s edges, heaviest first</source>
        <translation>durch die Kanten des Tokens, die stärkste zuerst</translation>
    </message>
    <message>
        <source>In the graph: Enter</source>
        <translation>Im Graphen: Eingabe</translation>
    </message>
    <message>
        <source>pins what is pointed at</source>
        <translation>heftet an, worauf gezeigt wird</translation>
    </message>
    <message>
        <source>In the heads: arrows, Page Up, Page Down</source>
        <translation>In den Köpfen: Pfeile, Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>from head to head, from layer to layer</source>
        <translation>von Kopf zu Kopf, von Schicht zu Schicht</translation>
    </message>
    <message>
        <source>In the heads: 3.6</source>
        <translation>In den Köpfen: 3.6</translation>
    </message>
    <message>
        <source>goes to layer 3, head 6</source>
        <translation>springt zu Schicht 3, Kopf 6</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>from text to heads to graph</source>
        <translation>vom Text zu den Köpfen zum Graphen</translation>
    </message>
    <message>
        <source>Keyboard and Mouse</source>
        <translation>Tastatur und Maus</translation>
    </message>
    <message>
        <source>About Mayfly</source>
        <translation>Über Mayfly</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Mayfly %1&lt;/h3&gt;&lt;p&gt;Draws the network that attention forms, alive for one forward pass, and redraws it with every keystroke. Every number is computed from the model’s real queries and keys.&lt;/p&gt;&lt;p&gt;Attention shows where a head looks, not why the model decides: it is not an explanation.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. The built-in model was trained on public-domain books.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Mayfly %1&lt;/h3&gt;&lt;p&gt;Zeichnet das Netz, das Attention bildet, lebendig für einen einzigen Vorwärtslauf, und zeichnet es mit jedem Tastendruck neu. Jede Zahl ist aus den echten Querys und Keys des Modells berechnet.&lt;/p&gt;&lt;p&gt;Attention zeigt, wohin ein Kopf blickt, nicht, warum das Modell so entscheidet: Sie ist keine Erklärung.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder später. Das eingebaute Modell wurde mit gemeinfreien Büchern trainiert.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>what it attends to, and who attends to it; of a whole word, if you choose so</source>
        <translation>worauf es achtet und wer auf es achtet; auf Wunsch für ein ganzes Wort</translation>
    </message>
    <message>
        <source>Point at a head</source>
        <translation>Zeigen auf einen Kopf</translation>
    </message>
    <message>
        <source>what it does with random tokens, and the scores that say so</source>
        <translation>was er mit zufälligen Token tut, und die Werte, die das sagen</translation>
    </message>
    <message>
        <source>Shift+click a token</source>
        <translation>Umschalt+Klick auf ein Token</translation>
    </message>
    <message>
        <source>with the pinned token it makes a pair, and Find a Head lists the heads that tie it</source>
        <translation>bildet mit dem angehefteten Token ein Paar, und „Kopf finden“ listet die Köpfe auf, die es verbinden</translation>
    </message>
    <message>
        <source>makes a pair of the pinned token and the one that is pointed at</source>
        <translation>bildet ein Paar aus dem angehefteten Token und dem, auf das gezeigt wird</translation>
    </message>
    <message>
        <source>In a list of heads: ↑ ↓, Enter</source>
        <translation>In einer Liste von Köpfen: ↑ ↓, Eingabe</translation>
    </message>
    <message>
        <source>from head to head; shows it</source>
        <translation>von Kopf zu Kopf; zeigt ihn</translation>
    </message>
    <message>
        <source>About the Built-in Model</source>
        <translation>Über das eingebaute Modell</translation>
    </message>
    <message>
        <source>Point at a cell</source>
        <translation>Auf eine Zelle zeigen</translation>
    </message>
    <message>
        <source>its numbers; at a label, that token</source>
        <translation>ihre Zahlen; auf eine Beschriftung: dieses Token</translation>
    </message>
    <message>
        <source>moves and zooms the picture; a double click beside it fits it</source>
        <translation>verschiebt und zoomt das Bild; ein Doppelklick daneben passt es ein</translation>
    </message>
    <message>
        <source>In a matrix: arrows</source>
        <translation>In einer Matrix: Pfeile</translation>
    </message>
    <message>
        <source>from cell to cell; Enter pins</source>
        <translation>von Zelle zu Zelle; Enter heftet an</translation>
    </message>
    <message>
        <source>Click in Flow</source>
        <translation>Klick im Fluss</translation>
    </message>
    <message>
        <source>follows that token back to where it comes from</source>
        <translation>verfolgt dieses Token dahin zurück, woher es kommt</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Umschalt+Eingabe</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Point at an edge to see how its weight comes about, or at a token to see what it attends to. A click pins it, Esc lets go.</source>
        <translation>Auf eine Kante zeigen, um zu sehen, wie ihr Gewicht entsteht, oder auf ein Token, um zu sehen, worauf es achtet. Ein Klick heftet an, Esc löst.</translation>
    </message>
    <message>
        <source>→ what it attends to in head %1</source>
        <translation>→ worauf es in Kopf %1 achtet</translation>
    </message>
    <message>
        <source>← who attends to it</source>
        <translation>← was darauf achtet</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies every number of this chain</source>
        <translation>Kopiert alle Zahlen dieser Kette</translation>
    </message>
    <message>
        <source>Copy as Text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Copy as LaTeX</source>
        <translation>Als LaTeX kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message numerus="yes">
        <source>Copy %1, %n number(s)</source>
        <translation>
            <numerusform>%1 kopieren, %n Zahl</numerusform>
            <numerusform>%1 kopieren, %n Zahlen</numerusform>
        </translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>Kopf %1</translation>
    </message>
    <message numerus="yes">
        <source>A word of %n token(s): what goes out is the mean of their rows, what comes in the sum of their columns.</source>
        <translation>
            <numerusform>Ein Wort aus %n Token: Was hinausgeht, ist das Mittel der Zeilen, was hereinkommt, die Summe der Spalten.</numerusform>
            <numerusform>Ein Wort aus %n Token: Was hinausgeht, ist das Mittel der Zeilen, was hereinkommt, die Summe der Spalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>head %1, before</source>
        <translation>Kopf %1, vorher</translation>
    </message>
    <message>
        <source>→ what it attends to</source>
        <translation>→ worauf es achtet</translation>
    </message>
</context>
<context>
    <name>LoadingBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Keep the model that is shown</source>
        <translation>Das gezeigte Modell behalten</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Attention is not an explanation</source>
        <translation>Attention ist keine Erklärung</translation>
    </message>
    <message>
        <source>It shows where a head looks and how strongly, not why the model decides as it does.</source>
        <translation>Sie zeigt, wohin ein Kopf blickt und wie stark, nicht, warum das Modell so entscheidet.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n Token</numerusform>
            <numerusform>%n Token</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message numerus="yes">
        <source>%n more do(es) not fit</source>
        <translation>
            <numerusform>%n weiteres passt nicht</numerusform>
            <numerusform>%n weitere passen nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>This token is only a part of a character and cannot be typed by itself.</source>
        <translation>Dieses Token ist nur ein Teil eines Zeichens und kann nicht allein getippt werden.</translation>
    </message>
    <message>
        <source>Mayfly was not closed last time: this is what was open.</source>
        <translation>Mayfly wurde beim letzten Mal nicht geschlossen: Das war geöffnet.</translation>
    </message>
    <message>
        <source>Find a Head</source>
        <translation>Kopf finden</translation>
    </message>
    <message>
        <source>Compare: %1</source>
        <translation>Vergleich: %1</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Two pictures beside each other, or the difference of two</source>
        <translation>Zwei Bilder nebeneinander oder der Unterschied zweier Bilder</translation>
    </message>
    <message>
        <source>Eight heads are shown at the most: Ctrl+click one of them to take it away.</source>
        <translation>Höchstens acht Heads werden gezeigt: Strg+Klick auf einen von ihnen nimmt ihn weg.</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
</context>
<context>
    <name>MatrixPicture</name>
    <message>
        <source>key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>query</source>
        <translation>Query</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>Kopf %1</translation>
    </message>
    <message>
        <source>mean of %1</source>
        <translation>Mittel aus %1</translation>
    </message>
    <message>
        <source>each cell is the largest weight of %1 × %1 tokens</source>
        <translation>jedes Feld ist das größte Gewicht von %1 × %1 Token</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>maskiert</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>scaled dots</source>
        <translation>skalierte Skalarprodukte</translation>
    </message>
    <message>
        <source>dots q·k</source>
        <translation>Skalarprodukte q·k</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>ausgeblendet</translation>
    </message>
    <message>
        <source>first token hidden: %1 % of the attention goes to it</source>
        <translation>erstes Token ausgeblendet: %1 % der Attention gehen zu ihm</translation>
    </message>
    <message>
        <source>first token hidden</source>
        <translation>erstes Token ausgeblendet</translation>
    </message>
    <message>
        <source>masked pairs lie beyond the line</source>
        <translation>maskierte Paare liegen jenseits der Linie</translation>
    </message>
    <message>
        <source>each cell is the largest magnitude of %1 × %1 tokens</source>
        <translation>jede Zelle ist der größte Betrag von %1 × %1 Tokens</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>ModelActions</name>
    <message>
        <source>Open Model Folder</source>
        <translation>Modellordner öffnen</translation>
    </message>
    <message>
        <source>%1 has come: it is in the Model menu</source>
        <translation>%1 ist da: Es steht im Menü Modell</translation>
    </message>
</context>
<context>
    <name>ModelLoader</name>
    <message>
        <source>%1 does not fit into memory.</source>
        <translation>%1 passt nicht in den Speicher.</translation>
    </message>
</context>
<context>
    <name>ModelMenu</name>
    <message>
        <source>&amp;Built-in Model</source>
        <translation>&amp;Eingebautes Modell</translation>
    </message>
    <message>
        <source>Hugging Face cache</source>
        <translation>Hugging-Face-Cache</translation>
    </message>
    <message>
        <source>It cannot be opened: %1</source>
        <translation>Es lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>nicht zu öffnen</translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation>Zuletzt geöffnete Ordner</translation>
    </message>
</context>
<context>
    <name>NextBar</name>
    <message>
        <source>Next tokens</source>
        <translation>Nächste Token</translation>
    </message>
    <message>
        <source>The most likely next tokens: click one to append it</source>
        <translation>Die wahrscheinlichsten nächsten Token: Ein Klick hängt eines an</translation>
    </message>
    <message>
        <source>next:</source>
        <translation>weiter:</translation>
    </message>
    <message>
        <source>Click to append this token to the text</source>
        <translation>Klick hängt dieses Token an den Text an</translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>%1 is neither a Mayfly session (.mayfly) nor a model’s folder.</source>
        <translation>%1 ist weder eine Mayfly-Sitzung (.mayfly) noch ein Modellordner.</translation>
    </message>
    <message>
        <source>There is no file or folder %1.</source>
        <translation>Es gibt weder Datei noch Ordner %1.</translation>
    </message>
</context>
<context>
    <name>Pair</name>
    <message>
        <source>head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>× scale</source>
        <translation>× Skalierung</translation>
    </message>
    <message>
        <source>= scaled</source>
        <translation>= skaliert</translation>
    </message>
    <message>
        <source>softmax: weight</source>
        <translation>Softmax: Gewicht</translation>
    </message>
    <message>
        <source>visible</source>
        <translation>sichtbar</translation>
    </message>
    <message>
        <source>masked: it comes later</source>
        <translation>maskiert: er kommt später</translation>
    </message>
    <message>
        <source>masked: beyond the window</source>
        <translation>maskiert: außerhalb des Fensters</translation>
    </message>
    <message>
        <source>weight in %1</source>
        <translation>Gewicht in %1</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
</context>
<context>
    <name>Path</name>
    <message>
        <source>embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>An encoder foretells no next token</source>
        <translation>Ein Encoder sagt kein nächstes Token voraus</translation>
    </message>
    <message>
        <source>what “%1” foretells</source>
        <translation>was „%1“ vorhersagt</translation>
    </message>
    <message>
        <source>two principal components, %1 % and %2 % of the variance</source>
        <translation>zwei Hauptkomponenten, %1 % und %2 % der Varianz</translation>
    </message>
    <message>
        <source>first token left out</source>
        <translation>erstes Token weggelassen</translation>
    </message>
</context>
<context>
    <name>PathControls</name>
    <message>
        <source>&amp;Depth</source>
        <translation>&amp;Tiefe</translation>
    </message>
    <message>
        <source>Depth in the model</source>
        <translation>Tiefe im Modell</translation>
    </message>
    <message>
        <source>Tokens are marked where their residual stream is after this layer</source>
        <translation>Tokens sind dort markiert, wo ihr Residualstrom nach dieser Schicht ist</translation>
    </message>
    <message>
        <source>embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
</context>
<context>
    <name>PromptEditor</name>
    <message>
        <source>Type a text: its attention is drawn with every key</source>
        <translation>Einen Text tippen: Mit jeder Taste wird seine Attention gezeichnet</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The text can have %1 characters at most, so nothing was inserted.</source>
        <translation>Der Text kann höchstens %1 Zeichen haben; nichts wurde eingefügt.</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>The text is not kept for the case of a crash: %1 cannot be written to.</source>
        <translation>Der Text wird nicht für den Fall eines Absturzes aufbewahrt: In %1 lässt sich nicht schreiben.</translation>
    </message>
</context>
<context>
    <name>SampleMenu</name>
    <message>
        <source>Sample</source>
        <translation>(Beispiel)</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>“his” looks at “cat”</source>
        <translation>„his“ blickt auf „cat“</translation>
    </message>
    <message>
        <source>In 5.2 “looked” finds who looked: “girl”. In 3.7 “horse” finds what is done to it: “looked”</source>
        <translation>In 5.2 findet „looked“, wer blickt: „girl“. In 3.7 findet „horse“, was mit ihm geschieht: „looked“</translation>
    </message>
    <message>
        <source>Verb to subject: each “lost” looks at the one who lost</source>
        <translation>Vom Verb zum Subjekt: jedes „lost“ blickt auf den, der verlor</translation>
    </message>
    <message>
        <source>“were” looks past the garden to its subject, “children”</source>
        <translation>„were“ blickt über den Garten hinweg auf sein Subjekt „children“</translation>
    </message>
    <message>
        <source>Object to verb: one “fish” looks at “caught”, the other at “ate”</source>
        <translation>Vom Objekt zum Verb: das eine „fish“ blickt auf „caught“, das andere auf „ate“</translation>
    </message>
    <message>
        <source>Whose son? “her” looks at “mother”</source>
        <translation>Wessen Sohn? „her“ blickt auf „mother“</translation>
    </message>
    <message>
        <source>Noun to article: “bird” and “head” look at the “a” that begins their phrase</source>
        <translation>Vom Nomen zum Artikel: „bird“ und „head“ blicken auf das „a“, mit dem ihre Wortgruppe beginnt</translation>
    </message>
    <message>
        <source>The last “the” looks at “king”, and “king” comes next</source>
        <translation>Das letzte „the“ blickt auf „king“, und „king“ folgt</translation>
    </message>
    <message>
        <source>Who speaks? The last “the” looks at “wolf” in 5.7 and at “pig” in 5.5: see the next tokens</source>
        <translation>Wer spricht? Das letzte „the“ blickt in 5.7 auf „wolf“ und in 5.5 auf „pig“: siehe die nächsten Tokens</translation>
    </message>
    <message>
        <source>The last “the” looks at “door”, and “door” is the next token</source>
        <translation>Das letzte „the“ blickt auf „door“, und „door“ ist das nächste Token</translation>
    </message>
    <message>
        <source>By place alone: 0.1 looks one token back, 0.3 two</source>
        <translation>Nur nach dem Ort: 0.1 blickt ein Token zurück, 0.3 zwei</translation>
    </message>
    <message>
        <source>Induction: each token looks at what followed it the last time, and “river” comes next</source>
        <translation>Induktion: jedes Token blickt auf das, was ihm beim letzten Mal folgte, und „river“ kommt als Nächstes</translation>
    </message>
    <message>
        <source>Duplicate token: the second “Queen” looks at the first, the second “looked” at the first</source>
        <translation>Doppeltes Token: das zweite „Queen“ blickt auf das erste, das zweite „looked“ auf das erste</translation>
    </message>
    <message>
        <source>Induction in a rhyme: parts of the second “Humpty Dumpty” look at what followed them in the first</source>
        <translation>Induktion in einem Reim: Teile des zweiten „Humpty Dumpty“ blicken auf das, was ihnen im ersten folgte</translation>
    </message>
    <message>
        <source>A sink: all tokens of this head rest on the first one; Hide First Token (Ctrl+H) empties the picture</source>
        <translation>Eine Senke: in diesem Kopf ruhen alle Tokens auf dem ersten; „Erstes Token ausblenden“ (Strg+H) leert das Bild</translation>
    </message>
    <message>
        <source>3Blue1Brown’s nouns and adjectives, made up for a lecture; here “creature” looks at “blue”, “forest” does not find “verdant”</source>
        <translation>Nomen und Adjektive von 3Blue1Brown, dort für den Vortrag erdacht; hier blickt „creature“ auf „blue“, „forest“ findet „verdant“ nicht</translation>
    </message>
    <message>
        <source>“it” looks at “animal”; change “tired” to “wide” and its row does not move, for it comes first</source>
        <translation>„it“ blickt auf „animal“; wird „tired“ zu „wide“, rührt sich seine Zeile nicht, denn es steht davor</translation>
    </message>
    <message>
        <source>The duplicate-token head finds nothing: “The” and “ the” are different tokens</source>
        <translation>Der Kopf für doppelte Tokens findet nichts: „The“ und „ the“ sind verschiedene Tokens</translation>
    </message>
    <message>
        <source>Induction: the last “D” looks at what followed the first, “ur”</source>
        <translation>Induktion: das letzte „D“ blickt auf das, was dem ersten folgte: „ur“</translation>
    </message>
    <message>
        <source>Who is named twice, and who once? The last “to” looks at “Mary” in 5.7 and at “John” in 5.2</source>
        <translation>Wer wird zweimal genannt, wer einmal? Das letzte „to“ blickt in 5.7 auf „Mary“ und in 5.2 auf „John“</translation>
    </message>
    <message>
        <source>Words that belong together</source>
        <translation>Wörter, die zusammengehören</translation>
    </message>
    <message>
        <source>Places, copies and rest</source>
        <translation>Orte, Kopien und Ruhe</translation>
    </message>
    <message>
        <source>Known from lectures and papers</source>
        <translation>Bekannt aus Vorträgen und Aufsätzen</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Edit text</source>
        <translation>(Text ändern)</translation>
    </message>
    <message>
        <source>Choose heads</source>
        <translation>(Köpfe wählen)</translation>
    </message>
    <message>
        <source>Change layout</source>
        <translation>(Anordnung ändern)</translation>
    </message>
    <message>
        <source>Change top mass</source>
        <translation>(Anteil ändern)</translation>
    </message>
    <message>
        <source>Hide first token</source>
        <translation>(Erstes Token ausblenden)</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>(Anheften)</translation>
    </message>
    <message>
        <source>Release pin</source>
        <translation>(Anheftung lösen)</translation>
    </message>
    <message>
        <source>Move token</source>
        <translation>(Token verschieben)</translation>
    </message>
    <message>
        <source>Select whole words</source>
        <translation>Ganze Wörter auswählen</translation>
    </message>
    <message>
        <source>Change view</source>
        <translation>Ansicht ändern</translation>
    </message>
    <message>
        <source>Change matrix</source>
        <translation>Matrix ändern</translation>
    </message>
    <message>
        <source>Change depth</source>
        <translation>Tiefe ändern</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Keep picture</source>
        <translation>Bild behalten</translation>
    </message>
    <message>
        <source>Release kept picture</source>
        <translation>Behaltenes Bild loslassen</translation>
    </message>
</context>
<context>
    <name>SessionFile</name>
    <message>
        <source>%1 cannot be opened: its &quot;%2&quot; is not what a session holds there.</source>
        <translation>%1 lässt sich nicht öffnen: „%2“ enthält nicht, was in einer Sitzung dort steht.</translation>
    </message>
    <message>
        <source>%1 is not a Mayfly session; open one that was saved with File &gt; Save.</source>
        <translation>%1 ist keine Mayfly-Sitzung; eine öffnen, die mit Datei &gt; Sitzung speichern gespeichert wurde.</translation>
    </message>
    <message>
        <source>%1 was saved by another version of Mayfly (format %2, this one reads %3).</source>
        <translation>%1 wurde von einer anderen Version von Mayfly gespeichert (Format %2, diese liest %3).</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be opened: its text has %2 characters, and the window takes %3 at most.</source>
        <translation>%1 lässt sich nicht öffnen: Der Text hat %2 Zeichen, und das Fenster nimmt höchstens %3.</translation>
    </message>
</context>
<context>
    <name>SessionFiles</name>
    <message>
        <source>Save Session</source>
        <translation>Sitzung speichern</translation>
    </message>
    <message>
        <source>Mayfly sessions (*.mayfly)</source>
        <translation>Mayfly-Sitzungen (*.mayfly)</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>Die Änderungen an %1 speichern?</translation>
    </message>
    <message>
        <source>Open Session</source>
        <translation>Sitzung öffnen</translation>
    </message>
</context>
<context>
    <name>ShareShown</name>
    <message numerus="yes">
        <source>shows %1 of %2 edge(s), %3 % of the attention</source>
        <translation>
            <numerusform>zeigt %1 von %2 Kante, %3 % der Attention</numerusform>
            <numerusform>zeigt %1 von %2 Kanten, %3 % der Attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>shows %1 of %2 edge(s): there are weights that are not numbers</source>
        <translation>
            <numerusform>zeigt %1 von %2 Kante: einige Gewichte sind keine Zahlen</numerusform>
            <numerusform>zeigt %1 von %2 Kanten: einige Gewichte sind keine Zahlen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Snapshot</name>
    <message>
        <source>%1 has no tokenizer files, so it cannot read text; give token ids to mayfly trace or mayfly export with --ids instead.</source>
        <translation>%1 hat keine Tokenizer-Dateien und kann deshalb keinen Text lesen; stattdessen mayfly trace oder mayfly export mit --ids Token-IDs geben.</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>no mask</source>
        <translation>keine Maske</translation>
    </message>
    <message>
        <source>cap %1, %2</source>
        <translation>Deckel %1, %2</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>Kopf %1</translation>
    </message>
    <message>
        <source>the first of the chosen heads</source>
        <translation>der erste der gewählten Köpfe</translation>
    </message>
    <message>
        <source>each cell is the largest magnitude of %1 × %1 tokens</source>
        <translation>jede Zelle ist der größte Betrag von %1 × %1 Token</translation>
    </message>
    <message>
        <source>the first token is shown here: softmax is over all keys</source>
        <translation>das erste Token ist hier zu sehen: Softmax läuft über alle Schlüssel</translation>
    </message>
    <message>
        <source>exp (score)</source>
        <translation>exp (Score)</translation>
    </message>
    <message>
        <source>exp (score − peak)</source>
        <translation>exp (Score − größter)</translation>
    </message>
</context>
<context>
    <name>TokenStrip</name>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>token %1, id %2, bytes %3 to %4</source>
        <translation>Token %1, ID %2, Bytes %3 bis %4</translation>
    </message>
    <message>
        <source>a special token: one of the model’s own signs</source>
        <translation>ein besonderes Token: ein Zeichen des Modells selbst</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>head %1: %2 → %3: weight %4, carries %5</source>
        <translation>Kopf %1: %2 → %3: Gewicht %4, trägt %5</translation>
    </message>
    <message>
        <source>above %1 % of the attention, below %2 % of what it carries; to the first token go %3 % and %4 %</source>
        <translation>oben %1 % der Attention, unten %2 % dessen, was sie trägt; zum ersten Token gehen %3 % und %4 %</translation>
    </message>
    <message>
        <source>there are weights that are not numbers</source>
        <translation>einige Gewichte sind keine Zahlen</translation>
    </message>
</context>
<context>
    <name>VectorStrip</name>
    <message numerus="yes">
        <source>%1, %n number(s)</source>
        <translation>
            <numerusform>%1, %n Zahl</numerusform>
            <numerusform>%1, %n Zahlen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ViewTabs</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
</context>
<context>
    <name>command</name>
    <message>
        <source>%1 does not know what to do with %2; %1 --help shows how it is called.</source>
        <translation>%1 kann mit %2 nichts anfangen; %1 --help zeigt den Aufruf.</translation>
    </message>
    <message>
        <source>%1 has no option %2; %1 --help lists those it has.</source>
        <translation>%1 hat keine Option %2; %1 --help nennt die vorhandenen.</translation>
    </message>
    <message>
        <source>%1 takes no value.</source>
        <translation>%1 nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>%1 needs a value after it.</source>
        <translation>%1 braucht einen Wert dahinter.</translation>
    </message>
    <message>
        <source>%1 is given twice.</source>
        <translation>%1 ist zweimal angegeben.</translation>
    </message>
    <message>
        <source>%1 needs %2; %1 --help shows how it is called.</source>
        <translation>%1 braucht %2; %1 --help zeigt den Aufruf.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>%1 is %2 and not %3.</source>
        <translation>%1 ist %2 und nicht %3.</translation>
    </message>
    <message>
        <source>%1 needs a text: --text, --text-file or --ids.</source>
        <translation>%1 braucht einen Text: --text, --text-file oder --ids.</translation>
    </message>
    <message>
        <source>%1 takes one text: --text, --text-file or --ids, and not several of them.</source>
        <translation>%1 nimmt einen Text: --text, --text-file oder --ids und nicht mehrere davon.</translation>
    </message>
    <message>
        <source>--pin takes a query, or a query and a key such as 5,2, and not %1.</source>
        <translation>--pin nimmt eine Query oder eine Query und einen Key wie 5,2 und nicht %1.</translation>
    </message>
    <message>
        <source>mayfly has no option %1; mayfly --help lists what it has.</source>
        <translation>mayfly hat keine Option %1; mayfly --help nennt die vorhandenen.</translation>
    </message>
    <message>
        <source>mayfly opens one file or folder, so %1 is too many.</source>
        <translation>mayfly öffnet eine einzige Datei oder einen Ordner; %1 ist zu viel.</translation>
    </message>
    <message>
        <source>there is no token %1 to pin: the text is empty.</source>
        <translation>es gibt kein Token %1 zum Anheften: Der Text ist leer.</translation>
    </message>
    <message>
        <source>there is no token %1 to pin: this text&apos;s tokens are 0 to %2.</source>
        <translation>es gibt kein Token %1 zum Anheften: Die Token dieses Textes sind 0 bis %2.</translation>
    </message>
    <message>
        <source>a PNG can be %1 pixels wide or high, and --size times --scale makes %2.</source>
        <translation>ein PNG kann %1 Pixel breit oder hoch sein, und --size mal --scale ergibt %2.</translation>
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
        <translation>Schreibt alle Zahlen der Attention für einen Text.

  mayfly trace --text T | --text-file D | --ids 1,2,3  [Optionen]  -o ZIEL.json|npz|csv|-

Der Text
  --text T          der Text selbst
  --text-file D     eine Datei von höchstens 16 MB, Byte für Byte übernommen
  --ids 1,2,3       Token-IDs; braucht keine Tokenizer-Dateien und fügt kein Sondertoken hinzu

Optionen
  --model M         built-in (Vorgabe), ein Ordner im Format von Hugging Face oder ein Name
                    im Cache von Hugging Face wie openai-community/gpt2
  --layers 0,5|all  die Schichten, die geschrieben werden; Vorgabe: alle
  --heads 0,1|all   die Köpfe jeder dieser Schichten; Vorgabe: alle
  --vectors         auch Querys, Keys und Values (JSON und NPZ)
  -o ZIEL           die Datei; ihre Endung bestimmt das Format. „-“ schreibt JSON auf die Standardausgabe

Schichten, Köpfe und Token zählen ab 0. Zeilen sind Querys, Spalten sind Keys. Ein „dot“ ist q.k vor
Skalierung und Maskierung; ein „weight“ ist, was die Softmax daraus macht.

Beispiele
  mayfly trace --text &quot;the cat sat on the mat&quot; -o cat.json
  mayfly trace --text-file poem.txt --layers 3 --heads 6 -o - | python3 -m json.tool
  mayfly trace --model openai-community/gpt2 --ids 464,3797 --vectors -o cat.npz
</translation>
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
        <translation>Nennt die Modelle auf diesem Rechner: das eingebaute und die im Cache von Hugging Face, mit Familie,
Schichten x Köpfen und Größe, und warum sich ein Modell nicht öffnen lässt, wo dem so ist.

  mayfly models

Nichts wird heruntergeladen, nichts wird geschrieben. Der Cache ist dort, wo ihn auch die Programme von
Hugging Face haben: HF_HUB_CACHE, HF_HOME/hub oder ~/.cache/huggingface/hub.

Beispiel
  mayfly models
</translation>
    </message>
    <message>
        <source>cannot read %1: %2.</source>
        <translation>kann %1 nicht lesen: %2.</translation>
    </message>
    <message>
        <source>token id %1 is outside this model&apos;s vocabulary, which is 0 to %2.</source>
        <translation>die Token-ID %1 liegt außerhalb des Vokabulars dieses Modells, das von 0 bis %2 reicht.</translation>
    </message>
    <message>
        <source>the text is %1 tokens long and this model takes %2, so the last %3 are left out.</source>
        <translation>der Text ist %1 Token lang, und dieses Modell fasst %2; die letzten %3 entfallen.</translation>
    </message>
    <message>
        <source>the built-in model is neither in %1 nor in %2; install Mayfly again, or give another model&apos;s folder.</source>
        <translation>das eingebaute Modell ist weder in %1 noch in %2; Mayfly neu installieren oder den Ordner eines anderen Modells angeben.</translation>
    </message>
    <message>
        <source>%1 is a file; give the folder that it is in, %2.</source>
        <translation>%1 ist eine Datei; den Ordner angeben, in dem sie liegt: %2.</translation>
    </message>
    <message>
        <source>there is no model %1: it is neither a folder nor in the Hugging Face cache, %2; mayfly models lists those that are there.</source>
        <translation>es gibt kein Modell %1: Es ist weder ein Ordner noch im Cache von Hugging Face, %2; mayfly models nennt die vorhandenen.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>layers × heads</source>
        <translation>Schichten × Köpfe</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>cannot write %1: %2.</source>
        <translation>kann %1 nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>there is not enough memory for this.</source>
        <translation>dafür reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>there is no layer %1: this model&apos;s layers are 0 to %2.</source>
        <translation>es gibt keine Schicht %1: Die Schichten dieses Modells sind 0 bis %2.</translation>
    </message>
    <message>
        <source>there is no head %1: this model&apos;s heads are 0 to %2.</source>
        <translation>es gibt keinen Kopf %1: Die Köpfe dieses Modells sind 0 bis %2.</translation>
    </message>
    <message>
        <source>there is no head %1: this model has layers 0 to %2 with heads 0 to %3.</source>
        <translation>es gibt keinen Kopf %1: Dieses Modell hat die Schichten 0 bis %2 mit den Köpfen 0 bis %3.</translation>
    </message>
    <message>
        <source>a trace is written to a name that ends in .json, .npz or .csv, or to - for standard output; %1 is none of these.</source>
        <translation>eine Spur wird unter einem Namen geschrieben, der auf .json, .npz oder .csv endet, oder mit - auf die Standardausgabe; %1 ist keines davon.</translation>
    </message>
    <message>
        <source>%1 takes whole numbers with commas between them and not %2.</source>
        <translation>%1 nimmt ganze Zahlen mit Kommas dazwischen und nicht %2.</translation>
    </message>
    <message>
        <source>%1 takes numbers such as 0,5 or all, and not %2.</source>
        <translation>%1 nimmt Zahlen wie 0,5 oder all und nicht %2.</translation>
    </message>
    <message>
        <source>%1 takes heads as layer.head, such as 3.6 or 3.6,2.1, and not %2.</source>
        <translation>%1 nimmt Köpfe als Schicht.Kopf wie 3.6 oder 3.6,2.1 und nicht %2.</translation>
    </message>
    <message>
        <source>%1 takes a number from %2 to %3 and not %4.</source>
        <translation>%1 nimmt eine Zahl von %2 bis %3 und nicht %4.</translation>
    </message>
    <message>
        <source>%1 takes a width and a height from %2 to %3 pixels, such as 1200x700, and not %4.</source>
        <translation>%1 nimmt Breite und Höhe von %2 bis %3 Pixeln wie 1200x700 und nicht %4.</translation>
    </message>
    <message>
        <source>cannot write to standard output: %1.</source>
        <translation>Die Standardausgabe lässt sich nicht beschreiben: %1.</translation>
    </message>
    <message>
        <source>--terms takes one number from 1 on, or all, and not %1.</source>
        <translation>--terms nimmt eine Zahl ab 1 oder all und nicht %1.</translation>
    </message>
    <message>
        <source>mayfly explain takes one head, such as 3.6, and not %1.</source>
        <translation>mayfly explain nimmt einen Kopf wie 3.6 und nicht %1.</translation>
    </message>
    <message>
        <source>mayfly explain takes --pin with a query and a key, such as 5,2, and not %1.</source>
        <translation>mayfly explain nimmt --pin mit einer Query und einem Key wie 5,2 und nicht %1.</translation>
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
        <translation>Gibt die Zahlen hinter einem Gewicht aus, von Query und Key bis zur Softmax, eine Zeile je Größe.

  mayfly explain --text T | --text-file F | --ids 1,2,3  --head L.H  --pin i,j  [Optionen]

Der Text
  --text T          der Text selbst
  --text-file F     eine Datei von höchstens 16 MB, Byte für Byte
  --ids 1,2,3       Token-Nummern; ohne Tokenizer-Dateien und ohne Sondertoken

Das Gewicht
  --head L.H        ein Kopf als Schicht.Kopf, gezählt ab 0
  --pin i,j         Query i und Key j, Token gezählt ab 0
  --model M         built-in (sonst), ein Ordner im Aufbau von Hugging Face oder ein Name
                    im Zwischenspeicher von Hugging Face wie openai-community/gpt2

Optionen
  --terms 12|all    wie viele der größten Produkte q_d k_d; sonst 12
  --latex           als LaTeX für amsmath

Die Terme und der Rest (rest) ergeben zusammen dot; norm_q x norm_k x cosine ist dot; dot x scale = scaled;
exp(scaled - log_sum_exp) = weight (mit capped statt scaled, wo Scores begrenzt werden).
Ein maskiertes Paar hat das Gewicht 0. Wo q und k einen Bias haben, wird dot zerlegt in dot_content,
dot_query_bias, dot_key_bias und dot_both_biases; cancelled_by_softmax nennt die Teile, die für alle
Keys der Zeile gleich sind. asymmetry ist |S - S^T| / |S| über alle dots S des Kopfes, contribution die
Länge von weight x v_j W_O.

Beispiel
  mayfly explain --text &quot;the cat sat on the mat&quot; --head 3.6 --pin 4,1
</translation>
    </message>
    <message>
        <source>best %1: head %2, %3
</source>
        <translation>bester für %1: Kopf %2, %3
</translation>
    </message>
    <message>
        <source>head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>label</source>
        <translation>tut</translation>
    </message>
    <message>
        <source>%1 takes numbers from %2 to %3 with commas between them, and not %4.</source>
        <translation>%1 nimmt Zahlen von %2 bis %3 mit Kommas dazwischen und nicht %4.</translation>
    </message>
    <message>
        <source>mayfly bench takes --model or --shape, and not both of them.</source>
        <translation>mayfly bench nimmt --model oder --shape und nicht beide.</translation>
    </message>
    <message>
        <source>%1 is neither a command (trace, export, explain, models, heads, bench) nor a file or folder that is there; mayfly --help shows how mayfly is called.</source>
        <translation>%1 ist weder ein Befehl (trace, export, explain, models, heads, bench) noch eine vorhandene Datei oder ein vorhandener Ordner; mayfly --help zeigt den Aufruf.</translation>
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
        <translation>Mayfly zeichnet den Graphen der Token, den Attention bildet.

  mayfly                        das Fenster
  mayfly DATEI.mayfly           das Fenster, mit einer Sitzung
  mayfly MODELLORDNER           das Fenster, mit einem Modell
  mayfly trace  ...             alle Zahlen der Attention, als JSON, NPZ oder CSV
  mayfly export ...             ein Bild, als SVG, PDF, PNG oder TeX
  mayfly explain ...            die Zahlen hinter einem Gewicht
  mayfly models                 die Modelle auf diesem Rechner
  mayfly heads  ...             was jeder Kopf eines Modells tut: voriges Token, Induktion ...
  mayfly bench ...              wie schnell Durchläufe hier sind und wie schnell sie sein könnten
  mayfly --help, --version

Jeder Befehl hat eine eigene --help. Keiner von ihnen braucht einen Bildschirm.

Rückgabewert: 0; 2 bei falschem Aufruf; sonst 1, mit einem Satz auf der Standardfehlerausgabe.
</translation>
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
        <translation>Misst Durchläufe über zufällige Tokens und, im selben Lauf, was diese Maschine bestenfalls könnte.

  mayfly bench [Optionen]

Optionen
  --model M           built-in (Vorgabe), ein Ordner im Aufbau von Hugging Face oder ein Name
                      im Cache von Hugging Face wie openai-community/gpt2
  --shape gpt2        stattdessen ein zufälliges Modell von der Form von GPT-2 small, in float32 und bfloat16
  --tokens 16,64,...  Längen des Textes; Vorgabe 16,64,256,1024
  --edits 25,50,100   eine Änderung nach so viel Prozent des Textes; Vorgabe 25,50,100
  --kernel K          amx, avx512, avx2, neon oder portable; Vorgabe ist der schnellste, den dieser Prozessor hat
  --json              als JSON

Eine Zeile ist eine Art von Durchlauf: full ein Text auf einmal, append nur sein letztes Token, edit was
auf eine Änderung folgt. GFLOP/s zählt zwei für jedes Multiplizieren und Addieren aller linearen
Abbildungen, der sichtbaren Paare der Attention und der Ausgabe des letzten Tokens; GB/s zählt Gewichte,
Schlüssel und Werte, jeden einmal gelesen. „of limit“ ist der schnellste Durchlauf geteilt durch das
schnellste gemessene Rechnen (full, edit) oder Lesen (append). maps ms dauern die Vorschaubilder aller
Köpfe zusätzlich. memory ist der größte Speicher, den das Programm dabei belegt hat.

Die Umgebungsvariable MAYFLY_KERNEL wählt den Kernel jedes Befehls und des Fensters.
OMP_NUM_THREADS ist die Zahl der Threads, die rechnen.

Beispiel
  mayfly bench --shape gpt2 --tokens 64,256 --json
</translation>
    </message>
    <message>
        <source>--before goes with --compare before-after or difference, and not with %1.</source>
        <translation>--before gehört zu --compare before-after oder difference und nicht zu %1.</translation>
    </message>
    <message>
        <source>--compare %1 needs --before, the text that is compared with.</source>
        <translation>--compare %1 braucht --before, den Text, mit dem verglichen wird.</translation>
    </message>
    <message>
        <source>--compare difference is of the graph and the matrix; for --view %1 take --compare before-after.</source>
        <translation>--compare difference gibt es für den Graphen und die Matrix; für --view %1 gibt es --compare before-after.</translation>
    </message>
    <message>
        <source>--compare heads needs a view of heads, and --view %1 shows the model as a whole.</source>
        <translation>--compare heads braucht eine Ansicht von Köpfen, und --view %1 zeigt das ganze Modell.</translation>
    </message>
    <message>
        <source>--compare heads takes two heads in --head, such as 3.3,5.7.</source>
        <translation>--compare heads nimmt zwei Köpfe in --head, etwa 3.3,5.7.</translation>
    </message>
    <message>
        <source>mean distance in tokens, entropy in nats; even local: local, if attention were spread evenly
</source>
        <translation>mittlerer Abstand in Token, Entropie in Nat; gleichmäßig local: local, wäre die Attention gleichmäßig verteilt
</translation>
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
        <translation>Sagt, was jeder Kopf eines Modells tut, danach, was er mit zufälligen Token tut.

  mayfly heads  [--model M]  [--format table|json|csv]

Optionen
  --model M         built-in (Vorgabe), ein Ordner im Aufbau von Hugging Face oder ein Name
                    im Cache von Hugging Face wie openai-community/gpt2
  --format F        table (Vorgabe), json oder csv; auf die Standardausgabe

Drei Folgen von 25 verschiedenen zufälligen Token, jede dreimal hintereinander, immer dieselben. Ein
Wert ist das mittlere Gewicht an einem Abstand, über die Querys des zweiten und dritten Males:

  previous          auf dem Token davor
  induction         auf dem Token, das letztes Mal folgte
  duplicate         auf demselben Token, letztes Mal
  current           auf dem Token selbst
  next              auf dem Token danach, wo ein Modell vorausblickt
  first             auf dem allerersten Token
  local             auf den vier nächsten Token, es selbst eingeschlossen
  even_local        dasselbe bei einem Kopf, der seine Attention gleichmäßig verteilt
  mean_distance     wie weit er blickt, in Token
  entropy           wie breit er seine Attention streut, in Nat

Ein Kopf heißt nach dem größten der ersten fünf, wenn der mindestens 0.4 und nicht kleiner als first
ist; sonst sink, wenn first mindestens 0.5 ist; sonst local, wenn local es ist und doppelt so groß wie
even_local; sonst broad, was nichts behauptet.

Beispiele
  mayfly heads
  mayfly heads --model openai-community/gpt2 --format csv
</translation>
    </message>
    <message>
        <source>--layer takes one layer, such as 3, and not %1.</source>
        <translation>--layer nimmt eine Schicht, etwa 3, und nicht %1.</translation>
    </message>
    <message>
        <source>--layer draws all heads of a layer; it goes with --view graph or matrix, and with no --head, --compare or --before.</source>
        <translation>--layer zeichnet alle Köpfe einer Schicht; es gehört zu --view graph oder matrix und nicht zu --head, --compare oder --before.</translation>
    </message>
    <message>
        <source>--depth takes one number from 0 (the embedding) to the number of layers, and not %1.</source>
        <translation>--depth nimmt eine Zahl von 0 (das Embedding) bis zur Anzahl der Schichten, und nicht %1.</translation>
    </message>
    <message>
        <source>there is no depth %1: this model&apos;s are 0 (the embedding) to %2 (after its last layer).</source>
        <translation>es gibt keine Tiefe %1: dieses Modell hat 0 (das Embedding) bis %2 (nach seiner letzten Schicht).</translation>
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
        <translation>Speichert ein Bild eines oder mehrerer Köpfe oder des ganzen Modells, beschriftet mit Modell, Köpfen und Text.

  mayfly export --text T | --text-file D | --ids 1,2,3  --head S.K[,S.K...]  [Optionen]
                -o ZIEL.svg|pdf|png|tex

Der Text
  --text T               der Text selbst
  --text-file D          eine Datei von höchstens 16 MB, Byte für Byte übernommen
  --ids 1,2,3            Token-IDs; braucht keine Tokenizer-Dateien und fügt kein Sondertoken hinzu

Was gezeichnet wird
  --head S.K[,S.K...]    Köpfe als Schicht.Kopf, ab 0 gezählt
  --layer S              an dessen Stelle: alle Köpfe einer Schicht auf einem Bogen, jeder für sich
  --model M              built-in (Vorgabe), ein Ordner im Format von Hugging Face oder ein Name
                         im Cache von Hugging Face wie openai-community/gpt2
  --view graph|matrix|steps|values|path|flow
                         der Graph (Vorgabe); eine Zelle je Query und Key; die Matrizen von q.k über
                         Skalierung, Maske und Softmax zu den Gewichten (des ersten Kopfes); was die
                         Gewichte tragen; der Residualstrom durch die Schichten und was er vorhersagt;
                         woher Token i von --pin kommt (Attention Rollout). Die letzten beiden sind
                         von allen Köpfen und brauchen kein --head
  --layout arc|columns|circle|gravity
                         Anordnung des Graphen; Vorgabe: arc. Bei gravity zieht Attention Tokens zueinander
  --top-mass 90          des Graphen: von jedem Token die stärksten Kanten, bis so viel Prozent gezeigt sind
  --hide-first           weglassen, was zum ersten Token geht
  --pin i[,j]            zeigt, worauf Token i achtet und was darauf achtet; oder die Kante von Query i und Key j
  --quantity weight|scaled|dot
                         der Matrix; bei mehreren Köpfen deren Mittel
  --marks heat|dots      der Wert einer Zelle als Farbe oder als Scheibe dieser Fläche
  --transpose            Querys in Spalten
  --depth N              des Pfades: markiert die Token, wo sie nach N Schichten sind, 0 für die
                         Einbettung; ohne Angabe nach der letzten

Vergleichen
  --compare heads|before-after|difference|off
                         die zwei Köpfe von --head, jeder in einem Feld; der Text von --before und der von
                         --text, jeder in einem Feld; oder, beim Graphen und der Matrix, was die Köpfe vom
                         einen Text zum anderen gewonnen und verloren haben, in zwei Farben
  --before T             der Text, mit dem verglichen wird; mit ihm ist difference die Vorgabe, und
                         before-after in Ansichten, die das nicht haben. --pin zählt die Tokens von --text

Wie es gezeichnet wird
  --no-labels            in der Beschriftung weglassen, was die Köpfe laut einer Probe tun
  --theme light|dark     Vorgabe: light
  --size BxH             des ganzen Bildes in logischen Pixeln; Vorgabe: 1200x700
  --scale 2              Pixel je logischem Pixel in einem PNG; Vorgabe: 1
  -o ZIEL                die Datei; ihre Endung bestimmt das Format

Beispiele
  mayfly export --text &quot;the cat sat on the mat&quot; --head 3.6 -o cat.svg
  mayfly export --text-file poem.txt --head 3.6,2.1 --layout columns --theme dark --scale 2 -o poem.png
  mayfly export --text &quot;a rose is a rose&quot; --head 1.3 --view matrix --marks dots --transpose -o rose.pdf
  mayfly export --text &quot;a rose is a rose&quot; --head 1.3 --view steps --pin 3,1 -o steps.svg
  mayfly export --text &quot;a rose is a rose&quot; --view flow --pin 4 -o flow.svg
  mayfly export --text &quot;a rose is a rose&quot; --layer 2 --view matrix --size 1600x1000 -o layer2.pdf
  mayfly export --text &quot;a rose is a rose&quot; --head 1.3,3.6 --view matrix --compare heads -o two.svg
  mayfly export --before &quot;it was too tired&quot; --text &quot;it was too wide&quot; --head 3.6 -o gained-and-lost.svg
</translation>
    </message>
    <message>
        <source>there is no depth %1: they count from 0, the embedding.</source>
        <translation>es gibt keine Tiefe %1: Gezählt wird ab 0, der Einbettung.</translation>
    </message>
    <message>
        <source>%1 holds more than the 16 MB of text that mayfly reads.</source>
        <translation>%1 enthält mehr als die 16 MB Text, die mayfly liest.</translation>
    </message>
    <message>
        <source>%1 asks for %2, which no model has.</source>
        <translation>%1 verlangt %2, und das hat kein Modell.</translation>
    </message>
</context>
<context>
    <name>compare::CompareMenu</name>
    <message>
        <source>&amp;Nothing</source>
        <translation>&amp;Nichts</translation>
    </message>
    <message>
        <source>One picture</source>
        <translation>Ein Bild</translation>
    </message>
    <message>
        <source>Two &amp;Heads</source>
        <translation>Zwei &amp;Köpfe</translation>
    </message>
    <message>
        <source>The first two of the chosen heads, each in a pane</source>
        <translation>Die ersten zwei der gewählten Köpfe, jeder in einem Feld</translation>
    </message>
    <message>
        <source>&amp;Before and After</source>
        <translation>&amp;Vorher und nachher</translation>
    </message>
    <message>
        <source>The kept picture and the live one, each in a pane</source>
        <translation>Das behaltene Bild und das jetzige, jedes in einem Feld</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>&amp;Unterschied</translation>
    </message>
    <message>
        <source>What the live picture gained and lost against the kept one, in two colours</source>
        <translation>Was das jetzige Bild gegenüber dem behaltenen gewonnen und verloren hat, in zwei Farben</translation>
    </message>
    <message>
        <source>&amp;Keep This Picture</source>
        <translation>Dieses &amp;Bild behalten</translation>
    </message>
    <message>
        <source>Compare with what the text is now, however it is edited</source>
        <translation>Mit dem jetzigen Text vergleichen, wie auch immer er bearbeitet wird</translation>
    </message>
    <message>
        <source>&amp;Release Kept Picture</source>
        <translation>Behaltenes Bild &amp;loslassen</translation>
    </message>
    <message>
        <source>Let go of what was kept</source>
        <translation>Loslassen, was behalten wurde</translation>
    </message>
    <message>
        <source>This picture is kept. Now edit the text: the picture shows what was gained and lost.</source>
        <translation>Dieses Bild ist behalten. Nun den Text bearbeiten: das Bild zeigt, was gewonnen und verloren wurde.</translation>
    </message>
</context>
<context>
    <name>exporting</name>
    <message>
        <source>&quot;%1&quot; has no ending that a picture can be saved with: choose one of %2.</source>
        <translation>„%1“ hat keine Endung, mit der sich ein Bild speichern lässt: eine von %2 wählen.</translation>
    </message>
    <message>
        <source>a picture of %1 by %2 pixels is too large: choose a smaller size or scale.</source>
        <translation>ein Bild von %1 × %2 Pixeln ist zu groß: kleinere Größe oder Auflösung wählen.</translation>
    </message>
</context>
<context>
    <name>getting::GetModelDialog</name>
    <message>
        <source>Models come from %1 into the Hugging Face cache, where other programs find them too: %2</source>
        <translation>Modelle kommen von %1 in den Hugging-Face-Cache, wo auch andere Programme sie finden: %2</translation>
    </message>
    <message>
        <source>Get a Model</source>
        <translation>Modell holen</translation>
    </message>
    <message>
        <source>owner/name, or owner/name@revision</source>
        <translation>Besitzer/Name oder Besitzer/Name@Stand</translation>
    </message>
    <message>
        <source>How much has arrived</source>
        <translation>Wie viel angekommen ist</translation>
    </message>
    <message>
        <source>&amp;Get</source>
        <translation>&amp;Holen</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>Stopped. What has arrived is kept for the next time.</source>
        <translation>Angehalten. Was angekommen ist, bleibt für das nächste Mal erhalten.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>%1 is here.</source>
        <translation>%1 ist da.</translation>
    </message>
</context>
<context>
    <name>getting::OfferList</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Layers × heads</source>
        <translation>Schichten × Köpfe</translation>
    </message>
    <message>
        <source>Size, about</source>
        <translation>Größe, etwa</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Models to get</source>
        <translation>Modelle zum Holen</translation>
    </message>
    <message>
        <source>✓ here</source>
        <translation>✓ vorhanden</translation>
    </message>
    <message>
        <source>On this machine already</source>
        <translation>Schon auf diesem Rechner</translation>
    </message>
</context>
<context>
    <name>graph::GraphView</name>
    <message>
        <source>Attention graph</source>
        <translation>Attention-Graph</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a token&apos;s number and text</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>receives %1 on average</source>
        <translation>erhält im Mittel %1</translation>
    </message>
    <message>
        <source>%1 → %2, head %3</source>
        <translation>%1 → %2, Kopf %3</translation>
    </message>
    <message>
        <source>weight %1</source>
        <translation>Gewicht %1</translation>
    </message>
</context>
<context>
    <name>saving</name>
    <message>
        <source>could not save &quot;%1&quot;: %2; nothing was changed.</source>
        <translation>„%1“ ließ sich nicht speichern: %2; nichts wurde verändert.</translation>
    </message>
    <message>
        <source>it is a device, a pipe or a socket and not a file</source>
        <translation>das ist ein Gerät, eine Pipe oder ein Socket und keine Datei</translation>
    </message>
</context>
<context>
    <name>view::PictureView</name>
    <message>
        <source>Attention matrix</source>
        <translation>Attention-Matrix</translation>
    </message>
    <message>
        <source>Steps from dots to weights</source>
        <translation>Schritte von Skalarprodukten zu Gewichten</translation>
    </message>
    <message>
        <source>Weights and what they carry</source>
        <translation>Gewichte und was sie tragen</translation>
    </message>
    <message>
        <source>Path of the residual stream</source>
        <translation>Pfad des Residualstroms</translation>
    </message>
    <message>
        <source>Flow of attention through the layers</source>
        <translation>Fluss der Attention durch die Schichten</translation>
    </message>
    <message>
        <source>Attention graph, compared</source>
        <translation>Attention-Graph, verglichen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a token&apos;s number and text</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
</context>
</TS>
