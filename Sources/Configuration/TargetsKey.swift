internal import Domain
internal import JSON5

extension ConfigurationKey {
  static let targets = ConfigurationKey(
    name: "targets",
    meaning: LocalizedText(
      ru: "с чем сравнивать удовлетворённость: базовый год и доля не лучших оценок в нём",
      en:
        "what satisfaction is compared with: the baseline year and its share of ratings that were "
        + "not the best"),
    allowed: LocalizedText(
      ru:
        "{ baseline_year: 2024, baseline_not_best: 0.2 }: год от 2000 до 2030, доля больше 0 и не "
        + "больше 1",
      en:
        "{ baseline_year: 2024, baseline_not_best: 0.2 }: a year of 2000 to 2030, a share above 0 and "
        + "at most 1"),
    standard: "null",
    read: { value, configuration in
      if case .null = value {
        configuration.baseline = nil
        return true
      }
      guard case .object(let members) = value, let baseline = baseline(members) else {
        return false
      }
      configuration.baseline = baseline
      return true
    })

  private static func baseline(_ members: [JSON5Member]) -> TargetFigures.Baseline? {
    func number(_ key: String) -> String? {
      let found = members.filter { $0.key == key }
      guard found.count == 1, case .number(let text) = found[0].value.content else { return nil }
      return text
    }
    guard members.count == 2, let year = number("baseline_year").flatMap({ Int($0) }),
      let share = number("baseline_not_best").flatMap({ Double($0) }),
      (2000...TargetFigures.year).contains(year), share > 0, share <= 1
    else { return nil }
    return TargetFigures.Baseline(year: year, notBest: share)
  }
}
