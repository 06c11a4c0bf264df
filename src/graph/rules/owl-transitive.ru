# A transitive relation reaches over two edges.
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
      meta:rule <rule/owl-transitive> ;
      prov:wasDerivedFrom ?one, ?two .
  }
}
WHERE {
  ?p a owl:TransitiveProperty .
  ?one a meta:Edge ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?middle .
  ?two a meta:Edge ; rdf:subject ?middle ; rdf:predicate ?p ; rdf:object ?o .
  FILTER(?s != ?o)
  FILTER NOT EXISTS { ?s ?p ?o }
  BIND(IRI(CONCAT(STR(<inferred/>), SUBSTR(SHA256(CONCAT(STR(?s), " ", STR(?p), " ", STR(?o))), 1, 16))) AS ?new)
}
