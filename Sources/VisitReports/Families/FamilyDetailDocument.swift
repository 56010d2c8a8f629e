internal import VisitModel

/// What a family's document says beyond its people, how to reach it and where it lives.
enum FamilyDetailDocument {
  static func fields(of family: Family) -> [(String, JSONValue)] {
    [
      ("movedIn", JSONValue(family.movedIn)), ("interpreter", JSONValue(family.interpreter)),
      ("transport", JSONValue(family.transport)),
      ("otherAgencies", .array(family.agencies.map { .string($0.line) })),
      ("socialCare", JSONValue(family.socialCare.last?.level.rawValue)),
      ("socialCareSince", JSONValue(family.socialCare.last?.since)),
      (
        "socialCareHistory",
        .array(
          family.socialCare.map { status in
            .object([
              ("socialCare", .string(status.level.rawValue)), ("socialCareSince", JSONValue(status.since)),
            ])
          })
      ),
      (
        "formerAddresses",
        .array(
          family.formerAddresses.map { former in
            .object([
              ("address", .string(former.address)), ("postcode", JSONValue(former.postcode)),
              ("movedIn", JSONValue(former.from)), ("until", JSONValue(former.until)),
            ])
          })
      ),
    ]
  }

  static func fields(of person: Person) -> [(String, JSONValue)] {
    [
      (
        "relationships",
        JSONValue(listing: person.relationships.map { "\($0.child) \($0.word)" })
      ),
      ("school", JSONValue(person.school)), ("additionalNeeds", JSONValue(person.additionalNeeds)),
      ("ethnicity", JSONValue(person.ethnicity)), ("language", JSONValue(person.language)),
    ]
  }
}
