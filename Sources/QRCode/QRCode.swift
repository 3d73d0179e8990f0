// QR codes by libqrencode (ISO/IEC 18004).

internal import CQRCode
package import Canvas

package enum QRCode {
  /// A code for each text, as small as it can be, at the least error correction: a screen has no
  /// scratches, and room is what is missing. None where one of them is too long for any code; `nil`
  /// where the library is not installed.
  package static func symbols(of texts: [String]) -> [DotMatrix]? {
    guard okno_qr_is_available() else { return nil }
    let symbols = texts.compactMap(symbol)
    return symbols.count == texts.count ? symbols : []
  }

  private static func symbol(of text: String) -> DotMatrix? {
    let bytes = Array(text.utf8)
    var side: Int32 = 0
    guard let modules = okno_qr_encode(bytes, bytes.count, &side) else { return nil }
    defer { okno_qr_free(modules) }
    let count = Int(side) * Int(side)
    let dots = UnsafeBufferPointer(start: modules, count: count).map { $0 & 1 == 1 }
    return DotMatrix(side: Int(side), dots: dots)
  }
}
