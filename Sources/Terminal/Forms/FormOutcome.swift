// What a key did to a form.

/// What happened in a form; the screen validates what was left and saves what was changed.
public struct FormOutcome: Hashable, Sendable {
  /// Whether the key meant anything here.
  public var consumed: Bool
  /// The field whose value is another now.
  public var changed: String?
  /// The field that lost the focus: the time to say what is wrong with it.
  public var left: String?
  /// Enter was pressed in the last field.
  public var isFinished: Bool

  /// What happened.
  public init(consumed: Bool, changed: String? = nil, left: String? = nil, isFinished: Bool = false) {
    self.consumed = consumed
    self.changed = changed
    self.left = left
    self.isFinished = isFinished
  }

  /// Nothing: the key is somebody else's.
  public static let ignored = FormOutcome(consumed: false)
}
