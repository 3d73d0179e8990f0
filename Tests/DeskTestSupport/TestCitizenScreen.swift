// A robot at the citizen's own screen: the real update and view, a clock that moves by hand.

package import Canvas
package import DeskCore
internal import DeskScreens
package import Domain
internal import QRCode
package import Testing

package final class TestCitizenScreen {
  package static let token = RatingToken(random: (1, 2))
  package static let later = RatingToken(random: (3, 4))
  package static let form = RatingAddress("https://example.org/rate?t={token}")

  package private(set) var state: CitizenScreenState
  /// What was asked of the outside, but for the answers.
  package private(set) var effects: [CitizenScreenEffect] = []
  package private(set) var answers: [CitizenAnswer] = []
  private var now = Sample.now

  package init(
    size: Size = Sample.size, languages: [Language] = [.ru, .en], code: String? = nil,
    window: String = "Окно 5", form: RatingAddress? = nil,
    offersCall: Bool = false, takesWords: Bool = false
  ) {
    let view = CitizenView(centre: Sample.settings.centreName, window: window)
    state = CitizenScreenState(
      size: size, clock: Clock(now: now, offset: .moscow), languages: languages, timeout: 60,
      code: code, form: form, offersCall: offersCall, takesWords: takesWords, view: view)
  }

  @discardableResult
  package func press(_ keys: Key...) -> Self {
    for key in keys { receive(.key(key)) }
    return self
  }

  @discardableResult
  package func type(_ text: String) -> Self {
    for character in text { receive(.key(.character(character))) }
    return self
  }

  @discardableResult
  package func resize(columns: Int, rows: Int) -> Self {
    receive(.resized(Size(columns: columns, rows: rows)))
  }

  @discardableResult
  package func receive(_ event: CitizenScreenEvent) -> Self {
    for effect in update(&state, event, Facts(now: now, offset: .moscow)) {
      switch effect {
      case .give(let answer): answers.append(answer)
      case .makeCode(let text): receive(.codeMade(QRCode.symbols(of: [text])?.first))
      default: effects.append(effect)
      }
    }
    return self
  }

  @discardableResult
  package func told(_ stage: CitizenView.Stage) -> Self {
    var view = state.view
    view.stage = stage
    return receive(.told(view))
  }

  /// The desk asks, with a word for later.
  @discardableResult
  package func asking() -> Self {
    var view = state.view
    (view.stage, view.later) = (.asking(Self.token), Self.later)
    return receive(.told(view))
  }

  /// Moves the clock, with a tick at each moment that the screen waits for.
  @discardableResult
  package func advance(seconds: Int64) -> Self {
    for _ in 0..<seconds {
      now = now + 1
      receive(.tick)
    }
    return self
  }

  package var isThanking: Bool { if case .thanks = state.stage { true } else { false } }

  package func frame(_ profile: ScreenProfile = .truecolor) -> Frame {
    view(state, theme: profile.theme)
  }

  package func shows(_ text: String) -> Bool {
    ScreenText.plain(frame()).contains { $0.contains(text) }
  }

  package func expectScreen(
    named name: String, profile: ScreenProfile = .truecolor,
    at location: SourceLocation = #_sourceLocation
  ) {
    expectFrame(frame(profile), named: name, profile: profile, at: location)
  }
}
