# An entity of a class is of the wider classes, too.
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT {
  GRAPH <graph/entailed> {
    ?s a ?wide .
  }
}
WHERE {
  ?narrow rdfs:subClassOf ?wide .
  ?s a ?narrow .
  FILTER NOT EXISTS { ?s a ?wide }
  FILTER(STRSTARTS(STR(?s), STR(<entity/>)))
}
