# Who works in a field works in every broader field: a maker of AI chips works in semiconductors.
PREFIX fl: <https://w3id.org/factloom/ontology#>
PREFIX meta: <https://w3id.org/factloom/meta#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT {
  GRAPH <graph/inferred> {
    ?s fl:operatesIn ?o .
    ?new a meta:InferredEdge, meta:Edge, rdf:Statement ;
      rdf:subject ?s ;
      rdf:predicate fl:operatesIn ;
      rdf:object ?o ;
      meta:rule <rule/field-of-narrower-field> ;
      prov:wasDerivedFrom ?edge .
  }
}
WHERE {
  ?edge a meta:Edge ; rdf:subject ?s ; rdf:predicate fl:operatesIn ; rdf:object ?narrow .
  ?narrow skos:broader ?o .
  FILTER NOT EXISTS { ?s fl:operatesIn ?o }
  BIND(IRI(CONCAT(STR(<inferred/>), SUBSTR(SHA256(CONCAT(STR(?s), " ", STR(fl:operatesIn), " ", STR(?o))), 1, 16))) AS ?new)
}
