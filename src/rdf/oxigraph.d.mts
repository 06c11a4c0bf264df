export { namedNode, Store } from "oxigraph";
