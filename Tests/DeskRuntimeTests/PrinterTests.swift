import FoundationEssentials
import Glibc
import Testing

@testable import DeskRuntime

@Suite struct PrinterTests {
  /// As the desk has it: a command that does not read must not end the program.
  init() { signal(SIGPIPE, SIG_IGN) }

  /// More than a pipe holds, to a reader that takes its time about it.
  @Test func aLongTextIsPrintedWhole() throws {
    let paper = URL.temporaryDirectory.appending(path: "okno-paper-\(UUID())")
    defer { try? FileManager.default.removeItem(at: paper) }
    let text = String(repeating: "Памятка заявителю\n", count: 10_000)
    #expect(results(of: "cat > '\(paper.path)'", [text]) == [true])
    #expect(try String(contentsOf: paper, encoding: .utf8) == text)
  }

  @Test(arguments: [("exit 3", false), ("true", true), ("no-such-command-anywhere", false)])
  func theCommandSaysWhetherItPrinted(command: String, isPrinted: Bool) {
    #expect(results(of: command, ["a", "b"]) == [isPrinted, isPrinted])
  }

  /// One that hangs ends with the program, and so does one that begins just then.
  @Test func aCommandThatHangsIsEnded() {
    let said = Inbox<Bool>()
    let printer = Printer<Int>(command: "sleep 600") { said.put($1) }
    let worker = Worker { printer.run() }
    printer.print(1, "a")
    printer.stop()
    worker.join()
    #expect(said.take() == false)
  }

  private func results(of command: String, _ texts: [String]) -> [Bool] {
    let said = Inbox<Bool>()
    let printer = Printer<Int>(command: command) { said.put($1) }
    let worker = Worker { printer.run() }
    for (number, text) in texts.enumerated() { printer.print(number, text) }
    let results = texts.map { _ in said.take() }
    printer.stop()
    worker.join()
    return results
  }
}
