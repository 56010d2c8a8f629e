/// Something that happens in an invented scheme: small, so that millions can be put in the order of time.
struct DemoEvent {
  /// What happens, in the order it happens within one minute.
  enum Kind: UInt8 {
    case volunteerAdded, familyAdded, moved, childBorn, checkIn, visit, planned, amended, retracted,
      followUpDone, review, feedback, step, volunteerNote, serviceAdded
  }

  /// Minutes since 1970-01-01, as the entry is written.
  let minute: Int32
  /// The family's place in the scheme, or the volunteer's number.
  let subject: Int32
  /// Which of its visits, moves or check-ins.
  let ordinal: UInt16
  let kind: Kind

  /// The order of time; within a minute, family by family.
  var order: (Int32, Int32, UInt8, UInt16) { (minute, subject, kind.rawValue, ordinal) }
}
