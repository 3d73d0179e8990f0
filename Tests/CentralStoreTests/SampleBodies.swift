import Domain

/// Bodies of operations as desks write them.
enum Sample {
  static func card(
    _ id: Identifier<Citizen>, surname: String = "Иванова", phone: String? = "79991234567"
  ) -> String {
    let phone = phone.map { #","phone":"\#($0)""# } ?? ""
    return """
      {"audience":"person","given_name":"Мария","id":"\(id)","patronymic":""\(phone),\
      "surname":"\(surname)","version":1}
      """
  }

  static func change(_ id: Identifier<Citizen>, seen: String, set: String) -> String {
    #"{"id":"\#(id)","seen":\#(seen),"set":\#(set),"version":2}"#
  }

  static func visit(
    _ id: Identifier<Visit>, of citizen: Identifier<Citizen>? = nil, note: String = ""
  ) -> String {
    let citizen = citizen.map { "\"\($0)\"" } ?? "null"
    return """
      {"case":null,"channel":"counter","citizen":\(citizen),"ended":"2026-11-24T09:15:00.123Z",\
      "event_date":null,"id":"\(id)","note":"\(note)",\
      "services":[{"id":"birth-certificate","outcome":"accepted"}],"situation":"birth-of-child",\
      "started":"2026-11-24T09:05:00.123Z","ticket":null}
      """
  }

  static func feedback(_ id: Feedback.ID, text: String = "Пошлина другая") -> String {
    """
    {"catalogue":"release 3","id":"\(id)","kind":"wrong_entry","seen":"Паспорт\\n300 руб.",\
    "service":"passport","situation":null,"text":"\(text)"}
    """
  }

  static func answer(
    _ id: FeedbackAnswer.ID, to feedback: Feedback.ID, text: String = "Исправим"
  ) -> String {
    #"{"answer":"\#(id)","id":"\#(feedback)","text":"\#(text)"}"#
  }

  static func strength(
    _ id: UUIDv7, about employee: Employee.ID, given: Int = 5, best: Int = 4
  ) -> String {
    """
    {"about":"\(employee)","best":\(best),"day":"2026-11-24","given":\(given),"id":"\(id)",\
    "situation":"birth-of-child"}
    """
  }

  static func rating(_ id: UUIDv7, score: Int = 5) -> String {
    """
    {"criteria":["empathy"],"day":"2026-11-24","id":"\(id)","result":"given","score":\(score),\
    "situation":"birth-of-child","too_fast":false}
    """
  }
}
