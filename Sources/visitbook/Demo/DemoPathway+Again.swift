internal import VisitModel

/// The two families of an invented scheme of which more is told: one that came back, and one that was entered twice.
struct DemoTellings {
  /// The place of the family that came back after its support had ended.
  let returned: Int?
  /// The place of the family that was entered twice, until somebody saw it.
  let doubled: Int?

  /// Chosen so that nothing else of the scheme changes: whose support ended a while ago, and one that is visited.
  init(_ families: [DemoFamily], busiest: VolunteerNumber?, today: Day) {
    returned =
      families.first { $0.story.script == .ended && $0.story.last.distance(to: today) >= 45 }?.story.index
    doubled =
      families.first {
        $0.story.script == .steady && $0.story.volunteer != busiest
          && ($0.story.supportedSince?.distance(to: today) ?? 0) >= 40
      }?.story.index
  }
}

extension DemoPathway {
  // MARK: Back again

  /// How a family whose support had ended comes back: a second episode beside the first.
  var comingBack: [Step] {
    guard isReturned else { return [] }
    let (asked, again) = (request.today.advanced(by: -9), EpisodeNumber(2))
    func moved(to state: EpisodeState, after days: Int) -> Step {
      let day = asked.advanced(by: days)
      return Step(day: day, minute: 9 * 60 + 40) {
        .episodeMoved(family.id, EpisodeMove(episode: again, state: state, day: day))
      }
    }
    return [
      Step(day: asked, minute: 9 * 60 + 30) {
        .episodeOpened(family.id, EpisodeMove(episode: again, state: .referred, day: asked))
      },
      Step(day: asked, minute: 9 * 60 + 31) {
        var random = chance(50)
        return .assessment(
          family.id,
          .referralRecorded(
            Referral(
              episode: again, received: asked, source: ReferralSourceID(rawValue: "self"),
              reasons: line("again", &random), needs: random.pick(2, of: family.needs),
              agreement: .selfReferral)))
      },
      moved(to: .accepted, after: 3),
    ]
  }

  // MARK: Entered twice

  /// How the family was referred a second time under a name heard on the telephone, and how the two were made one.
  var enteredTwice: [Step] {
    guard let twin, let since = family.story.supportedSince,
      let carer = family.family.mainCarer, let child = family.family.people.last
    else { return [] }
    let day = since.advanced(by: 25)
    let first = EpisodeNumber(1)
    let people = [carer, child].enumerated().map { place, person in
      Person(
        number: PersonNumber(place + 1), role: person.role, name: person.name, isMainCarer: place == 0,
        livesHere: true, birth: person.birth)
    }
    let again = Family(
      number: twin.number, name: family.family.name, people: people, postcode: family.family.postcode,
      area: family.family.area)
    guard let refusal = Reason("Known already: entered twice"), let why = Reason("The same mother and child")
    else {
      return []
    }
    return [
      Step(day: day, minute: 9 * 60 + 30) { .familyAdded(twin.id, again) },
      Step(day: day, minute: 9 * 60 + 31) {
        .episodeOpened(twin.id, EpisodeMove(episode: first, state: .referred, day: day))
      },
      Step(day: day, minute: 9 * 60 + 32) {
        var random = chance(51)
        return .assessment(
          twin.id,
          .referralRecorded(
            Referral(
              episode: first, received: day, source: ReferralSourceID(rawValue: "health_visitor"),
              referrer: Referrer(name: "Health visiting duty desk"), reasons: line("reasons", &random),
              needs: random.pick(1, of: family.needs), agreement: .signed(day))))
      },
      Step(day: day.advanced(by: 2), minute: 10 * 60) {
        .episodeMoved(
          twin.id,
          EpisodeMove(
            episode: first, state: .refused(refusal), day: day.advanced(by: 2),
            refusal: RefusalID(rawValue: "supported_already")))
      },
      Step(day: day.advanced(by: 2), minute: 10 * 60 + 5) {
        .familyMerged(
          FamilyMerge(
            family: twin.id, into: family.id, day: day.advanced(by: 2),
            people: [PersonNumber(1): carer.number, PersonNumber(2): child.number],
            episodes: [first: EpisodeNumber(2)]), why)
      },
    ]
  }
}
