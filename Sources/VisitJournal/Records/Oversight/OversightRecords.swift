internal import VisitModel

/// Something done with the records themselves: a hold, an erasure, an export, an opening from outside. To and from its box.
extension OversightFact {
  /// The bytes of its box, after its plain numbers were put outside.
  func box(_ outer: inout WireOuter) throws(RecordError) -> [UInt8] {
    switch self {
    }
  }
}
