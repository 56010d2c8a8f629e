/// A JSON value with the place it stands at, so that what is wrong with a record can be pointed at.
struct PlacedJSON {
  let place: TextPlace
  let kind: Kind

  indirect enum Kind {
    case null
    case boolean(Bool)
    /// A number, as it was written.
    case number(String)
    case text(String)
    case list([PlacedJSON])
    case record([(key: String, value: PlacedJSON)])
  }

  /// The value of a key, where this is a record that has it.
  subscript(key: String) -> PlacedJSON? {
    guard case .record(let fields) = kind else { return nil }
    return fields.first { $0.key == key }?.value
  }
}

/// A place in a text file, both counted from 1; the column counts characters.
struct TextPlace: Hashable {
  var line = 1
  var column = 1
}

/// Why a file is no JSON, and where.
struct JSONFault: Error {
  let place: TextPlace
  /// The key of the words that say what is wrong, under `json.`.
  let key: String
}
