# A company that is based in Paris is based in France: a seat lies in every place that holds it.
PREFIX fl: <https://w3id.org/factloom/ontology#>
PREFIX meta: <https://w3id.org/factloom/meta#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

INSERT {
  GRAPH <graph/inferred> {
    ?s fl:basedIn ?o .
    ?new a meta:InferredEdge, meta:Edge, rdf:Statement ;
      rdf:subject ?s ;
      rdf:predicate fl:basedIn ;
      rdf:object ?o ;
      meta:rule <rule/seat-in-larger-place> ;
      prov:wasDerivedFrom ?edge, ?within .
  }
}
WHERE {
  ?edge a meta:Edge ; rdf:subject ?s ; rdf:predicate fl:basedIn ; rdf:object ?place .
  ?within a meta:Edge ; rdf:subject ?place ; rdf:predicate fl:locatedIn ; rdf:object ?o .
  FILTER NOT EXISTS { ?s fl:basedIn ?o }
  BIND(IRI(CONCAT(STR(<inferred/>), SUBSTR(SHA256(CONCAT(STR(?s), " ", STR(fl:basedIn), " ", STR(?o))), 1, 16))) AS ?new)
}
