# The policy of a ministry has force where the ministry has.
PREFIX fl: <https://w3id.org/factloom/ontology#>
PREFIX meta: <https://w3id.org/factloom/meta#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

INSERT {
  GRAPH <graph/inferred> {
    ?s fl:jurisdiction ?o .
    ?new a meta:InferredEdge, meta:Edge, rdf:Statement ;
      rdf:subject ?s ;
      rdf:predicate fl:jurisdiction ;
      rdf:object ?o ;
      meta:rule <rule/jurisdiction-of-issuer> ;
      prov:wasDerivedFrom ?edge, ?force .
  }
}
WHERE {
  ?edge a meta:Edge ; rdf:subject ?s ; rdf:predicate fl:issuedBy ; rdf:object ?body .
  ?force a meta:Edge ; rdf:subject ?body ; rdf:predicate fl:jurisdiction ; rdf:object ?o .
  FILTER NOT EXISTS { ?s fl:jurisdiction ?o }
  BIND(IRI(CONCAT(STR(<inferred/>), SUBSTR(SHA256(CONCAT(STR(?s), " ", STR(fl:jurisdiction), " ", STR(?o))), 1, 16))) AS ?new)
}
