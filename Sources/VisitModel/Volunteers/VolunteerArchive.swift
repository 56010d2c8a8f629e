/// Volunteers and concerns as they were added up before, to be read when somebody asks for them.
package protocol VolunteerArchive: AnyObject, Sendable {
  /// The volunteers as they are now, by number.
  var volunteers: [Volunteer] { get }
  /// The volunteer of a number.
  func volunteer(_ number: VolunteerNumber) -> Volunteer?
  /// The highest number of a volunteer.
  var lastVolunteer: VolunteerNumber? { get }
  /// Every entry about a volunteer, in their order.
  var volunteerEntries: [KeptEntry] { get }
  /// Every entry about a concern, in their order.
  var concernEntries: [KeptEntry] { get }
  /// The families that were erased, with the entries that say so, in their order.
  var erasures: [(number: EntryNumber, family: FamilyID)] { get }
}
