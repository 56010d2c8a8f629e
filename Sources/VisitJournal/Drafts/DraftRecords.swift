internal import SwiftProtobuf
internal import VisitModel

/// Drafts to and from the message `Draft`.
extension WireDraft {
  init(_ contents: DraftContents) {
    self.init()
    form = contents.key.form.rawValue
    if let id = contents.key.family { family = id.rawValue }
    if let id = contents.key.record { record = id.rawValue }
    savedAt = contents.savedAtMilliseconds
    fields = contents.fields.map { field in
      var wire = WireDraftField()
      wire.name = field.name
      wire.text = field.text
      return wire
    }
  }

  var contents: DraftContents {
    DraftContents(
      key: DraftKey(
        FormKind(rawValue: form), family: hasFamily ? FamilyID(rawValue: family) : nil,
        record: hasRecord ? RecordID(bits: record) : nil),
      savedAtMilliseconds: savedAt, fields: fields.map { DraftField(name: $0.name, text: $0.text) })
  }
}

extension DraftKey {
  /// The key as bytes that no other key shares.
  var bytes: [UInt8] {
    let word = Array(form.rawValue.utf8)
    var bytes = Sealing.bytes(UInt32(clamping: word.count)) + word
    for id in [family?.rawValue, record?.rawValue] {
      bytes.append(id == nil ? 0 : 1)
      bytes += Sealing.bytes(id ?? 0)
    }
    return bytes
  }
}
