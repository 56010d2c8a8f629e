internal import VisitModel

/// Something known of a family beyond its details: a consent, a life event, a health review. To and from its box.
extension BackgroundFact {
  /// The bytes of its box, after its plain numbers were put outside.
  func box(_ outer: inout WireOuter) throws(RecordError) -> [UInt8] {
    switch self {
    }
  }
}
