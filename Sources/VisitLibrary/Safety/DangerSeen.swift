public import VisitModel

extension Words {
  /// What the concern of a danger answer says was seen: the instrument and the question's topic, without a word of
  /// severity and without any wording that is not ours.
  public static func danger(_ instrument: Instrument, _ trigger: InstrumentTrigger, _ words: Words) -> String
  {
    let topics = instrument.topics(of: trigger).joined(separator: ", ")
    return words("danger.seen", ["instrument": instrument.title, "topic": topics])
  }
}
