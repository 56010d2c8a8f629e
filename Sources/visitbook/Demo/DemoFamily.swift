internal import VisitModel

/// One invented family: who they are, and what stays the same from visit to visit.
struct DemoFamily {
  let id: FamilyID
  /// The number the whole scheme follows from.
  let seed: UInt64
  let story: FamilyStory
  /// The family as it is now.
  let family: Family
  /// The day a child was born who was expected when the family was referred.
  let birth: Day?
  let needs: [NeedID]
  let firstNames: FirstNames
  /// The usual journey.
  let travel: Minutes
  let miles: Miles
  /// The usual time of day.
  let start: TimeOfDay?

  init(_ story: FamilyStory, in request: DemoRequest, words: DemoWords, lists: SchemeLists) {
    var random = SeededRandom(seed: request.seed, purpose: 2, UInt64(story.index))
    self.story = story
    seed = request.seed
    id = FamilyID(rawValue: SeededRandom.mixed(request.seed &+ SeededRandom.mixed(UInt64(story.index + 1))))
    let surname = DemoFamily.surname(story.index, words)
    let (people, birth) = DemoFamily.people(surname, story, request.today, words, &random)
    self.birth = birth
    let number = random.number(in: 100...899)
    family = Family(
      number: story.number, name: surname, people: people,
      address: random.pick(words["streets"]).map { "\(random.number(in: 1...140)) \($0)" },
      postcode: DemoFamily.postcode(&random), area: random.pick(words["areas"]),
      phones: [
        Phone(
          number: "07700 900\(number)",
          safe: Set(random.pick(random.number(in: 1...3), of: SafeContact.allCases)))
      ],
      languages: random.happens(30) ? random.pick(1, of: words["languages"]) : [],
      risks: random.happens(15) ? random.pick(words["risks"]) : nil,
      access: random.happens(25) ? random.pick(words["access"]) : nil,
      circumstances: random.pick(random.number(in: 0...2), of: lists.circumstances.map(\.id)))
    needs = random.pick(random.number(in: 3...5), of: lists.needs.map(\.id))
    let carer = people.first { $0.isMainCarer }?.shortName ?? surname
    let youngest = people.last { $0.role == .child && !$0.birth.isUnborn(on: request.today) }
    firstNames = FirstNames(carer: carer, child: youngest?.shortName)
    travel = Minutes(random.number(in: 2...7) * 5)
    miles = Miles(tenths: random.number(in: 8...96))
    start = TimeOfDay(minutesAfterMidnight: 540 + 30 * random.number(in: 0...13))
  }

  /// The family as it was when it was referred: a child born since was still expected.
  var atReferral: Family {
    guard let birth else { return family }
    var earlier = family
    for place in earlier.people.indices where earlier.people[place].birth == .born(birth) {
      earlier.people[place].birth = .due(birth.advanced(by: 3))
    }
    return earlier
  }

  /// The names come in the order of the list, so that the first families are never namesakes.
  private static func surname(_ index: Int, _ words: DemoWords) -> String {
    let names = words["surnames"]
    guard !names.isEmpty else { return "Family \(index + 1)" }
    let round = index / names.count
    let name = names[index % names.count]
    return round == 0 ? name : "\(name)-\(names[(index * 7 + round) % names.count])"
  }

  private static func people(
    _ surname: String, _ story: FamilyStory, _ today: Day, _ words: DemoWords, _ random: inout SeededRandom
  ) -> ([Person], birth: Day?) {
    var people: [Person] = []
    func add(_ role: PersonRole, _ name: String?, _ birth: Birth, livesHere: Bool = true) {
      people.append(
        Person(
          number: PersonNumber(people.count + 1), role: role, name: "\(name ?? surname) \(surname)",
          isMainCarer: people.isEmpty, livesHere: livesHere, birth: birth))
    }
    if random.happens(6) {
      add(.grandparent, random.pick(words["grandparents"]), .born(today.advanced(by: -20_400)))
    } else {
      add(
        .mother, random.pick(words["mothers"]), .born(today.advanced(by: -random.number(in: 6_700...13_500))))
    }
    if people[0].role == .mother, random.happens(55) {
      add(.partner, random.pick(words["fathers"]), .unknown, livesHere: random.happens(75))
    }
    var children = random.pick(4, of: words["children"])
    for _ in 0..<random.number(in: 0...2) {
      let born = today.advanced(by: -random.number(in: 1_000...3_400))
      add(.child, children.popLast(), .born(born))
    }
    if people[0].role == .mother, random.happens(14) {
      let due = today.advanced(by: random.number(in: 12...150))
      people.append(
        Person(
          number: PersonNumber(people.count + 1), role: .child, name: "Baby \(surname)", birth: .due(due)))
      return (people, nil)
    }
    let born = today.advanced(by: -random.number(in: 20...960))
    add(.child, children.popLast(), .born(born))
    return (people, born > story.referred ? born : nil)
  }

  /// A postcode that cannot be anybody's: its last part uses letters that no postcode has there.
  private static func postcode(_ random: inout SeededRandom) -> String {
    let never = ["C", "I", "K", "M", "O", "V"]
    let letters = (0..<2).map { _ in random.pick(never) ?? "C" }.joined()
    return "GU\(random.number(in: 11...14)) \(random.number(in: 1...9))\(letters)"
  }
}
