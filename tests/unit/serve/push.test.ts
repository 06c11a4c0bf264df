import { expect, test } from "vitest";
import { makeAuthenticator } from "../../../src/serve/http-auth.ts";
import { pushGraphs } from "../../../src/serve/push.ts";
import { openThrowawayStore, serveAnswers } from "../../conformance/throwaway-store.ts";

test("a large graph is sent in parts, and a part that broke does not stand for the whole", async () => {
  const { store, answer } = openThrowawayStore();
  const methods: string[] = [];
  let broken = true;
  const { server, origin } = await serveAnswers(async (request) => {
    methods.push(request.method);
    if (methods.length === 3 && broken) return { status: 400, headers: {}, body: "no" };
    return answer(request);
  });
  const lines = Array.from({ length: 10 }, (_, index) => `<http://e/${index}> <http://e/p> "x" .\n`);
  const journal = new Map([["http://e/g", "old"]]);
  const push = () =>
    pushGraphs(new Map([["http://e/g", lines]]), {
      endpoint: `${origin}/gsp`,
      authenticator: makeAuthenticator({ kind: "none" }, () => ""),
      journal,
      digest: () => "new",
      onJournal: () => undefined,
      onGraph: () => undefined,
      onRetry: () => undefined,
      wait: async () => undefined,
      requestSize: 60,
    });
  await expect(push()).rejects.toThrow("400: no");
  expect(journal.size).toBe(0);
  broken = false;
  methods.length = 0;
  await push();
  server.close();
  server.closeAllConnections();
  expect(methods).toEqual(["PUT", "POST", "POST", "POST", "POST"]);
  expect(store.size).toBe(10);
  expect(journal.get("http://e/g")).toBe("new");
});
