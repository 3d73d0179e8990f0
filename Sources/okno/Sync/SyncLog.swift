// Lines for a service's log: what has changed, without anybody's data.

internal import Domain

struct SyncLog {
  let language: Language
  private var last: String?

  init(language: Language) { self.language = language }

  /// A line where the state is another one than before; counts alone make no line.
  mutating func line(for status: SyncStatus) -> String? {
    // Each attempt of many that fail is no news.
    if status.link == .connecting, status.trouble != nil { return nil }
    let line = text(status)
    guard line != last else { return nil }
    last = line
    return line
  }

  private func text(_ status: SyncStatus) -> String {
    var parts = [link(status.link)]
    if status.fill != nil {
      parts.append(
        status.synced == nil
          ? words("первая загрузка", "first fill") : words("загрузка", "filling"))
    }
    if let trouble = status.trouble { parts.append(self.trouble(trouble)) }
    if status.refused > 0 {
      parts.append(words("не принято: \(status.refused)", "refused: \(status.refused)"))
    }
    return parts.joined(separator: "; ")
  }

  private func link(_ link: SyncStatus.Link) -> String {
    switch link {
    case .alone: words("без центра", "without a central store")
    case .elsewhere:
      words("связь держит другая программа", "another program keeps the link")
    case .waiting: words("нет связи, попробую ещё", "no link, trying again")
    case .connecting: words("соединяюсь", "connecting")
    case .linked: words("связь есть", "linked")
    case .stopped(let stop): words("остановлено: ", "stopped: ") + self.stop(stop)
    }
  }

  private func stop(_ stop: SyncStatus.Stop) -> String {
    switch stop {
    case .credentials: words("имя или пароль не приняты", "name or password refused")
    case .certificate: words("не тот сертификат сервера", "not the promised certificate")
    case .revoked: words("доступ отозван", "access revoked")
    case .version: words("версии не подходят", "the versions do not fit")
    case .protocolFault: words("непонятный ответ сервера", "the server's answer makes no sense")
    }
  }

  func trouble(_ trouble: SyncStatus.Trouble) -> String {
    switch trouble {
    case .unreachable: words("сервер не отвечает", "no answer")
    case .busy: words("сервер просит подождать", "the server asks to wait")
    case .localStore: words("данные окна не записываются", "the desk's data cannot be written")
    case .forked: words("работает копия этого окна", "a copy of this desk is at work")
    case .clock: words("часы окна расходятся с сервером", "the desk's clock is off")
    case .release: words("справочник с неверной подписью", "a catalogue with a wrong signature")
    case .rows: words("есть строки, которые не прочесть", "rows that cannot be read")
    }
  }

  private func words(_ ru: String, _ en: String) -> String {
    LocalizedText(ru: ru, en: en)(language)
  }
}
