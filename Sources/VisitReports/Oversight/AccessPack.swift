public import VisitModel

/// Everything held on a family, to be handed to somebody of the family who asks for it (UK GDPR, article 15): every entry
/// with its corrections and who wrote it, and what was not finished.
///
/// It is made from the entries and not from screens, so that nothing is forgotten: a kind of entry that is added later
/// appears by itself. Passages that may speak of somebody else are marked; a person decides about each.
public struct AccessPack {
  /// What it is made of.
  public struct Holdings {
    /// The family's file.
    public let file: FamilyFile
    /// Every entry about it, in the order of the journal.
    public let entries: [KeptEntry]
    /// Unfinished forms about it: the form's name, then its fields as typed.
    public let drafts: [(form: String, fields: [(name: String, text: String)])]

    /// Everything held on a family.
    public init(
      file: FamilyFile, entries: [KeptEntry], drafts: [(form: String, fields: [(name: String, text: String)])]
    ) {
      self.file = file
      self.entries = entries
      self.drafts = drafts
    }
  }

  /// Who made it, when and why.
  public struct Making {
    /// Who.
    public let by: String
    /// When.
    public let day: Day
    /// Why.
    public let reason: String

    /// A making of a pack.
    public init(by: String, day: Day, reason: String) {
      self.by = by
      self.day = day
      self.reason = reason
    }
  }

  /// The pack to read, as plain text, as a page, and as data.
  public let files: [ExportFile]
  /// How many entries are in it.
  public let entryCount: Int
  /// How many passages are marked.
  public let markCount: Int
  /// How many entries are closed for their authors alone: their copies of what is in here anyway.
  public let closedCount: Int

  /// A pack of everything held on a family.
  ///
  /// - Parameter words: The words for a key such as `fact.visitRecorded`, where there are any.
  public init(
    _ holdings: Holdings, in caseload: Caseload, lists: SchemeLists, made making: Making,
    words: @escaping (String) -> String?
  ) {
    let family = holdings.file.family
    let fields = FactFields(caseload, lists: lists, family: family)
    let others = OtherPeople(caseload, besides: family)
    var pages = PackPages(words: words, others: others)
    pages.title("\(words("pack.title") ?? "Everything held on") \(family.number) \(family.name)")
    pages.note(
      [words("pack.made"), "\(making.day), \(making.by): \(making.reason)"].compactMap(\.self).joined(
        separator: " "))
    if let text = words("pack.marks") { pages.note(text) }
    pages.heading(words("pack.now") ?? "now")
    _ = pages.add(fields.json(.familyAdded(holdings.file.id, family)))
    pages.heading(words("pack.entries") ?? "entries")
    var data: [JSONValue] = []
    var closed = 0
    for kept in holdings.entries {
      if case .sealed = kept.entry.fact {
        closed += 1
        continue
      }
      let kind = words("fact.\(kept.entry.fact.kind)") ?? FactFields.words("\(kept.entry.fact.kind)")
      let author = caseload.name(of: kept.entry.author)
      let said = fields.json(caseload.seen(kept.entry.fact))
      pages.entry(
        "\(kept.entry.stamp.isoText)  \(kind)  (\(kept.entry.id), \(words("pack.by") ?? "by") \(author))")
      let marks = pages.add(said)
      data.append(
        .object([
          ("entry", .integer(kept.number.count)), ("entryId", JSONValue(kept.entry.id)),
          ("at", .string(kept.entry.stamp.isoText)), ("by", .string(author)),
          ("kind", .string("\(kept.entry.fact.kind)")), ("said", said),
          ("check", JSONValue(listing: marks)),
        ]))
    }
    var unfinished: [JSONValue] = []
    if !holdings.drafts.isEmpty { pages.heading(words("pack.drafts") ?? "drafts") }
    for draft in holdings.drafts {
      pages.entry(draft.form)
      let typed = JSONValue.object(
        draft.fields.filter { !$0.text.isEmpty }.map { ($0.name, .string($0.text)) })
      let marks = pages.add(typed)
      unfinished.append(
        .object([("form", .string(draft.form)), ("typed", typed), ("check", JSONValue(listing: marks))]))
    }
    let document = JSONValue.object([
      ("family", JSONValue(family.number)), ("name", .string(family.name)), ("madeOn", JSONValue(making.day)),
      ("madeBy", .string(making.by)), ("reason", .string(making.reason)), ("entries", .array(data)),
      ("unfinished", .array(unfinished)),
    ])
    files = [
      ExportFile(name: "pack.txt", bytes: Array(pages.text.utf8)),
      ExportFile(name: "pack.html", bytes: Array(pages.html.utf8)),
      ExportFile(name: "pack.json", bytes: JSONWriter.bytes(document)),
    ]
    entryCount = data.count
    markCount = pages.markCount
    closedCount = closed
  }
}
