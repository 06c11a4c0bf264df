# The object of a relation is of its range.
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT {
  GRAPH <graph/entailed> {
    ?o a ?class .
  }
}
WHERE {
  ?p rdfs:range ?class .
  ?s ?p ?o .
  FILTER NOT EXISTS { ?o a ?class }
  FILTER(STRSTARTS(STR(?o), STR(<entity/>)))
}
