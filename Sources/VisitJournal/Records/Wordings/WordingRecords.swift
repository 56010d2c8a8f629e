internal import VisitModel

/// The official wording of an instrument, added under a licence or taken away. To and from its box.
extension WordingFact {
  /// The bytes of its box, after its plain numbers were put outside.
  func box(_ outer: inout WireOuter) throws(RecordError) -> [UInt8] {
    switch self {
    }
  }
}
