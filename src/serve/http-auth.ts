// HTTP authentication of a client: a challenge and credentials in, the Authorization header out. Source: RFC 7617 (Basic), 7616 (Digest), 6750.
import { createHash } from "node:crypto";

export type Credentials =
  | { readonly kind: "none" }
  | { readonly kind: "token"; readonly token: string }
  | { readonly kind: "password"; readonly user: string; readonly password: string };

export interface Authenticator {
  /** Header for the next request, as far as the server's challenge is known; null for none. */
  readonly header: (method: string, path: string) => string | null;
  /** Takes the WWW-Authenticate header of a 401; false when it asks for what we do not have. */
  readonly take: (challenge: string) => boolean;
}

const HASHES: Readonly<Record<string, string>> = { md5: "md5", "sha-256": "sha256" };

/** Makes the client's side. `nonce` gives a fresh client nonce for each request. */
export function makeAuthenticator(credentials: Credentials, nonce: () => string): Authenticator {
  if (credentials.kind === "none") return { header: () => null, take: () => false };
  if (credentials.kind === "token") return { header: () => `Bearer ${credentials.token}`, take: () => false };
  const { user, password } = credentials;
  let make: ((method: string, path: string) => string) | null = null;
  let asked = "";
  return {
    header: (method, path) => make?.(method, path) ?? null,
    take: (challenge) => {
      // A stale nonce is asked for anew; the same answer again would be refused again.
      if (challenge === asked) return false;
      asked = challenge;
      const scheme = /^\s*(\w+)/.exec(challenge)?.[1]?.toLowerCase();
      if (scheme === "basic") make = () => `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
      else if (scheme === "digest") make = digest(challenge, user, password, nonce);
      else return false;
      return make !== null;
    },
  };
}

function digest(challenge: string, user: string, password: string, nonce: () => string): ((method: string, path: string) => string) | null {
  const fields = new Map(
    [...challenge.matchAll(/(\w+)\s*=\s*(?:"([^"]*)"|([^\s,]+))/g)].map((match) => [
      match[1]?.toLowerCase() ?? "",
      match[2] ?? match[3] ?? "",
    ]),
  );
  const algorithm = fields.get("algorithm") ?? "MD5";
  const hash = HASHES[algorithm.toLowerCase()];
  const [realm, serverNonce] = [fields.get("realm") ?? "", fields.get("nonce") ?? ""];
  const qop = fields.get("qop");
  if (hash === undefined || (qop !== undefined && !qop.split(",").some((one) => one.trim() === "auth"))) return null;
  const of = (text: string): string => createHash(hash).update(text).digest("hex");
  let count = 0;
  return (method, path) => {
    count += 1;
    const nc = count.toString(16).padStart(8, "0");
    const cnonce = nonce();
    const [secret, what] = [of(`${user}:${realm}:${password}`), of(`${method}:${path}`)];
    const response = of(qop === undefined ? `${secret}:${serverNonce}:${what}` : `${secret}:${serverNonce}:${nc}:${cnonce}:auth:${what}`);
    const quoted = {
      username: user,
      realm,
      nonce: serverNonce,
      uri: path,
      response,
      ...(fields.has("opaque") ? { opaque: fields.get("opaque") } : {}),
    };
    const parts = Object.entries(quoted).map(([name, value]) => `${name}="${value}"`);
    if (qop !== undefined) parts.push(`qop=auth`, `nc=${nc}`, `cnonce="${cnonce}"`);
    return `Digest ${[...parts, `algorithm=${algorithm}`].join(", ")}`;
  };
}
