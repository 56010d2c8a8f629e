internal import VisitModel

/// Something that makes a volunteer ready, or something they did: a check, a course, a supervision, a claim. To and from its box.
extension VolunteerFact {
  /// The bytes of its box, after its plain numbers were put outside.
  func box(of volunteer: VolunteerNumber, _ outer: inout WireOuter) throws(RecordError) -> [UInt8] {
    switch self {
    }
  }
}
