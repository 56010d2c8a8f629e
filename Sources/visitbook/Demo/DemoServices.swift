internal import VisitModel

/// The invented directory of services, and how an invented family uses them.
struct DemoServices {
  let services: [ServiceEntry]

  /// The services, a line each: organisation | name | kind | tier | ages | levels | how to refer.
  init(_ words: DemoWords) {
    services = words["services"].enumerated().compactMap { place, line in
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map {
        DemoServices.trimmed($0)
      }
      guard parts.count == 7 else { return nil }
      return ServiceEntry(
        number: ServiceNumber(place + 1), organisation: parts[0],
        name: parts[1].isEmpty ? parts[0] : parts[1],
        kind: ServiceKindID(rawValue: parts[2]), tier: ServiceTier(rawValue: parts[3]), ages: parts[4],
        phone: "01632 9602\(10 + place)", howToRefer: parts[6],
        levels: parts[5].split(separator: ",").compactMap { ProgrammeLevel(typed: $0) })
    }
  }

  /// How a family uses a service: its beginning, then its steps; nothing where it uses none.
  func use(of family: DemoFamily, in request: DemoRequest, words: DemoWords) -> (
    use: ServiceUse, steps: [ServiceStep]
  )? {
    guard family.story.index % 3 == 1, let since = family.story.supportedSince else { return nil }
    var random = SeededRandom(seed: request.seed, purpose: 62, UInt64(family.story.index))
    guard let service = random.pick(services) else { return nil }
    let begins = since.advanced(by: random.number(in: 10...60))
    guard begins < request.today else { return nil }
    let isReferred = service.tier != .universal
    let use = ServiceUse(
      service: service.number, begun: isReferred ? .referred : .signposted, day: begins,
      level: service.levels.isEmpty ? nil : random.pick(service.levels),
      infantWork: service.kind == .parentInfantTeam ? .therapeutic : nil)
    let ways: [[ServiceState]] =
      isReferred
      ? [
        [.accepted, .waiting, .attending, .completed], [.accepted, .attending, .completed], [.declined],
        [.waiting],
      ]
      : [[.attending, .completed], [.attending], [.attending, .droppedOut], [.declined]]
    var day = begins
    var steps: [ServiceStep] = []
    for state in random.pick(ways) ?? [] {
      day = day.advanced(by: random.number(in: 7...45))
      guard day <= request.today else { break }
      let said = state == .completed ? words.line("service words", family.firstNames, &random) : nil
      steps.append(ServiceStep(state: state, day: day, words: said ?? ""))
    }
    return (use, steps)
  }

  private static func trimmed(_ text: Substring) -> String {
    text.split(separator: " ").joined(separator: " ")
  }
}

extension DemoPathway {
  /// How the family was pointed to a service, and what became of it.
  var services: [Step] {
    guard let (use, moves) = DemoServices(words).use(of: family, in: request, words: words) else { return [] }
    let id = family.id
    // The referral is the step before these.
    let record = record(1)
    return [Step(day: use.day, minute: 14 * 60) { .service(id, .began(use)) }]
      + moves.map { move in Step(day: move.day, minute: 14 * 60 + 10) { .service(id, .moved(record, move)) } }
  }
}
