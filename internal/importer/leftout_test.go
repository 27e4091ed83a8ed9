package importer

import (
	"strings"
	"testing"
)

// document is a Word document with a body and footnotes.
func document(t *testing.T, body, notes string) []byte {
	t.Helper()
	const open = `<?xml version="1.0"?><w:%s xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">`
	return wordFile(t, map[string]string{
		"word/document.xml":  strings.Replace(open, "%s", "document", 1) + "<w:body>" + body + "</w:body></w:document>",
		"word/footnotes.xml": strings.Replace(open, "%s", "footnotes", 1) + notes + "</w:footnotes>",
	})
}

func run(properties, text string) string {
	return `<w:r><w:rPr>` + properties + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

// TestWhatAWordDocumentHides or takes back is not revived, and told; what is raised
// stays so.
func TestWhatAWordDocumentHides(t *testing.T) {
	kept := heldBy(t)
	data := document(t, `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>`+run("", "The tank on Quay Lane is full")+`</w:p>`+
		`<w:p>`+run("", "HARWELL, June 2, 2026 – The tank holds 10")+run(`<w:vertAlign w:val="superscript"/>`, "3")+run("", " m")+run(`<w:vertAlign w:val="superscript"/>`, "3")+
		run("", " of CO")+run(`<w:vertAlign w:val="subscript"/>`, "2")+run("", ", says its 1")+run(`<w:vertAlign w:val="superscript"/>`, "st")+
		run("", " report; it costs $5")+run(`<w:strike/>`, "00")+run("", " a month.")+run(`<w:vanish/>`, "Ask the lawyers first.")+run(`<w:strike w:val="0"/>`, " It is open.")+`<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`+
		`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://tank.example/a"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`+run("", "The report")+`<w:r><w:fldChar w:fldCharType="end"/></w:r>`+run("", " is public.")+`</w:p>`+
		`<w:p><w:fldSimple w:instr=" HYPERLINK &quot;https://tank.example/b&quot; ">`+run("", "The plan")+`</w:fldSimple></w:p>`+
		`<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>`+run("", "In a box.")+`</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p>`+run("", "In a box.")+`</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
		`<w:footnote w:id="1"><w:p>`+run("", "A separator")+`</w:p></w:footnote><w:footnote w:id="2"><w:p>`+run("", "Source: the port &amp; its ")+run("", "board")+`</w:p></w:footnote>`)
	r, err := kept.Import("tank.docx", data, Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	md := string(r.Markdown)
	body := md[strings.LastIndex(md, "+++"):]
	has("The tank holds 10³ m³ of CO₂, says its 1st report; it costs $5 a month.", "[The report](https://tank.example/a) is public.", "[The plan](https://tank.example/b)", "In a box.", "It is open.")(t, body)
	lacks("lawyers", "500", "board")(t, body)
	if strings.Count(body, "In a box.") != 1 {
		t.Errorf("the box stands there %d times", strings.Count(body, "In a box."))
	}
	has("struck words were left out: “00”", "hidden words were left out: “Ask the lawyers first.”", "the footnote 2 was left out; put it into the text if it belongs there: “Source: the port & its board”")(t, strings.Join(r.Unsure, "\n"))
	lacks("separator")(t, md)
}

// TestWhatAStyleOfADocumentHides: what the style of a paragraph or run, or the one that it is
// based on, hides, strikes or raises is as if its words said so themselves, and so is a formula.
func TestWhatAStyleOfADocumentHides(t *testing.T) {
	kept := heldBy(t)
	const space = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`
	style := func(kind, id, based, properties string) string {
		return `<w:style w:type="` + kind + `" w:styleId="` + id + `"><w:name w:val="` + id + `"/><w:basedOn w:val="` + based + `"/><w:rPr>` + properties + `</w:rPr></w:style>`
	}
	m := func(s string) string { return `<m:r><m:t>` + s + `</m:t></m:r>` }
	data := wordFile(t, map[string]string{
		"word/document.xml": `<?xml version="1.0"?><w:document` + space + `><w:body><w:p>` + run("", "The tank on Quay Lane is full") + `</w:p>` +
			`<w:p>` + run("", "HARWELL, June 2, 2026 – The tank holds 10") + run(`<w:rStyle w:val="Up"/>`, "4") + run("", " liters, or 10") + run(`<w:position w:val="6"/>`, "3") + run("", " more") +
			run(`<w:rStyle w:val="Inner"/>`, " Ask the lawyers") + run(`<w:rStyle w:val="Inner"/><w:vanish w:val="0"/>`, " (or not)") + run(`<w:rStyle w:val="Away"/>`, " again") + run(`<w:position w:val="2"/>`, " and") + run("", " so on.") + `</w:p>` +
			`<w:p><w:pPr><w:pStyle w:val="Secret"/></w:pPr>` + run("", "For the board alone.") + `</w:p>` +
			`<w:p><m:oMath><m:sSup><m:e>` + m("10") + `</m:e><m:sup>` + m("7") + `</m:sup></m:sSup>` + m(" + ") + `<m:sSub><m:e>` + m("x") + `</m:e><m:sub>` + m("2") + `</m:sub></m:sSub>` + m(" + ") +
			`<m:f><m:num>` + m("1") + `</m:num><m:den>` + m("2") + `</m:den></m:f></m:oMath>` + run("", " liters run by.") + `</w:p></w:body></w:document>`,
		"word/styles.xml": `<?xml version="1.0"?><w:styles` + space + `>` + style("character", "Up", "", `<w:vertAlign w:val="superscript"/>`) + style("character", "Note", "Inner", `<w:vanish/>`) +
			style("character", "Inner", "Note", `<w:b/>`) + style("character", "Away", "", `<w:dstrike/>`) + style("paragraph", "Secret", "", `<w:vanish/>`) + `</w:styles>`,
	})
	r, err := kept.Import("tank.docx", data, Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	body := string(r.Markdown)[strings.LastIndex(string(r.Markdown), "+++"):]
	has("The tank holds 10⁴ liters, or 10³ more (or not) and so on.", "10⁷ + x₂ + 1/2 liters run by.")(t, strings.ReplaceAll(body, "**", ""))
	lacks("lawyers", "again", "board")(t, body)
	has("hidden words were left out: “Ask the lawyers”", "struck words were left out: “again”", "hidden words were left out: “For the board alone.”")(t, strings.Join(r.Unsure, "\n"))
}

// TestWhatAPageTakesBack is not revived, and told, as the foot of a newsletter is.
func TestWhatAPageTakesBack(t *testing.T) {
	kept := heldBy(t)
	r, err := kept.Import("tank.html", []byte(`<html><body><h1>The tank on Quay Lane is full</h1><p>HARWELL, June 2, 2026 – The tank <del>never</del> <ins>seldom</ins> <s>barely</s> holds `+
		`10<sup>3</sup> liters of H<sub>2</sub>O, <span style="text-decoration: line-through">or less,</span> in its 2<sup>nd</sup> year at x<sup>n/2</sup>.</p>`+
		`<p><a href="https://list.example/out">Unsubscribe</a> | View in browser</p></body></html>`), Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	md := string(r.Markdown)
	body := md[strings.LastIndex(md, "+++"):]
	has("The tank seldom holds 10³ liters of H₂O, in its 2nd year at x^(n/2).")(t, strings.Join(strings.Fields(body), " "))
	lacks("never", "barely", "or less", "nsubscribe", "list.example")(t, body)
	told := strings.Join(r.Unsure, "\n")
	has("struck words were left out: “never", "barely", "or less,”", "a newsletter's line was left out: “Unsubscribe | View in browser”")(t, told)
}

// TestWhatTheStyleOfAPageRaises, lowers or strikes is as if its elements did, as pages have it
// that editors and mail programs write.
func TestWhatTheStyleOfAPageRaises(t *testing.T) {
	kept := heldBy(t)
	r, err := kept.Import("tank.html", []byte(`<html><head><style>.c1{vertical-align:super;font-size:8pt}.c2 { color: red; text-decoration: line-through }.c2{font-weight:700}</style></head>`+
		`<body><h1>The tank on Quay Lane is full</h1><p>HARWELL, June 2, 2026 – The tank holds 10<span class="c1">4</span> or <span class="c2">never </span>`+
		`5×10<span style="font-size:60%; vertical-align: super">-6</span> liters of H<span style="vertical-align:sub">2</span>O, <span style="vertical-align:top">as it was</span>.</p></body></html>`), Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	has("The tank holds 10⁴ or 5×10⁻⁶ liters of H₂O, as it was.")(t, strings.Join(strings.Fields(string(r.Markdown)), " "))
	has("struck words were left out: “never”")(t, strings.Join(r.Unsure, "\n"))
}

// TestAReleaseAboutLists keeps its sentences.
func TestAReleaseAboutLists(t *testing.T) {
	kept := heldBy(t)
	r, err := kept.Import("x.html", []byte(`<p>HARWELL, June 2, 2026 – The town asks all senders to offer people a way to unsubscribe, and says so in its new rules for mail.</p>`), Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	has("a way to unsubscribe, and says so")(t, string(r.Markdown))
}

// What a page shows to nobody is left out and told, whatever hides it; what is hidden on
// small screens or within something else alone stays.
func TestWhatAPageHidesIsLeftOut(t *testing.T) {
	kept := heldBy(t)
	page := `<html><head><style>.pre{display:none}.a,.b{visibility:hidden}.wrap .shown{display:none}@media print{.small{display:none}}</style></head>
<body><h1>Harbor groups ask the port for its tests</h1><div style="max-height:0; display: none">By style</div><p class="x pre">By class</p>
<p class="b">By another</p><p hidden>By attribute</p><p class="shown">Stays one</p><p class="small">Stays two</p>
<p>MARLOW, May 4, 2026 – Eleven groups <span style="visibility:hidden">nobody</span>asked the port today for all of its tests.</p></body></html>`
	r, err := kept.Import("x.html", []byte(page), Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	for _, gone := range []string{"By style", "By class", "By another", "By attribute", "nobody"} {
		if _, after, _ := strings.Cut(string(r.Markdown), "headline ="); strings.Contains(after, gone) {
			t.Errorf("%q stands in the file", gone)
		}
		if !strings.Contains(strings.Join(r.Unsure, "\n"), "hidden words were left out: “"+gone) {
			t.Errorf("%q is not told: %q", gone, r.Unsure)
		}
	}
	has("Stays one", "Stays two")(t, string(r.Markdown))
}
