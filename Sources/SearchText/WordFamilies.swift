// Words that mean nearly the same at a centre's window. A stemmer knows that «квартиру» is «квартира»;
// that «скончалась» is about the same as «умер» it does not.

package enum WordFamilies {
  /// Beginnings of words related to `word`; its own among them. Empty for a word without a family.
  package static func beginnings(relatedTo word: Word) -> [Word] {
    var related: [Word] = []
    for family in families where family.contains(where: { $0.fits(word) }) {
      for member in family where !related.contains(member.beginning) {
        related.append(member.beginning)
      }
    }
    return related
  }

  private struct Member {
    var beginning: Word
    /// A short word that begins many unrelated ones is a member only by itself.
    var isWhole: Bool

    func fits(_ word: Word) -> Bool { isWhole ? word == beginning : word.hasPrefix(beginning) }
  }

  /// A member ending in «.» is a whole word.
  private static let families: [[Member]] = lines.map { line in
    line.split(separator: " ").map { text in
      Member(beginning: Word(String(text)), isWhole: text.last == ".")
    }
  }

  private static let lines = [
    "родил рожд рожал рожат рожае рожен роды. родов новорожд беремен роддом декрет",
    "ребен дет детей детям малыш младен новорожд сын сына сыну сынок дочь дочери дочк двойн близнец",
    "внук внуч бабушк дедушк",
    "умер умир смерт скончал погиб похорон погреб покойн кончин потерял",
    "мама. маму мамы мать. матер папа. папу отец. отца бабушк дедушк деда. родител родствен близк муж. "
      + "мужа. жена. жены. супруг брат. брата. сестр тетя. тети. дядя. дяди. тещ свекр",
    "муж. мужа. мужем. мужу. жена. жены. жену. женой. супруг вдов",
    "свадьб брак. брака. брачн женит женюс женил женимс замуж роспис расписат распис невест",
    "развод развел развест развож растор",
    "переех переезд переезж прописк прописат прописыв жительств новосел адрес",
    "выписат выписк выписыв снят снятьс",
    "потерял потеряна потеряли потеря утер утрат украл украд краж пропал пропаж посеял забыл "
      + "испорт порвал сгорел",
    "загран границ рубеж путешеств отпуск виза. визу турист шенген море. турци",
    "пенси старост пожил возраст стаж",
    "уволи уволен увольн сократ сокращ безработ потерял работ бирж",
    "инвалид мсэ. втэк группа. группу. группы. огранич",
    "квартир дом. дома. жиль жилищ недвижим комнат новостройк студи",
    "ипотек кредит",
    "купил купит покупк приобр куплен покупа",
    "продал продат продаж",
    "бизнес ип. предприним самозанят фирм ооо. компани дело.",
    "пособи выплат денег деньг матпомощ компенсац субсид поддержк",
    "права. водительск вод",
    "льгот скидк",
    "лекарств санатор путевк",
    "садик. сад. садик детсад",
    "наследств наследник нотариус завещан",
    "фамили имени имя. переимен",
    "машин автомоб авто. транспорт",
    "налог ндфл вычет фнс.",
    "многодет трое. третий третьего",
    "медполис полис омс.",
    "вернуть возврат",
    "хозяин собственник владел",
  ]
}
