/// The scores a family gave with something else, a review or the end of support: of its needs and of its goals, as typed.
public struct TypedScores: Hashable, Sendable {
  /// Who gave them; the main carer where it is empty.
  public var person: String
  /// The scores of the needs, one a question of the coping check-in, with commas; empty where none were given.
  public var needs: String
  /// The scores of the goals, one a goal of the plan, with commas; empty where none were given.
  public var goals: String

  /// Scores as typed.
  public init(person: String = "", needs: String = "", goals: String = "") {
    self.person = person
    self.needs = needs
    self.goals = goals
  }

  /// Whether none were given.
  public var isEmpty: Bool { trimmedText(needs).isEmpty && trimmedText(goals).isEmpty }
}

/// Records the scores that a family gave with something else, as the check-ins they are.
struct RecordScores {
  let family: FamilyID
  let typed: TypedScores
  /// The check-ins that needs and goals are scored with.
  let scales: FamilyScales
  let point: CheckInPoint
  /// The day, as typed.
  let day: String

  /// The facts to record; what is wrong is noted with the rest of what was typed, and nothing twice.
  func facts(in caseload: Caseload, as role: Role, today: Day, _ checking: inout Checking) -> [Fact] {
    guard let file = caseload.families[family] else { return [] }
    let person = trimmedText(typed.person)
    var facts: [Fact] = []
    for (field, scale, answers) in [
      (Field.answers, scales.coping, typed.needs), (.goalAnswers, scales.goals, typed.goals),
    ] where !trimmedText(answers).isEmpty {
      guard let scale else { continue }
      let scores = TypedCheckIn(
        person: person.isEmpty ? file.family.mainCarer?.number.description ?? "" : person,
        answers: answers.split(separator: ",", omittingEmptySubsequences: false).map(String.init),
        mode: CheckInMode.helped.rawValue, point: point.rawValue, day: day)
      do throws(Refusal) {
        let on = Day(typed: day, today: today, leaning: .behind) ?? today
        facts += try RecordCheckIn(
          family: family, instrument: scale.asked(of: file, on: on), typed: scores, allowingEarly: true
        ).facts(in: caseload, as: role, today: today)
      } catch {
        for problem in error.problems {
          let place = problem.field == .answers ? field : problem.field
          if !checking.problems.contains(Problem(field: place, fault: problem.fault)) {
            checking.fail(place, problem.fault)
          }
        }
      }
    }
    return facts
  }
}

/// The project's own check-ins that a family is scored with over and over: its needs and its goals.
public struct FamilyScales: Hashable, Sendable {
  /// How the family copes with each need.
  public let coping: Instrument?
  /// How near it is to each goal.
  public let goals: Instrument?

  /// The scales; one that is missing cannot be scored with.
  public init(coping: Instrument?, goals: Instrument?) {
    self.coping = coping
    self.goals = goals
  }
}

extension FamilyFile {
  /// At which point of support a check-in with an instrument most likely is: the first of an episode at its start, once
  /// the ending is planned at its end, else at a review.
  public func usualPoint(of instrument: InstrumentID) -> CheckInPoint {
    guard let episode else { return .start }
    switch episode.state.stage {
    case .endingPlanned, .ended: return .ending
    default: return checkIns(in: episode.number, with: instrument).isEmpty ? .start : .review
    }
  }

  /// The check-ins with an instrument that stand and belong to an episode, by their day.
  public func checkIns(in episode: EpisodeNumber, with instrument: InstrumentID) -> [CheckIn] {
    standingCheckIns.compactMap(\.current).filter { checkIn in
      checkIn.instrument == instrument
        && (episodes.last { $0.began <= checkIn.day } ?? episodes.first)?.number == episode
    }
  }
}
