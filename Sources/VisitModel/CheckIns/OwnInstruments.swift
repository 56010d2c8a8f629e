extension InstrumentID {
  /// The project's own instrument: how a family copes with each of its needs, 0 to 5.
  public static let coping = InstrumentID(rawValue: "coping")
  /// The project's own instrument: how near a family is to each goal of its plan, 0 to 10.
  public static let goals = InstrumentID(rawValue: "goals")
}
