import Testing

@Suite("Families in the book twice, by the program")
struct DuplicateCommandTests {
  @Test("are listed for the office with what speaks for it, until they are merged")
  func listed() throws {
    let book = try OfficeBook()
    let office = book.supervisor
    #expect(try office("family", "duplicates", "--format", "csv").lines.count == 1)
    let again = try office(
      "family", "add", "--name", "Abot", "--carer", "Rosie Abbot", "--child", "Noah:2025-09-20", "--phone",
      "07700 900142", "--stage", "referred", "--again")
    #expect(again.status == 0, "\(again.messages)")
    let list = try office("family", "duplicates", "--format", "csv")
    #expect(list.lines.count == 2, "\(list.text)")
    #expect(list.lines.last?.hasPrefix("F-0003,Abot,F-0001,Abbott,") == true, "\(list.text)")
    #expect(list.text.contains("same telephone"))
    #expect(try book.volunteer("family", "duplicates").status == 77)
    #expect(
      try office("family", "move", "F-0003", "--to", "refused", "--reason", "entered twice").status == 0)
    let merged = try office("family", "merge", "F-0003", "--into", "F-0001", "--reason", "twice", "--yes")
    #expect(merged.status == 0, "\(merged.messages)")
    #expect(try office("family", "duplicates", "--format", "csv").lines.count == 1)
  }
}
