// Signing in and accounts.

package import DeskCore
package import Domain

package struct StaffPhrases: Sendable {
  package var role: @Sendable (Employee.Role) -> String
  /// In the header of a desk that works without accounts.
  package var noAccounts: String
  package var whoAreYou: String
  package var enterPIN: String
  package var listHint: String
  package var listAdvice: String
  package var pinAdvice: String
  package var nobody: String
  package var message: @Sendable (LockScreen.Message, Clock) -> String
  package var formTitle: @Sendable (AccountForm.Purpose) -> String
  package var formAdvice: @Sendable (AccountForm.Purpose) -> String
  package var field: @Sendable (AccountForm.Field) -> String
  package var fault: @Sendable (AccountForm.Fault) -> String
}

/// Whole seconds until then, at least one.
private func seconds(until end: Instant, _ clock: Clock) -> Int {
  Int(max(1, (end.milliseconds - clock.now.milliseconds + 999) / 1000))
}

extension StaffPhrases {
  package static let ru = StaffPhrases(
    role: {
      switch $0 {
      case .clerk: "сотрудник"
      case .supervisor: "руководитель"
      case .trainer: "наставник"
      case .administrator: "администратор"
      }
    },
    noAccounts: "без учётных записей",
    whoAreYou: "Кто у окна?",
    enterPIN: "Введите PIN",
    listHint: "начало имени или номер",
    listAdvice: "↑↓ выбрать · Enter дальше · F10 выйти",
    pinAdvice: "Enter войти · Esc другой сотрудник · F10 выйти",
    nobody: "Такого имени нет",
    message: { message, clock in
      switch message {
      case .wrong: "PIN не подошёл"
      case .wait(let end):
        "PIN не подошёл. Подождите \(russian(seconds(until: end, clock), "секунду", "секунды", "секунд"))"
      case .locked: "Слишком много неверных PIN. Новый даст руководитель или администратор"
      case .closed: "Учётная запись закрыта. Обратитесь к администратору"
      }
    },
    formTitle: {
      switch $0 {
      case .first: "Первая учётная запись: администратор"
      case .ownPIN: "Новый PIN"
      }
    },
    formAdvice: {
      switch $0 {
      case .first:
        "После этого окно спрашивает имя и PIN у каждого. Остальных заводит администратор: okno staff add. "
          + "Забыть единственный PIN нельзя: восстановить его некому."
      case .ownPIN: "Прежний PIN перестанет подходить на всех окнах центра."
      }
    },
    field: {
      switch $0 {
      case .name: "Фамилия И. О."
      case .old: "Прежний PIN"
      case .pin: "PIN, от 6 до 12 цифр"
      case .again: "PIN ещё раз"
      }
    },
    fault: {
      switch $0 {
      case .name: "Нужно имя"
      case .pin(.length): "Нужно от 6 до 12 цифр"
      case .pin(.weak): "Такой PIN угадают первым: возьмите другой"
      case .again: "Набрано по-разному"
      case .old: "Прежний PIN не подошёл"
      }
    })

  package static let en = StaffPhrases(
    role: {
      switch $0 {
      case .clerk: "clerk"
      case .supervisor: "supervisor"
      case .trainer: "trainer"
      case .administrator: "administrator"
      }
    },
    noAccounts: "no accounts",
    whoAreYou: "Who is at the window?",
    enterPIN: "Enter the PIN",
    listHint: "beginning of the name, or the number",
    listAdvice: "↑↓ choose · Enter goes on · F10 leaves",
    pinAdvice: "Enter signs in · Esc somebody else · F10 leaves",
    nobody: "There is no such name",
    message: { message, clock in
      switch message {
      case .wrong: "The PIN is wrong"
      case .wait(let end):
        "The PIN is wrong. Wait \(english(seconds(until: end, clock), "second", "seconds"))"
      case .locked: "Too many wrong PINs. A supervisor or an administrator gives a new one"
      case .closed: "The account is closed. Ask the administrator"
      }
    },
    formTitle: {
      switch $0 {
      case .first: "The first account: an administrator"
      case .ownPIN: "A new PIN"
      }
    },
    formAdvice: {
      switch $0 {
      case .first:
        "From then on the desk asks everybody for name and PIN. The administrator adds the others: "
          + "okno staff add. Do not forget the only PIN: nobody could give you another."
      case .ownPIN: "The old PIN will no longer do at any window of the centre."
      }
    },
    field: {
      switch $0 {
      case .name: "Name"
      case .old: "Old PIN"
      case .pin: "PIN, 6 to 12 digits"
      case .again: "PIN once more"
      }
    },
    fault: {
      switch $0 {
      case .name: "A name is needed"
      case .pin(.length): "6 to 12 digits are needed"
      case .pin(.weak): "Anybody would try this PIN first: take another"
      case .again: "The two differ"
      case .old: "The old PIN is wrong"
      }
    })
}
