# What holds of a relation holds of the borrowed property that it specialises. Literals count as well.
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT {
  GRAPH <graph/entailed> {
    ?s ?wide ?o .
  }
}
WHERE {
  ?narrow rdfs:subPropertyOf ?wide .
  ?s ?narrow ?o .
  FILTER NOT EXISTS { ?wide a owl:ObjectProperty }
  FILTER NOT EXISTS { ?s ?wide ?o }
}
