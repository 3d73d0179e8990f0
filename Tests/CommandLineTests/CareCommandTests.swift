import Glibc
import JSON5
import Testing

@testable import okno

/// Backup, restore, doctor, and a store that is gone.
@Suite struct CareCommandTests {
  @Test func aBackupBringsEverythingBack() throws {
    let program = try TestProgram()
    let copy = "\(program.folder.path)/copy.sqlite"
    #expect(program.run(TestProgram.birth).code == 0)
    #expect(try program.run("backup \(copy) --json").json()["file"]?.text == copy)
    #expect(program.run(TestProgram.birth).code == 0)
    let restored = try program.run("restore \(copy) --json").json()
    #expect(restored["file"]?.text == copy)
    #expect(restored["replaced"]?.text != nil)
    #expect(try program.run("visit list --json").json().list?.count == 1)
    #expect(try program.run("audit verify --json").json()["ok"]?.content.isTrue == true)
    // The same name again is an earlier copy; another file is left alone.
    #expect(program.run("backup \(copy)").code == 0)
    let letter = try program.folder.write("Дорогая мама", to: "letter.txt")
    #expect(program.run("backup \(letter) --json").code == 73)
  }

  @Test func aDamagedCopyIsNotTakenForTheStore() throws {
    let program = try TestProgram()
    let copy = "\(program.folder.path)/copy.sqlite"
    #expect(program.run("backup \(copy)").code == 0)
    #expect(truncate(copy, 50_000) == 0)
    let run = program.run("restore \(copy) --json")
    #expect(run.code == 65)
    #expect(try run.failure().code == "corrupt")
    #expect(try !run.failure().message.contains("okno restore"))
  }

  @Test func doctorFindsAHealthyStoreHealthy() throws {
    let program = try TestProgram()
    #expect(program.run("situation list").code == 0)
    let list = try #require(try program.run("doctor --json").json().list)
    for item in list {
      #expect(item.keys == ["subject", "level", "detail"])
      #expect(item["level"]?.text != "fault")
    }
    #expect(list.contains { $0["subject"]?.text == "configuration" })
  }

  @Test func doctorSaysThatADataFolderIsAFile() throws {
    let program = try TestProgram()
    let file = try program.folder.write("x", to: "file")
    #expect(!program.run("doctor --data \(file)").output.contains("No such file"))
  }

  @Test func aStoreThatIsGoneIsTold() throws {
    let program = try TestProgram()
    let data = "\(program.folder.path)/data"
    #expect(program.run("situation list --data \(data)").code == 0)
    unlink("\(data)/okno.sqlite")
    let run = program.run("citizen find x --json --data \(data)")
    #expect(run.code == 65)
    #expect(try run.failure().code == "lost")
    #expect(try run.failure().message.contains("okno restore --data \(data) ФАЙЛ"))
    #expect(program.run("doctor --data \(data)").code == 74)
  }
}
