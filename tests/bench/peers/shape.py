"""GPT-2 small's shape, which all are measured with, and how long a kind of pass is measured in one round, in seconds."""

LAYERS, HEADS, WIDTH, VOCABULARY, CONTEXT = 12, 12, 768, 50257, 1024
ENOUGH = 1.5
