// Why a file of another catalogue is refused: what is wrong, and what to do.

internal import CPSVAP
internal import Domain

extension Failure {
  init(_ error: ReadingError) {
    let words = Self.words(error)
    self.init(
      Self.exit(error), code: Self.code(error), ru: words.ru, en: words.en ?? words.ru)
  }

  private static func exit(_ error: ReadingError) -> ExitCode {
    switch error {
    case .noLibrary: .configuration
    case .unreadable: .inputOutput
    default: .badData
    }
  }

  private static func code(_ error: ReadingError) -> String {
    switch error {
    case .unreadable: "unreadable"
    case .tooLarge: "too_large"
    case .tooManyStatements: "too_large"
    case .notText: "not_utf8"
    case .tooDeep: "too_deep"
    case .entity: "entity"
    case .localAddress: "local_address"
    case .remoteContext: "remote_context"
    case .malformed: "malformed"
    case .unknownForm: "unknown_form"
    case .noLibrary: "no_library"
    }
  }

  private static func words(_ error: ReadingError) -> LocalizedText {
    switch error {
    case .unreadable(let path, let reason):
      LocalizedText(
        ru: "\(path): не читается: \(russian(reason))", en: "\(path): cannot be read: \(reason)")
    case .tooLarge(let path, let limit):
      LocalizedText(
        ru: "\(path) больше \(limit >> 20) МБ. Разделите файл",
        en: "\(path) is larger than \(limit >> 20) MiB. Divide the file")
    case .tooManyStatements(let path, let limit):
      LocalizedText(
        ru: "\(path): утверждений больше \(limit). Разделите файл",
        en: "\(path) has more than \(limit) statements. Divide the file")
    case .notText(let path, let line):
      LocalizedText(
        ru: "\(path), строка \(line): не UTF-8. Сохраните файл в UTF-8",
        en: "\(path), line \(line): not UTF-8. Save the file as UTF-8")
    case .tooDeep(let path, let line, let limit):
      LocalizedText(
        ru: "\(path), строка \(line): вложенность больше \(limit). Таких справочников не бывает",
        en: "\(path), line \(line): nested more than \(limit) deep. No catalogue is")
    case .entity(let path, let name):
      LocalizedText(
        ru: "\(path): сущность XML «\(name)» вложенная, внешняя или слишком длинная. Уберите её",
        en: "\(path): the XML entity “\(name)” is nested, external or too long. Take it out")
    case .localAddress(let path, let iri):
      LocalizedText(
        ru: "\(path): адрес \(iri) ведёт в этот компьютер. Такие файлы не принимаются",
        en: "\(path): the address \(iri) leads into this machine. Such files are not taken")
    case .remoteContext(let path, let iri):
      LocalizedText(
        ru: "\(path): контекст \(iri) пришлось бы загрузить из сети. Впишите его в файл",
        en: "\(path): the context \(iri) would have to be fetched. Write it into the file")
    case .malformed(let path, let line, let problem):
      LocalizedText(
        ru: "\(path)\(line > 0 ? ", строка \(line)" : ""): ошибка записи: \(problem)",
        en: "\(path)\(line > 0 ? ", line \(line)" : ""): malformed: \(problem)")
    case .unknownForm(let path):
      LocalizedText(
        ru: "\(path): ни RDF/XML, ни Turtle, ни JSON. Назовите файл по его виду: .rdf, .ttl, "
          + ".jsonld, .json5",
        en: "\(path): neither RDF/XML, Turtle nor JSON. Name the file by its form: .rdf, .ttl, "
          + ".jsonld, .json5")
    case .noLibrary:
      LocalizedText(
        ru: "нет библиотеки libraptor2. Установите пакет libraptor2-0",
        en: "there is no libraptor2. Install the package libraptor2-0")
    }
  }
}
