# The subject of a relation is of its domain.
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT {
  GRAPH <graph/entailed> {
    ?s a ?class .
  }
}
WHERE {
  ?p rdfs:domain ?class .
  ?s ?p ?o .
  FILTER NOT EXISTS { ?s a ?class }
  FILTER(STRSTARTS(STR(?s), STR(<entity/>)))
}
