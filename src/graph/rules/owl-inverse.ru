# What holds of a relation holds backwards of its inverse.
PREFIX meta: <https://w3id.org/factloom/meta#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

INSERT {
  GRAPH <graph/inferred> {
    ?s ?p ?o .
    ?new a meta:InferredEdge, meta:Edge, rdf:Statement ;
      rdf:subject ?s ;
      rdf:predicate ?p ;
      rdf:object ?o ;
      meta:rule <rule/owl-inverse> ;
      prov:wasDerivedFrom ?edge .
  }
}
WHERE {
  { ?of owl:inverseOf ?p } UNION { ?p owl:inverseOf ?of }
  ?edge a meta:Edge ; rdf:subject ?o ; rdf:predicate ?of ; rdf:object ?s .
  FILTER(isIRI(?s))
  FILTER NOT EXISTS { ?s ?p ?o }
  BIND(IRI(CONCAT(STR(<inferred/>), SUBSTR(SHA256(CONCAT(STR(?s), " ", STR(?p), " ", STR(?o))), 1, 16))) AS ?new)
}
