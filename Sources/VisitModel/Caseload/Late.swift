internal import Synchronization

/// A value that is made when it is first asked for, once for all copies, from wherever it is asked.
package struct Late<Value: Sendable>: Sendable {
  private final class Making: Sendable {
    private let value = Mutex<Value?>(nil)
    private let make: @Sendable () -> Value

    init(_ make: @escaping @Sendable () -> Value) { self.make = make }

    func get() -> Value {
      value.withLock { value in
        if let value { return value }
        let made = make()
        value = made
        return made
      }
    }
  }

  private var made: Value?
  private let making: Making?

  /// A value that is there.
  package init(_ value: Value) {
    made = value
    making = nil
  }

  /// A value to be made.
  package init(making make: @escaping @Sendable () -> Value) { making = Making(make) }

  /// The value.
  package var value: Value {
    if let made { return made }
    guard let making else { preconditionFailure("a value that is neither there nor to be made") }
    return making.get()
  }

  /// Changes the value, which is made for it.
  package mutating func change(_ body: (inout Value) -> Void) {
    var changed = value
    // Let go of before it is changed, so that nothing is copied for the change of a part.
    made = nil
    body(&changed)
    made = changed
  }

  /// Changes the value when it is made, if it was not yet.
  package mutating func changeLater(_ body: @escaping @Sendable (inout Value) -> Void) {
    guard made == nil else { return change(body) }
    let before = self
    self = Late(making: {
      var value = before.value
      body(&value)
      return value
    })
  }
}

extension Late: Equatable where Value: Equatable {
  /// Two are the same when their values are.
  package static func == (left: Late, right: Late) -> Bool { left.value == right.value }
}

extension Late: Hashable where Value: Hashable {
  /// Feeds the value.
  package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
