internal import VisitModel

/// What happens to an invented family besides visits and check-ins: how it was referred, what was found and agreed,
/// how it was reviewed. Its steps follow from the family's story alone.
struct DemoPathway {
  let family: DemoFamily
  let request: DemoRequest
  let words: DemoWords
  let lists: SchemeLists
  /// The version of the goals check-in; nil where the program ships none.
  let goalsVersion: InstrumentVersion?
  /// Whether the family came back after its support had ended.
  var isReturned = false
  /// Under which identity and number it was entered a second time, where it was.
  var twin: (id: FamilyID, number: FamilyNumber)?
  /// The identity of the record that a step begins, by the step's place.
  let record: (Int) -> RecordID

  /// One step: when it is written, and what it says. A step is told only when its entry is made.
  struct Step {
    let day: Day
    /// Minutes after midnight.
    let minute: Int
    let fact: () -> Fact?
  }

  /// The steps, in an order that gives each its identity.
  var steps: [Step] {
    let told = [referral] + services + assessment + plan + consents + events + healthReviews + concern
    return told + goalScores + outings + comingBack + enteredTwice
  }

  /// The place of the step that makes the plan.
  var placeOfPlan: Int { 1 + services.count + assessment.count }

  /// A source of chance of its own for every kind of step, so that adding one changes no other.
  func chance(_ purpose: UInt64, _ place: Int = 0) -> SeededRandom {
    SeededRandom(
      seed: request.seed, purpose: 20 + purpose, UInt64(family.story.index), UInt64(place))
  }

  func line(_ heading: String, _ random: inout SeededRandom) -> String {
    words.line(heading, family.firstNames, &random) ?? ""
  }

  // MARK: How the family came

  private var referral: Step {
    Step(day: family.story.referred, minute: 9 * 60 + 31) {
      var random = chance(0)
      let sender = DemoReferrer(random.pick(words["referrers"]) ?? "")
      let isOwn = random.happens(14)
      let isAccepted = family.story.moves.contains { $0.state.stage == .accepted }
      return .assessment(
        family.id,
        .referralRecorded(
          Referral(
            episode: EpisodeNumber(1), received: family.story.referred,
            source: ReferralSourceID(rawValue: isOwn ? "self" : sender.source),
            referrer: isOwn ? Referrer() : sender.referrer, reasons: line("reasons", &random),
            needs: random.pick(random.number(in: 1...3), of: family.needs),
            noticed: isOwn ? "" : line("noticed", &random),
            agreement: isOwn
              ? .selfReferral
              : isAccepted || random.happens(50)
                ? random.happens(70)
                  ? .signed(family.story.referred.advanced(by: -1)) : .declared(by: sender.name) : nil)))
    }
  }
}

/// Somebody who refers families, from a line `name, what they are, where they work, telephone`.
private struct DemoReferrer {
  let name: String
  let source: String
  let referrer: Referrer

  init(_ line: String) {
    let parts = line.split(separator: ",").map { String($0.drop { $0 == " " }) }
    name = parts.first ?? ""
    let trade = parts.count > 1 ? parts[1] : ""
    referrer = Referrer(
      name: name, agency: parts.count > 2 ? parts[2] : nil, phone: parts.count > 3 ? parts[3] : nil)
    source =
      switch trade {
      case "health visitor": "health_visitor"
      case "midwife": "midwife"
      case "GP": "doctor"
      case "family support worker": "family_hub"
      case "nursery manager": "nursery"
      case "social worker": "social_care"
      default: "mental_health"
      }
  }
}
