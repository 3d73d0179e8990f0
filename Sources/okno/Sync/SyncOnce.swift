// One whole cycle, and why there was none.

internal import Domain
internal import SyncRuntime

/// `okno sync --once`: ends with the first cycle that is complete, or with what stands in its way.
struct SyncOnce {
  private enum Outcome {
    case done(SyncTally)
    case failed(Failure)
  }

  /// What was sent and received, and what is worth knowing beside it.
  func run(_ link: SyncSession) throws(Failure) -> (tally: SyncTally, trouble: SyncStatus.Trouble?)
  {
    let signal = SyncSignal()
    // A person or a timer wants it now: no start slot, and no pause left by another run.
    signal.ask()
    var outcome: Outcome?
    var trouble: SyncStatus.Trouble?
    let end = link.run(signal, takesTurns: false) { report in
      if case .status(let status) = report, let told = status.trouble { trouble = told }
      guard outcome == nil, let found = Self.outcome(of: report) else { return }
      outcome = found
      signal.stop()
    }
    switch end {
    case .elsewhere: throw .syncElsewhere
    case .store(let error): throw Failure(error)
    case .stopped: break
    }
    switch outcome {
    case .done(let tally): return (tally, trouble)
    case .failed(let failure): throw failure
    case nil: throw .internal("sync ended without a reason")
    }
  }

  private static func outcome(of report: SyncReport) -> Outcome? {
    switch report {
    case .cycleDone(let tally): .done(tally)
    case .status(let status): Failure(status).map(Outcome.failed)
    case .catalogue, .called, .ended: nil
    }
  }
}

extension Failure {
  static let syncElsewhere = Failure(
    .tryAgain, code: "sync_elsewhere",
    ru: "связь с центром сейчас держит другая программа этого окна: открытое окно или служба. "
      + "Делать ничего не нужно",
    en:
      "another program of this desk keeps the link just now: the open desk or a service. There is "
      + "nothing to do")

  /// What stands in the way of a cycle; `nil` while it goes on.
  init?(_ status: SyncStatus) {
    switch status.link {
    case .stopped(let stop): self.init(stop)
    case .waiting:
      guard let trouble = status.trouble, let failure = Failure(trouble) else { return nil }
      self = failure
    case .linked:
      // It may be so for long, as with a full disk.
      guard status.trouble == .busy, let failure = Failure(.busy) else { return nil }
      self = failure
    case .alone, .elsewhere, .connecting: return nil
    }
  }

  private init?(_ trouble: SyncStatus.Trouble) {
    switch trouble {
    case .unreachable:
      self.init(
        .unreachable, code: "unreachable",
        ru:
          "центральное хранилище не отвечает. Данные окна целы и ждут; проверьте сеть и повторите",
        en:
          "the central store does not answer. The desk's data are safe and wait; check the network "
          + "and try again")
    case .busy:
      self.init(
        .tryAgain, code: "busy",
        ru: "центральное хранилище занято и просит подождать. Повторите позже",
        en: "the central store is busy and asks to wait. Try again later")
    case .localStore:
      self.init(
        .inputOutput, code: "local_store",
        ru: "не удалось записать данные на этом окне: нет места, или файл занят. Проверьте: "
          + "okno doctor",
        en: "the data of this desk cannot be written: no room, or the file is in use. Look: "
          + "okno doctor")
    default: return nil
    }
  }

  private init(_ stop: SyncStatus.Stop) {
    switch stop {
    case .credentials:
      self.init(
        .notPermitted, code: "credentials",
        ru: "центральное хранилище не приняло имя или пароль окна. Выдайте доступ заново: "
          + "okno central enrol",
        en: "the central store refused the desk's name or password. Make the credentials anew: "
          + "okno central enrol")
    case .revoked:
      self.init(
        .notPermitted, code: "revoked",
        ru: "доступ этого окна к центральному хранилищу отозван. Обратитесь к администратору",
        en: "this desk's access to the central store was revoked. Ask the administrator")
    case .certificate:
      self.init(
        .configuration, code: "certificate",
        ru: "сертификат сервера не тот, что обещан: возможно, это чужой сервер. Проверьте адрес и "
          + "корневой сертификат (sslrootcert)",
        en: "the server's certificate is not the promised one: it may be somebody else's server. "
          + "Check the address and the root certificate (sslrootcert)")
    case .version:
      self.init(
        .configuration, code: "version",
        ru: "версии окна и центрального хранилища не подходят друг другу. Обновите ту, что старше",
        en: "the versions of the desk and of the central store do not fit. Update the older one")
    case .protocolFault:
      self.init(
        .badData, code: "protocol",
        ru: "ответ центрального хранилища непонятен. Данные окна целы; сообщите администратору",
        en: "the central store's answer makes no sense. The desk's data are safe; tell the "
          + "administrator")
    }
  }
}
