// SPARQL in a worker thread: query in, text of the result out. The engine has no time-out of its own and blocks its thread, so a
// runaway query ends by ending the thread. Loading takes about 0.5 s per 100,000 quads, so a second thread loads while a query is late.
import { Worker } from "node:worker_threads";

/** One read-only query with its dataset and the media type of its answer. */
export interface Query {
  readonly query: string;
  readonly mediaType: string;
  /** IRIs; with both lists empty the default graph is the union of all graphs. */
  readonly defaultGraphs: readonly string[];
  readonly namedGraphs: readonly string[];
  /** False when the query brings its own dataset (FROM). */
  readonly unionDefaultGraph: boolean;
  /** Base IRI for relative IRIs in the query. */
  readonly base: string;
}

/** The seam for stores. */
export interface QueryEngine {
  /** Answers in the query's media type. @throws QueryError for a query that is wrong or takes too long. */
  readonly ask: (query: Query) => Promise<string>;
  /** Number of quads, once loaded. */
  readonly size: () => Promise<number>;
  readonly close: () => Promise<void>;
}

export class QueryError extends Error {
  readonly timedOut: boolean;
  constructor(message: string, options: { readonly timedOut: boolean }) {
    super(message);
    this.name = "QueryError";
    this.timedOut = options.timedOut;
  }
}

type Answer = { readonly ready: number } | { readonly text: string } | { readonly error: string };

interface Running {
  readonly worker: Worker;
  readonly ready: Promise<number>;
}

function start(files: readonly string[]): Running {
  const worker = new Worker(new URL("./engine-worker.mjs", import.meta.url), { workerData: { files }, execArgv: [] });
  worker.unref();
  const ready = receive(worker).then((answer) => ("ready" in answer ? answer.ready : 0));
  ready.catch(() => undefined);
  return { worker, ready };
}

function receive(worker: Worker): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.ref();
    const settle = (act: () => void): void => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      worker.unref();
      act();
    };
    const onMessage = (answer: Answer): void => settle(() => resolve(answer));
    const onError = (error: Error): void => settle(() => reject(error));
    const onExit = (): void => settle(() => reject(new Error("the query thread ended")));
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  });
}

/** Part of the time-out after which another thread begins to load, so that the next query need not wait. Most queries never get there. */
const LATE = 0.5;

/** Opens an engine over N-Quads files. Queries run one after the other; `timeoutMs` counts from a query's own start. */
export function openEngine(files: readonly string[], options: { readonly timeoutMs: number }): QueryEngine {
  let running = start(files);
  let spare: Running | null = null;
  let last: Promise<unknown> = Promise.resolve();

  async function run(query: Query): Promise<string> {
    const { worker, ready } = running;
    await ready;
    const answer = receive(worker);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), options.timeoutMs);
    });
    const lateTimer = setTimeout(() => {
      spare ??= start(files);
    }, options.timeoutMs * LATE);
    worker.postMessage(query);
    // A thread that loads keeps the store in memory twice: it goes when the query ends after all.
    const first = await Promise.race([answer, late]).finally(() => {
      clearTimeout(timer);
      clearTimeout(lateTimer);
    });
    const next = spare;
    spare = null;
    if (first === null) {
      answer.catch(() => undefined);
      running = next ?? start(files);
      await worker.terminate();
      throw new QueryError(`The query took longer than ${options.timeoutMs / 1000} s and was stopped.`, { timedOut: true });
    }
    await next?.worker.terminate();
    if ("text" in first) return first.text;
    throw new QueryError("error" in first ? first.error : "The engine gave no answer.", { timedOut: false });
  }

  return {
    ask: (query) => {
      const answer = last.then(() => run(query));
      last = answer.catch(() => undefined);
      return answer;
    },
    size: () => running.ready,
    close: async () => {
      await Promise.all([running.worker.terminate(), spare?.worker.terminate()]);
    },
  };
}
