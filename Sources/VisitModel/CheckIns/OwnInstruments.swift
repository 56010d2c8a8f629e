extension InstrumentID {
  /// The project's own instrument: how a family copes with each of its needs, 0 to 5.
  public static let coping = InstrumentID(rawValue: "coping")
}
