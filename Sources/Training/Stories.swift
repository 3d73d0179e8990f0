internal import Domain

/// What people say who are in no lesson's cast.
struct Story {
  var situation: LifeSituation.ID
  var words: LocalizedText
  /// What follows from the words, what matters most first; some who come want the first alone.
  var wants: [Service.ID]
  /// What they may have brought instead of what is needed.
  var wrongPaper: LocalizedText

  init(
    _ situation: LifeSituation.ID, _ wants: [Service.ID], _ ru: String, _ en: String,
    wrong: (String, String)
  ) {
    self.situation = situation
    self.wants = wants
    words = LocalizedText(ru: ru, en: en)
    wrongPaper = LocalizedText(ru: wrong.0, en: wrong.1)
  }

  static let all: [Story] = [
    Story(
      "birth-of-child", ["birth-registration", "newborn-snils"],
      "У нас родился сын. С чего начать?", "We have a son. Where do we begin?",
      wrong: ("вместо справки из роддома — выписка", "a discharge note instead of the birth record")
    ),
    Story(
      "birth-of-child", ["birth-registration", "birth-allowance"],
      "Дочке две недели, что нам положено?",
      "Our daughter is two weeks old, what are we entitled to?",
      wrong: ("паспорт второго родителя дома", "the other parent's passport is at home")),
    Story(
      "change-of-residence", ["residence-registration"], "Мы переехали, нужна прописка.",
      "We have moved and have to register.",
      wrong: ("копия договора без подписи", "an unsigned copy of the contract")),
    Story(
      "passport-by-age", ["passport-replacement"], "Исполнилось сорок пять, меняю паспорт.",
      "I am forty-five and have to change my passport.",
      wrong: ("фотография не того размера", "a photograph of the wrong size")),
    Story(
      "lost-documents", ["passport-lost", "credit-self-ban"], "Украли сумку, документов нет.",
      "My bag was stolen with all the papers.",
      wrong: ("нет талона из полиции", "no slip from the police")),
    Story(
      "marriage", ["passport-replacement", "snils-certificate"],
      "Поменяла фамилию, теперь всё переделывать?",
      "I have a new surname. Does everything change?",
      wrong: ("свидетельство о браке дома", "the marriage certificate is at home")),
    Story(
      "retirement", ["pension-account-statement"], "Через полгода пенсия, что собрать?",
      "I retire in half a year. What should I collect?",
      wrong: ("трудовая книжка у работодателя", "the work book is with the employer")),
    Story(
      "home-purchase", ["property-registration"], "Купили квартиру, хотим оформить.",
      "We have bought a flat.",
      wrong: ("один экземпляр договора", "one copy of the contract only")),
    Story(
      "housing-and-utilities", ["utilities-subsidy"], "Платежи за свет выросли, положена субсидия?",
      "The bills have grown. Is there a subsidy?",
      wrong: ("квитанции за прошлый год", "last year's bills")),
    Story(
      "job-loss", ["unemployment-registration", "unemployment-benefit"],
      "Сократили. Как встать на учёт?", "I was made redundant. How do I register?",
      wrong: ("без диплома", "no diploma")),
    Story(
      "foreign-travel", ["foreign-passport-new"], "Нужен загранпаспорт к лету.",
      "I need a travel passport by summer.",
      wrong: ("старый загранпаспорт потерян", "the old travel passport is lost")),
    Story(
      "driving-licence", ["driving-licence-replacement"], "Права кончаются через месяц.",
      "My licence runs out in a month.",
      wrong: ("медицинская справка просрочена", "the medical certificate has run out")),
    Story(
      "disability", ["disability-pension", "monthly-cash-payment"], "Мужу дали группу, что теперь?",
      "My husband has a disability now. What next?",
      wrong: ("нет доверенности", "no power of attorney")),
    Story(
      "low-income", ["unified-benefit", "regional-child-benefit"],
      "Не хватает на детей, какие есть пособия?",
      "There is not enough for the children. What benefits are there?",
      wrong: ("справка о доходах не за тот год", "the income statement is of another year")),
    Story(
      "kindergarten", ["kindergarten-enrolment"], "Записать в детский сад.",
      "To enrol a child in kindergarten.",
      wrong: ("нет документа о прописке", "no proof of residence")),
  ]
}
