internal import Domain
internal import JSON5

/// From files to entries. What only an author needs to know (unknown keys, dangling ids) is
/// `CatalogueLint`'s business.
enum CatalogueReader {
  static func content(
    of files: [CatalogueFile], fingerprint: [UInt8]
  ) throws(CatalogueError) -> CatalogueContent {
    var content = CatalogueContent(
      situations: [], services: [], documents: [], fingerprint: fingerprint)
    for file in files where !file.group.isOptional {
      do throws(JSON5Error) {
        let text = try JSON5Document(name: file.path, bytes: file.bytes)
        switch file.group {
        case .documents: content.documents += try text.decode([Document].self)
        case .services: content.services += try text.decode([Service].self)
        case .situations: content.situations.append(try text.decode(LifeSituation.self))
        case .facts, .parameters, .rules, .calendar, .offers: break
        }
      } catch {
        throw .malformed(error)
      }
    }
    return content
  }

  /// Facts, parameters and rules, which are read only when advice is asked for.
  static func adviceBook(of files: [CatalogueFile]) throws(CatalogueError) -> AdviceBook {
    var facts: [Fact] = []
    var parameters: [Parameter] = []
    var rules: [ServiceRule] = []
    for file in files where file.group.isOptional {
      do throws(JSON5Error) {
        let text = try JSON5Document(name: file.path, bytes: file.bytes)
        switch file.group {
        case .facts: facts += try text.decode([Fact].self)
        case .parameters: parameters += try text.decode([Parameter].self)
        case .rules: rules += try text.decode([ServiceRule].self)
        case .documents, .services, .situations, .calendar, .offers: break
        }
      } catch {
        throw .malformed(error)
      }
    }
    return AdviceBook(facts: facts, parameters: parameters, rules: rules)
  }

  static func calendarYears(of files: [CatalogueFile]) throws(CatalogueError) -> [CalendarYear] {
    var years: [CalendarYear] = []
    for file in files where file.group == .calendar {
      do throws(JSON5Error) {
        years.append(
          try JSON5Document(name: file.path, bytes: file.bytes).decode(CalendarYear.self))
      } catch {
        throw .malformed(error)
      }
    }
    return years
  }

  /// What the desk offers by itself.
  static func offers(of files: [CatalogueFile]) throws(CatalogueError) -> [Offer] {
    var offers: [Offer] = []
    for file in files where file.group == .offers {
      do throws(JSON5Error) {
        let text = try JSON5Document(name: file.path, bytes: file.bytes)
        offers += try text.decode([Offer].self)
      } catch {
        throw .malformed(error)
      }
    }
    return offers
  }
}
