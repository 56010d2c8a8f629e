internal import VisitModel

/// One invented volunteer: who they are, and what the office noted on their way to being ready and after it.
///
/// Most are ready; of the later ones some are still preparing, and here and there a check or a supervision is overdue.
struct DemoVolunteer {
  let number: Int
  let request: DemoRequest
  let words: DemoWords
  let lists: SchemeLists

  /// The day the volunteer was added.
  var added: Day {
    request.today.advanced(by: -request.years * 365 - 60).advanced(by: number <= 8 ? 0 : (number * 17) % 300)
  }

  /// The volunteer as they were added.
  var volunteer: Volunteer {
    var random = SeededRandom(seed: request.seed, purpose: 61, UInt64(number))
    let digits = 100 + (number * 37) % 800
    return Volunteer(
      number: VolunteerNumber(number), name: name, phone: "07700 900\(digits)",
      isActive: number < 6 || number % 13 != 0,
      areas: random.happens(70) ? random.pick(random.number(in: 1...3), of: words["areas"]) : [],
      languages: random.happens(25) ? random.pick(1, of: words["languages"]) : [],
      interests: random.pick(random.number(in: 0...2), of: words["interests"]),
      availability: random.pick(random.number(in: 1...3), of: lists.entries(AvailabilityID.self).map(\.id)),
      transport: random.pick(1, of: lists.entries(TransportID.self).map(\.id)),
      capacity: random.happens(40) ? random.number(in: 3...4) : nil)
  }

  /// The volunteer's name.
  var name: String {
    let names = words["volunteers"]
    let surnames = words["surnames"]
    return number <= names.count
      ? names[number - 1]
      : "\((names[(number * 5) % names.count].split(separator: " ").first).map(String.init) ?? "") "
        + surnames[(number * 11) % surnames.count]
  }

  /// What was noted, each with the day it was entered; nothing later than the last day of the book.
  var notes: [(day: Day, note: VolunteerNote)] {
    (preparation + references + checks + supervisions).filter { $0.day <= request.today }
  }

  private var isPreparing: Bool { number > 8 && number % 11 == 10 }

  private var preparation: [(day: Day, note: VolunteerNote)] {
    let sessions = words["preparation"].prefix(isPreparing ? 3 : 6)
    return sessions.enumerated().map { place, session in
      let day = added.advanced(by: 3 + place * 7)
      return (
        day,
        .preparation(Preparation(day: day, session: session, finishesCourse: place == 5))
      )
    }
  }

  private var references: [(day: Day, note: VolunteerNote)] {
    (0..<(number % 13 == 9 ? 1 : 2)).map { place in
      let day = added.advanced(by: 6 + place * 5)
      let referees = words["referees"]
      let referee = referees.isEmpty ? "A friend" : referees[(number * 3 + place) % referees.count]
      return (day, .reference(Reference(day: day, referee: referee, isGood: true)))
    }
  }

  private var checks: [(day: Day, note: VolunteerNote)] {
    guard let level = lists.entries(VettingLevelID.self).first?.id else { return [] }
    // Here and there somebody came with a certificate from before, which has run out since.
    var day = added.advanced(by: number % 9 == 4 ? -420 : 10)
    var checks: [(day: Day, note: VolunteerNote)] = []
    var count = 0
    while day <= request.today, count < 1 || number % 9 != 4 {
      let digits = 100_000_000 + (number * 7_919 + count * 104_729) % 900_000_000
      checks.append(
        (
          max(day, added.advanced(by: 14)),
          .check(
            VettingCheck(
              day: day, level: level, number: "00\(digits)", seenBy: words["office"].first ?? "The office"))
        ))
      day = day.advanced(byYears: 3).advanced(by: -20)
      count += 1
    }
    return checks
  }

  private var supervisions: [(day: Day, note: VolunteerNote)] {
    let isOverdue = number % 7 == 3
    return (isOverdue ? 2..<5 : 0..<5).compactMap { place in
      let day = request.today.advanced(by: -(2 + number * 5 % 24 + place * 38))
      guard day > added.advanced(by: 60), !isPreparing else { return nil }
      let notes = words["supervision"]
      let note = notes.isEmpty ? "" : notes[(number + place) % notes.count]
      return (
        day,
        .supervision(Supervision(day: day, supervisor: words["office"].first ?? "The office", note: note))
      )
    }
  }
}
