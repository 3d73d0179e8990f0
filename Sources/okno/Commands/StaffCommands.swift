internal import DeskScreens
internal import Domain
internal import LocalStore

private let role = OptionSpec(
  "role", .choice(Employee.Role.allCases.map(\.rawValue)), isRequired: true, isRepeated: true,
  ru: "роль; можно несколько", en: "a role; there may be several")
private let pinFile = OptionSpec(
  "pin-file", .file, ru: "файл с новым PIN, доступный только владельцу",
  en: "a file with the new PIN, for its owner alone")
private let account = OperandSpec(
  .text, ru: "имя или номер учётной записи", en: "the account's name or id")
private let accountShape = #"{"id","name","roles","disabled"}"#

extension CommandSpec {
  static let staffAdd = CommandSpec(
    path: ["staff", "add"],
    access: .needs(.manageStaff),
    summary: LocalizedText(ru: "завести учётную запись", en: "add an account"),
    details: [
      LocalizedText(
        ru:
          "Первой заводится запись администратора, для неё никого называть не нужно; с этого часа "
          + "у окна спрашивают имя и PIN. PIN набирают за терминалом, он подаётся строкой на вход "
          + "(после PIN того, кто назван в --as) или лежит в файле, и никогда не пишется в команде.",
        en:
          "The first account is an administrator's, and nobody has to be named for it; from then on "
          + "the desk asks for name and PIN. A PIN is typed at a terminal, is a line of standard input "
          + "(after the PIN of whoever is named by --as) or is in a file; it is never on the command "
          + "line.")
    ],
    operands: [
      OperandSpec(
        .text, ru: "как сотрудника зовут на экране: «Смирнова А. В.»",
        en: "what the employee is called on the screen")
    ],
    options: [role, pinFile],
    shape: accountShape,
    examples: [
      "okno staff add Смирнова --role administrator --role supervisor",
      "okno staff add Орлов --role clerk --as Смирнова",
    ],
    run: { session in
      let pin = try PINInput(session).new(file: session.invocation.value(pinFile))
      let store = try session.openForWriting()
      defer { store.close() }
      let stamp = session.stamp(store)
      var ids = session.newIDs()
      let employee = Employee(
        id: ids.makeID(at: stamp.now), name: session.invocation.operand(0), roles: roles(session))
      try store.addEmployee(employee, pin: pin, stamp)
      return reply(employee, session)
    })

  static let staffList = CommandSpec(
    path: ["staff", "list"],
    access: .needs(.resetPIN),
    summary: LocalizedText(ru: "учётные записи центра", en: "the accounts of the centre"),
    shape: "[\(accountShape)]",
    examples: ["okno staff list --as Смирнова"],
    run: { session in
      let store = try session.openForReading()
      defer { store.close() }
      let employees = try store.staff().employees
      return Reply(
        json: .array(employees, JSONValue.employee), text: table(employees, session))
    })

  static let staffDisable = CommandSpec(
    path: ["staff", "disable"],
    access: .needs(.manageStaff),
    summary: LocalizedText(
      ru: "закрыть учётную запись; сделанное остаётся", en: "close an account; its work stays"),
    operands: [account],
    shape: accountShape,
    examples: ["okno staff disable Орлов --as Смирнова"],
    run: { session in try change(session) { .disable } })

  static let staffEnable = CommandSpec(
    path: ["staff", "enable"],
    access: .needs(.manageStaff),
    summary: LocalizedText(ru: "открыть закрытую учётную запись", en: "open a closed account"),
    operands: [account],
    shape: accountShape,
    examples: ["okno staff enable Орлов --as Смирнова"],
    run: { session in try change(session) { .enable } })

  static let staffRoles = CommandSpec(
    path: ["staff", "roles"],
    access: .needs(.manageStaff),
    summary: LocalizedText(ru: "дать другие роли", en: "give other roles"),
    operands: [account],
    options: [role],
    shape: accountShape,
    examples: [
      "okno staff roles Орлов --role clerk --role trainer --as Смирнова"
    ],
    run: { session in try change(session) { .roles(roles(session)) } })

  static let staffResetPIN = CommandSpec(
    path: ["staff", "reset-pin"],
    access: .needs(.resetPIN),
    summary: LocalizedText(
      ru: "дать новый PIN тому, кто забыл свой или заблокирован",
      en: "give a new PIN to somebody who forgot theirs or is locked out"),
    details: [
      LocalizedText(
        ru: "Руководитель может это для сотрудников и наставников, администратор — для всех.",
        en: "A supervisor may do so for clerks and trainers, an administrator for everybody.")
    ],
    operands: [account],
    options: [pinFile],
    shape: accountShape,
    examples: ["okno staff reset-pin Орлов --as Смирнова"],
    run: { session in
      try change(session) {
        .pin(try PINInput(session).new(file: session.invocation.value(pinFile)))
      }
    })
}

private func roles(_ session: Session) -> Set<Employee.Role> {
  Set(session.invocation.all(role).compactMap(Employee.Role.init(rawValue:)))
}

private func change(_ session: Session, _ wanted: () throws -> EmployeeChange) throws -> Reply {
  let store = try session.openForWriting()
  defer { store.close() }
  let employee = try store.staff().employee(session.invocation.operand(0))
  return reply(try store.changeEmployee(employee.id, try wanted(), session.stamp(store)), session)
}

private func reply(_ employee: Employee, _ session: Session) -> Reply {
  Reply(json: .employee(employee), text: table([employee], session))
}

private func table(_ employees: [Employee], _ session: Session) -> String {
  guard !employees.isEmpty else {
    return session.words(
      "учётных записей нет. Первая: okno staff add ИМЯ --role administrator",
      "there are no accounts. The first one: okno staff add NAME --role administrator")
  }
  return TextTable.text(
    employees.map { employee in
      let roles = Employee.Role.allCases.filter(employee.roles.contains)
      return [
        employee.name, roles.map(session.phrases.staff.role).joined(separator: ", "),
        employee.isDisabled ? session.words("закрыта", "closed") : "", "\(employee.id)",
      ]
    })
}

extension JSONValue {
  static func employee(_ employee: Employee) -> JSONValue {
    [
      "id": .string("\(employee.id)"), "name": .string(employee.name),
      "roles": .array(Employee.Role.allCases.filter(employee.roles.contains)) {
        .string($0.rawValue)
      },
      "disabled": .bool(employee.isDisabled),
    ]
  }
}
