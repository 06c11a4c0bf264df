# What holds of a narrower relation holds of the wider one.
PREFIX meta: <https://w3id.org/factloom/meta#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT {
  GRAPH <graph/inferred> {
    ?s ?p ?o .
    ?new a meta:InferredEdge, meta:Edge, rdf:Statement ;
      rdf:subject ?s ;
      rdf:predicate ?p ;
      rdf:object ?o ;
      meta:rule <rule/rdfs-subproperty> ;
      prov:wasDerivedFrom ?edge .
  }
}
WHERE {
  ?narrow rdfs:subPropertyOf ?p .
  ?p a owl:ObjectProperty .
  ?edge a meta:Edge ; rdf:subject ?s ; rdf:predicate ?narrow ; rdf:object ?o .
  FILTER NOT EXISTS { ?s ?p ?o }
  BIND(IRI(CONCAT(STR(<inferred/>), SUBSTR(SHA256(CONCAT(STR(?s), " ", STR(?p), " ", STR(?o))), 1, 16))) AS ?new)
}
