# Who leads, founded or holds an office in an organization has a membership there (W3C ORG), with its role and time.
# One membership per fact, since each sentence may know another time.
PREFIX fl: <https://w3id.org/factloom/ontology#>
PREFIX meta: <https://w3id.org/factloom/meta#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

INSERT {
  GRAPH <graph/entailed> {
    ?membership a org:Membership ;
      org:organization ?organization ;
      org:member ?person ;
      org:role ?role ;
      meta:at ?at ;
      meta:validFrom ?from ;
      meta:validThrough ?through ;
      fl:role ?words ;
      prov:wasDerivedFrom ?fact .
  }
}
WHERE {
  VALUES (?relation ?role) {
    (fl:chiefExecutive fl:chief-executive-role)
    (fl:founder fl:founder-role)
    (fl:officer fl:officer-role)
  }
  ?fact a meta:Fact ;
    meta:status "asserted" ;
    rdf:subject ?organization ;
    rdf:predicate ?relation ;
    rdf:object ?person .
  OPTIONAL { ?fact meta:at ?at }
  OPTIONAL { ?fact meta:validFrom ?from }
  OPTIONAL { ?fact meta:validThrough ?through }
  OPTIONAL { ?fact fl:role ?words }
  BIND(IRI(CONCAT(STR(?fact), "#membership")) AS ?membership)
}
