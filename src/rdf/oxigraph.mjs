// The only importer of oxigraph. Plain JavaScript, since the query thread starts without the TypeScript loader.
export { literal, namedNode, Store, triple } from "oxigraph";
