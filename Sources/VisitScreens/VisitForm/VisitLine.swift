import Terminal
import VisitLibrary
import VisitModel

/// The line that says what was just recorded, and what to do about a worry.
enum VisitLine {
  /// "F-0042 Abbott: visit of Sun 22 Nov, 2h00, recorded as entry 1042 (7qk2m4rt)".
  static func recorded(_ kept: [KeptEntry], at desk: Desk) -> String {
    // A worry is raised in the same breath; the visit is what was recorded.
    guard let entry = kept.first else { return "" }
    switch entry.entry.fact {
    case .visitRecorded(let visit), .visitAmended(_, let visit):
      let name = desk.caseload.families[visit.family].map(desk.title) ?? ""
      let what =
        visit.outcome.contact.map { $0.minutes.text } ?? desk.words("outcome.\(visit.outcome.kind.wordKey)")
      return desk.words(
        "visit.recorded",
        ["family": name, "day": desk.long(visit.day), "what": what, "entry": entry.number.description])
    default: return desk.words("entry.recorded", ["entry": entry.number.description])
    }
  }

  /// The form that asks for what is missing of the concern that a worry became.
  static func completing(_ worries: [Fact], at desk: Desk) -> [Effect] {
    for case .concern(.raised(let concern)) in worries {
      return [
        .push(
          FormScreen.amendConcern(
            concern.id, explanation: desk.words("concern.complete.text"),
            reason: desk.words("concern.complete.reason"), at: desk))
      ]
    }
    return []
  }

  /// What to do when something was worrying: said once, until somebody has read it.
  static func worry(at desk: Desk) -> Question {
    Question(
      title: desk.words("worry.title"), text: desk.words("worry.text"), yes: { _ in [] },
      yesTitle: desk.words("worry.read"), yesKey: .character("y"), isNotice: true)
  }
}

extension VisitOutcomeKind {
  /// The outcome's name in the language file.
  var wordKey: String { rawValue.wordKey }
}

extension Channel {
  /// The channel's name in the language file.
  var wordKey: String { rawValue.wordKey }
}

extension EpisodeStage {
  /// The stage's name in the language file.
  var wordKey: String { rawValue.wordKey }
}

extension String {
  /// The words of a fixed list as a key: spaces left out.
  var wordKey: String { String(filter { $0 != " " }) }
}
