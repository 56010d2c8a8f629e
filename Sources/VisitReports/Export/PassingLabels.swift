internal import VisitModel

/// Labels that stand for families or visits in one export and in no other, so that two exports cannot be laid side by
/// side to follow somebody.
struct PassingLabels<Subject: Hashable> {
  private var labels: [Subject: RecordID] = [:]
  private var used: Set<RecordID> = []

  /// The label of a subject; the same within one export. Random bits are drawn until a label is new.
  mutating func label(of subject: Subject, random: () -> UInt64) -> String {
    if let known = labels[subject] { return known.description }
    var label = RecordID(bits: random())
    while !used.insert(label).inserted { label = RecordID(bits: label.rawValue &+ 1) }
    labels[subject] = label
    return label.description
  }
}
