/// Steele and others, "Fast splittable pseudorandom number generators".
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int(next() % UInt64(elements.count))]
  }

  mutating func chance(_ percent: UInt64) -> Bool { next() % 100 < percent }
}

/// JSON-LD as nobody writes it, and as people do.
enum InventedJSON {
  static func text(_ random: inout SplitMix) -> String {
    let inner = object(&random, depth: 0)
    guard random.chance(80) else { return inner }
    return #"{"@context":\#(context(&random)),"@graph":[\#(inner),\#(object(&random, depth: 0))]}"#
  }

  private static let published =
    "https://semiceu.github.io/CPSV-AP/releases/3.2.0/context/cpsv-ap.jsonld"

  private static func context(_ random: inout SplitMix) -> String {
    // The published ones have some hundred names each.
    switch random.next() % 30 {
    case 0: return #"["\#(published)",\#(names(&random))]"#
    case 1: return "null"
    case 2: return #""https://semiceu.github.io/CPSV-AP/releases/2.2.1/CPSV-AP_v2.2.1.jsonld""#
    default: return names(&random)
    }
  }

  private static func names(_ random: inout SplitMix) -> String {
    var members = [
      #""cv":"http://data.europa.eu/m8g/""#, #""dct":"http://purl.org/dc/terms/""#,
      #""cpsv":"http://purl.org/vocab/cpsv#""#,
    ]
    for _ in 0..<random.next() % 4 {
      members.append(
        random.pick([
          #""@vocab":"http://purl.org/vocab/cpsv#""#, #""@base":"http://b.example/x/""#,
          #""@language":"ru""#, #""a":"b:c""#, #""b":"a:c""#, #""title":{"@id":"dct:title"}"#,
          #""dct:title":{"@container":"@language"}"#, #""of":{"@reverse":"cv:isGroupedBy"}"#,
          #""n":{"@id":"dct:title","@type":"@id","@context":{"n":"cv:x"}}"#, #""id":"@id""#,
          #""x":null"#, #""@import":"http://e/""#, #""t":{"@id":"@type"}"#,
        ]))
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  private static func object(_ random: inout SplitMix, depth: Int) -> String {
    var members: [String] = []
    if random.chance(70) { members.append(#""@id":"\#(random.pick(iris))""#) }
    if random.chance(70) { members.append(#""@type":\#(types(&random))"#) }
    for _ in 0..<random.next() % 6 {
      members.append("\"\(random.pick(keys))\":\(value(&random, depth: depth + 1))")
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  private static let iris = [
    "http://a.example/1", "http://a.example/2", "_:b", "x", "", "#", "a b", "urn:x-okno:service:q",
    "urn:x-okno:service:../x", "cv:e", "//h", "http://", "\\u001b[2J", "файл",
  ]
  private static let keys = [
    "dct:title", "dct:identifier", "dct:description", "cv:hasCost", "cv:hasValue", "cv:currency",
    "cv:hasCompetentAuthority", "cpsv:hasInput", "cpsv:produces", "cpsv:follows", "cv:isGroupedBy",
    "cv:processingTime", "cv:holdsRequirement", "cv:hasSupportingEvidence", "dct:type", "@reverse",
    "cv:hasRelatedService", "dct:requires", "title", "of", "n", "id", "@value", "@language",
    "PublicService.name", "@included", "cv:hasLegalResource", "",
  ]

  private static func types(_ random: inout SplitMix) -> String {
    let names = [
      "cpsv:PublicService", "cv:LifeEvent", "cv:BusinessEvent", "cv:Evidence", "cv:Cost",
      "PublicService", "cv:Output", "cv:PublicOrganisation", "cv:EvidenceType", "x",
    ]
    let first = random.pick(names)
    return random.chance(70) ? "\"\(first)\"" : "[\"\(first)\",\"\(random.pick(names))\"]"
  }

  private static func value(_ random: inout SplitMix, depth: Int) -> String {
    guard depth < 5 else { return "1" }
    switch random.next() % 10 {
    case 0: return object(&random, depth: depth)
    case 1: return "[\(value(&random, depth: depth + 1)),\(value(&random, depth: depth + 1))]"
    case 2: return #"{"@id":"\#(random.pick(iris))"}"#
    case 3: return #"{"@value":"\#(random.pick(texts))","@language":"nl"}"#
    case 4: return #"{"@list":[\#(value(&random, depth: depth + 1))]}"#
    case 5: return random.pick(["1", "1e999", "-0.5", "true", "null", "{}", "[]"])
    case 6: return #"{"ru":"слово","en":["a","b"],"@none":"c"}"#
    default: return "\"\(random.pick(texts))\""
    }
  }

  private static let texts = [
    "Permit", "Справка", "P30D", "P", "", "12.50", "RUB", "99999999999999", "\\u202e", "\\ud83d",
    "\\u0000", "a\\nb", "-P1D", "P1M2D", "http://a.example/1",
  ]
}

/// Turtle and RDF/XML from pieces in any order.
enum InventedPieces {
  static func turtle(_ random: inout SplitMix) -> String {
    var text = random.chance(90) ? Sample.prefixes : ""
    for _ in 0..<2 + random.next() % 30 { text += random.pick(turtlePieces) + " " }
    return text
  }

  private static let turtlePieces = [
    "ex:s", "ex:e", "<http://a.example/1>", "_:b", "a", "cpsv:PublicService", "cv:LifeEvent",
    "dct:title", "dct:identifier", "cv:hasCost", "cv:isGroupedBy", "cpsv:hasInput", "dct:requires",
    "cv:processingTime", #""P30D"^^xsd:duration"#, #""x""#, #""x"@ru"#, #""y"@en-GB"#, "12.50",
    "true", "[", "]", "(", ")", ";", ";", ".", ".", ",", "[]", #""\"\"a"b\"\"\""#, #""\u001B""#,
    "<",
    ">", "@prefix", "@base <http://b/> .", "ex:", ":", "# c\n", "'", "\\", "<x y>", "^^", "@",
    #"ex:s a cpsv:PublicService ; dct:title "t" ."#,
    "ex:e a cv:LifeEvent ; cv:hasRelatedService ex:s .",
    "<urn:x-okno:service:q> a cpsv:PublicService .", "ex:s cv:hasCost [ cv:hasValue 1 ] .",
  ]

  static func xml(_ random: inout SplitMix) -> String {
    var text = random.chance(90) ? xmlStart : ""
    for _ in 0..<1 + random.next() % 14 { text += random.pick(xmlPieces) }
    return random.chance(80) ? text + "</rdf:RDF>" : text
  }

  private static let xmlStart = """
    <?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
     xmlns:cpsv="http://purl.org/vocab/cpsv#" xmlns:dct="http://purl.org/dc/terms/">
    """
  private static let xmlPieces = [
    #"<cpsv:PublicService rdf:about="http://a/1">"#, "</cpsv:PublicService>",
    #"<cpsv:PublicService rdf:about="x"><dct:title xml:lang="ru">т</dct:title></cpsv:PublicService>"#,
    "<dct:title>", "</dct:title>", "текст", "&amp;", "&x;", "&#27;", "<![CDATA[<]]>", "<!-- c -->",
    #"<rdf:Description rdf:nodeID="n"/>"#, #"<dct:x rdf:parseType="Resource">"#, "</dct:x>",
    #"<dct:x rdf:parseType="Literal"><b/></dct:x>"#, #"<dct:x rdf:resource="y"/>"#, "<a", ">",
    #"<!DOCTYPE x [<!ENTITY x "y">]>"#, #"<rdf:li rdf:ID="1"/>"#, "<?p ?>",
  ]
}
