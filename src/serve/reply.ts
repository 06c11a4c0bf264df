// A request and a reply as plain values, so that every route is a function that tests can call without a socket.
import type { IncomingHttpHeaders } from "node:http";

export interface Incoming {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export const HTML = "text/html; charset=utf-8";

/** A reply of text; `type` is the whole Content-Type. */
export function text(status: number, type: string, body: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { "Content-Type": type, ...headers }, body };
}

/** A plain message, one line. */
export function message(status: number, line: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return text(status, "text/plain; charset=utf-8", `${line}\n`, headers);
}

/** `type` with a character set where the type is text. */
export const withCharset = (type: string): string => (type.startsWith("text/") ? `${type}; charset=utf-8` : type);
