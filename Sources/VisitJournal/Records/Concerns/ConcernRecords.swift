internal import VisitModel

/// A concern raised, or what was done about it. To and from its box.
extension ConcernFact {
  /// The bytes of its box, after its plain numbers were put outside.
  func box(_ outer: inout WireOuter) throws(RecordError) -> [UInt8] {
    switch self {
    }
  }
}
