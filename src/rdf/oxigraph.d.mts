export { literal, namedNode, Store, triple } from "oxigraph";
