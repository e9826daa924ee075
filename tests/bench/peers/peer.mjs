// Peers that are found as packages of Node: `peer.mjs KIND PACKAGES FOLDER THREADS SHAPE`, where KIND is onnx or llama,
// PACKAGES is the folder in which onnxruntime-node or node-llama-cpp is installed, FOLDER has the models, and SHAPE is what
// shape.py says, as JSON. Answers each number of
// tokens on a line with a line of JSON, as peer.py does.

import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const [kind, packages, folder, threads, shape] = process.argv.slice(2);
const { LAYERS: layers, HEADS: heads, WIDTH: width, VOCABULARY: vocabulary, CONTEXT: context, ENOUGH } = JSON.parse(shape);
const size = width / heads;
const enough = 1000 * ENOUGH; // milliseconds

const load = async (name) => import(pathToFileURL(createRequire(packages + '/').resolve(name)));
const randomIds = (count) => Array.from({ length: count }, () => Math.floor(Math.random() * vocabulary));

/// The median of some rounds, in milliseconds; `prepare` is not counted.
async function timed(action, prepare = async () => {}) {
    const times = [];
    let all = 0;
    for (let round = 0; round < 4 || (all < enough && round < 31); ++round) {
        await prepare();
        const start = performance.now();
        await action();
        const took = performance.now() - start;
        if (round === 0) continue; // what is made once
        times.push(took);
        all += took;
    }
    return times.sort((a, b) => a - b)[times.length >> 1];
}

async function onnx() {
    const { default: ort } = await load('onnxruntime-node');
    const run = async (tokens, kept) => {
        const session = await ort.InferenceSession.create(`${folder}/${tokens}-${kept}.onnx`, { intraOpNumThreads: +threads });
        const past = () => new ort.Tensor('float32', new Float32Array(layers * heads * kept * size), [layers, heads, kept, size]);
        const all = { ids: new ort.Tensor('int64', BigInt64Array.from(randomIds(tokens - kept), BigInt), [tokens - kept]) };
        if (kept > 0) Object.assign(all, { keys: past(), values: past() });
        const feeds = Object.fromEntries(session.inputNames.map((name) => [name, all[name]]));
        const time = await timed(() => session.run(feeds));
        await session.release();
        return time;
    };
    return async (tokens) => ({ full: await run(tokens, 0), append: await run(tokens, tokens - 1) });
}

async function llama() {
    const { getLlama } = await load('node-llama-cpp');
    const engine = await getLlama({ gpu: false, build: 'never', logLevel: 'error', maxThreads: +threads });
    const model = await engine.loadModel({ modelPath: `${folder}/gpt2.gguf`, useMmap: false });
    return async (tokens) => {
        // With room beyond the text: a context that is full is moved on, which takes a pass of its own.
        const made = await model.createContext({ contextSize: context + 64, batchSize: context, threads: +threads });
        const sequence = made.getSequence();
        const ids = randomIds(tokens);
        const clear = () => sequence.clearHistory();
        const full = await timed(() => sequence.evaluateWithoutGeneratingNewTokens(ids), clear);
        const shorten = async () => {
            await clear();
            await sequence.evaluateWithoutGeneratingNewTokens(ids.slice(0, -1));
        };
        const append = await timed(() => sequence.evaluateWithoutGeneratingNewTokens(ids.slice(-1)), shorten);
        await made.dispose();
        return { full, append };
    };
}

const measure = await { onnx, llama }[kind]();
console.log('{}');
for await (const line of createInterface({ input: process.stdin })) console.log(JSON.stringify(await measure(+line)));
process.exit(0);
