enum ReportStyle {
  /// Black on white with one grey, which every printer has.
  static let sheet = """

    body { font: 15px/1.45 system-ui, sans-serif; color: #111; background: #fff; max-width: 60rem;
      margin: 2rem auto; padding: 0 1.5rem; }
    h1 { font-size: 1.7rem; margin: 0; }
    header p { margin: .2rem 0 1.5rem; }
    h2 { font-size: 1.15rem; margin: 2rem 0 .4rem; }
    table { border-collapse: collapse; width: 100%; }
    th { text-align: left; font-weight: normal; padding: .2rem .8rem .2rem 0; }
    td { text-align: right; padding: .2rem .8rem .2rem 0; font-variant-numeric: tabular-nums; }
    tr { border-bottom: 1px solid #bbb; break-inside: avoid; }
    .facts td { font-weight: 600; }
    .bars th { width: 45%; }
    .bars td { white-space: nowrap; }
    td.bar { width: 40%; padding-right: 0; }
    td.bar svg { display: block; width: 100%; height: .8rem; }
    svg { display: block; width: 100%; fill: #444; }
    svg text { fill: #111; font-size: 15px; }
    svg line { stroke: #111; stroke-width: 1; }
    .note { color: #444; font-size: .87rem; margin: .4rem 0 0; max-width: 48rem; }
    .columns, .facts { break-inside: avoid; }
    h2 { break-after: avoid; }
    @media print {
      @page { size: A4; margin: 15mm; }
      body { font-size: 10.5pt; margin: 0; padding: 0; max-width: none; color: #000; }
      .note { color: #000; }
    }

    """
}
