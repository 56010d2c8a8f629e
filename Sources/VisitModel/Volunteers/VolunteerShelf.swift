/// The volunteers by number: those at hand, and those an archive reads when they are asked for.
public struct VolunteerShelf: Sendable {
  private var own: [VolunteerNumber: Volunteer] = [:]
  private let archive: (any VolunteerArchive)?

  init(_ archive: (any VolunteerArchive)? = nil) { self.archive = archive }

  /// The volunteer of a number.
  public subscript(number: VolunteerNumber) -> Volunteer? { own[number] ?? archive?.volunteer(number) }

  /// Every volunteer, by number.
  public var values: [Volunteer] {
    let kept = (archive?.volunteers ?? []).filter { own[$0.number] == nil }
    return (kept + own.values).sorted { $0.number < $1.number }
  }

  /// The highest number.
  var lastNumber: VolunteerNumber? { [own.keys.max(), archive?.lastVolunteer].compactMap(\.self).max() }

  /// Puts a volunteer up, in the place of what was said of them before.
  mutating func put(_ volunteer: Volunteer) { own[volunteer.number] = volunteer }
}

extension VolunteerShelf: Equatable {
  /// Two shelves are the same when the same is said of every volunteer, however each came to be there.
  public static func == (left: VolunteerShelf, right: VolunteerShelf) -> Bool { left.values == right.values }
}
