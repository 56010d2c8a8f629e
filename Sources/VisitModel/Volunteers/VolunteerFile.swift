/// What is known of a volunteer beyond name and number.
public struct VolunteerFile: Hashable, Sendable {
  /// Nothing yet.
  init() {}

  /// Takes in one more entry.
  mutating func take(_ fact: VolunteerFact, _ kept: KeptEntry) {
    switch fact {
    }
  }
}
