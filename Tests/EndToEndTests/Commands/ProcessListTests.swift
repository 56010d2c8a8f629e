import Glibc
import Testing

@Suite("The list of processes")
struct ProcessListTests {
  @Test("shows the program's name and nothing that was typed behind it")
  func arguments() throws {
    let run = try ReadyBook.copied()
    // The program reads its visits from a pipe that nobody writes to until the list was read.
    let listed = try run.shell(
      """
      mkfifo '\(run.folder.path("pipe"))'
      "$VISITBOOK" visit log --from '\(run.folder.path("pipe"))' --journal '\(run.folder.path("book"))' --as Rosie &
      exec 3>'\(run.folder.path("pipe"))'
      sleep 0.5; tr '\\0' ' ' </proc/$!/cmdline; kill $!
      """)
    #expect(listed.text.contains("visitbook"), "\(listed.messages)")
    #expect(!listed.text.contains("Rosie") && !listed.text.contains("--as"), "\(listed.text)")
  }
}
