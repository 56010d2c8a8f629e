internal import Glibc

/// Asks the person at the terminal for one line, even where results go elsewhere.
struct Questions {
  /// What was answered, or nil where there is no terminal or nothing was typed.
  func ask(_ question: String) -> String? {
    guard let terminal = fopen("/dev/tty", "r+e") else { return nil }
    defer { fclose(terminal) }
    fputs(question + " ", terminal)
    fflush(terminal)
    var line = [CChar](repeating: 0, count: 512)
    guard fgets(&line, Int32(line.count), terminal) != nil else { return nil }
    let end = line.firstIndex { $0 == 0 || $0 == 0x0A || $0 == 0x0D } ?? line.endIndex
    let answer = String(decoding: line[..<end].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return answer.isEmpty ? nil : answer
  }
}
