import Catalogue
import Testing

/// The files of the sample.
enum Place: String {
  case papers = "Documents/papers.json5"
  case home = "Services/home.json5"
  case moving = "Situations/moving.json5"
  case facts = "Facts/facts.json5"
  case social = "Parameters/social.json5"
  case rules = "Rules/home.json5"

  var path: String { "sample/" + rawValue }
}

/// Expects that the sample with one text replaced has exactly one finding.
@discardableResult
func expect(
  document old: String, _ new: String, gives place: Place, _ line: Int, code: String,
  at source: SourceLocation = #_sourceLocation
) -> CatalogueFinding? {
  var sample = SampleCatalogue()
  spoil(&sample.documents, old, new, source)
  return expect(sample, gives: place, line, code, source)
}

@discardableResult
func expect(
  service old: String, _ new: String, gives place: Place, _ line: Int, code: String,
  at source: SourceLocation = #_sourceLocation
) -> CatalogueFinding? {
  var sample = SampleCatalogue()
  spoil(&sample.services, old, new, source)
  return expect(sample, gives: place, line, code, source)
}

@discardableResult
func expect(
  situation old: String, _ new: String, gives place: Place, _ line: Int, code: String,
  at source: SourceLocation = #_sourceLocation
) -> CatalogueFinding? {
  var sample = SampleCatalogue()
  spoil(&sample.situation, old, new, source)
  return expect(sample, gives: place, line, code, source)
}

@discardableResult
func expect(
  fact old: String, _ new: String, gives place: Place, _ line: Int, code: String,
  at source: SourceLocation = #_sourceLocation
) -> CatalogueFinding? {
  var sample = SampleCatalogue()
  spoil(&sample.facts, old, new, source)
  return expect(sample, gives: place, line, code, source)
}

@discardableResult
func expect(
  parameter old: String, _ new: String, gives place: Place, _ line: Int, code: String,
  at source: SourceLocation = #_sourceLocation
) -> CatalogueFinding? {
  var sample = SampleCatalogue()
  spoil(&sample.parameters, old, new, source)
  return expect(sample, gives: place, line, code, source)
}

@discardableResult
func expect(
  rule old: String, _ new: String, gives place: Place, _ line: Int, code: String,
  at source: SourceLocation = #_sourceLocation
) -> CatalogueFinding? {
  var sample = SampleCatalogue()
  spoil(&sample.rules, old, new, source)
  return expect(sample, gives: place, line, code, source)
}

private func spoil(_ text: inout String, _ old: String, _ new: String, _ source: SourceLocation) {
  #expect(
    text.contains(old), "the sample does not have what the test replaces", sourceLocation: source)
  text.replace(old, with: new, maxReplacements: 1)
}

private func expect(
  _ sample: SampleCatalogue, gives place: Place, _ line: Int, _ code: String,
  _ source: SourceLocation
) -> CatalogueFinding? {
  let findings = CatalogueLint.run(sample, today: writtenOn)
  let found = findings.map { "\($0.file):\($0.line) \($0.code)" }
  #expect(found == ["\(place.path):\(line) \(code)"], sourceLocation: source)
  return findings.first
}
