// The only importer of oxigraph. Plain JavaScript, since the query thread starts without the TypeScript loader.
export { namedNode, Store } from "oxigraph";
