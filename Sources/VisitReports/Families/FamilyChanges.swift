public import VisitModel

extension TypedFamily {
  /// The fields that differ between two versions of a family, in the order of the form; then its people, each change
  /// of one person as one line of what was typed before and after.
  public static func changes(from old: Family, to new: Family) -> [FieldChange] {
    let (before, after) = (TypedFamily(old), TypedFamily(new))
    var changes = fields.filter { before[$0] != after[$0] }.map {
      FieldChange(field: $0, old: before[$0], new: after[$0])
    }
    let numbers = Set((before.people + after.people).compactMap(\.number)).sorted()
    for number in numbers {
      let (was, now) = (before.line(of: number), after.line(of: number))
      if was != now { changes.append(FieldChange(field: .personName, old: was, new: now)) }
    }
    return changes
  }

  private func line(of number: PersonNumber) -> String {
    guard let person = people.first(where: { $0.number == number }) else { return "" }
    let marks = [person.isMainCarer ? "main carer" : "", person.livesHere ? "" : "lives elsewhere"]
    let details = [
      person.relationships, person.school, person.additionalNeeds, person.ethnicity, person.language,
    ]
    return (["\(number)", person.name, person.role, person.birth] + details + marks).filter { !$0.isEmpty }
      .joined(separator: ", ")
  }
}
