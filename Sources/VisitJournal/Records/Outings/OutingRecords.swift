internal import VisitModel

/// A volunteer setting out on a visit, or safely home again. To and from its box.
extension OutingFact {
  /// The bytes of its box, after its plain numbers were put outside.
  func box(_ outer: inout WireOuter) throws(RecordError) -> [UInt8] {
    switch self {
    }
  }
}
