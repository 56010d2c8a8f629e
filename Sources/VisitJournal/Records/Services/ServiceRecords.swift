internal import VisitModel

/// A step in a family's use of a service. To and from its box.
extension ServiceFact {
  /// The bytes of its box, after its plain numbers were put outside.
  func box(_ outer: inout WireOuter) throws(RecordError) -> [UInt8] {
    switch self {
    }
  }
}
