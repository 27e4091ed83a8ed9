package peers

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"testing"
)

// tree is a PDF as qpdf's JSON gives it.
type tree struct {
	t       *testing.T
	name    string
	objects map[string]any // by "12 0 R"
	streams map[string]object
	trailer object
	failed  map[string]bool
}

func openTree(t *testing.T, name string) *tree {
	t.Helper()
	var file struct{ Qpdf []map[string]json.RawMessage }
	if err := json.Unmarshal([]byte(quietly(t, "qpdf", "--json=2", "--json-stream-data=none", name)), &file); err != nil {
		t.Fatal(err)
	}
	tr := &tree{t: t, name: filepath.Base(name), objects: map[string]any{}, streams: map[string]object{}, failed: map[string]bool{}}
	for key, raw := range file.Qpdf[1] {
		var o struct {
			Value  any
			Stream struct{ Dict object }
		}
		if err := json.Unmarshal(raw, &o); err != nil {
			t.Fatal(err)
		}
		if key == "trailer" {
			tr.trailer = o.Value.(map[string]any)
			continue
		}
		ref := strings.TrimPrefix(key, "obj:")
		tr.objects[ref] = o.Value
		if o.Stream.Dict != nil {
			tr.streams[ref] = o.Stream.Dict
			tr.objects[ref] = map[string]any(o.Stream.Dict)
		}
	}
	return tr
}

var reference = regexp.MustCompile(`^\d+ \d+ R$`)

// at follows a reference.
func (tr *tree) at(v any) any {
	if s, ok := v.(string); ok && reference.MatchString(s) {
		return tr.objects[s]
	}
	return v
}

func (tr *tree) dict(v any) object {
	d, _ := tr.at(v).(map[string]any)
	return d
}

func (tr *tree) list(v any) []any {
	l, ok := tr.at(v).([]any)
	if !ok && v != nil {
		return []any{v}
	}
	return l
}

// check holds one failure condition of the Matterhorn Protocol 1.1 or one clause of
// ISO 19005-2, by its number.
func (tr *tree) check(id string, ok bool, format string, args ...any) {
	tr.t.Helper()
	if !ok {
		tr.t.Errorf("%s [%s]: %s", tr.name, id, fmt.Sprintf(format, args...))
	}
	checked[id] = true
}

// checked are the conditions that were looked at.
var checked = make(map[string]bool)

// standardTypes are the structure types of ISO 32000-1, 14.8.4.
var standardTypes = map[string]bool{
	"/Document": true, "/P": true, "/H1": true, "/H2": true, "/H3": true, "/H4": true, "/H5": true, "/H6": true, "/BlockQuote": true,
	"/L": true, "/LI": true, "/Lbl": true, "/LBody": true, "/Link": true, "/Code": true, "/Figure": true, "/Caption": true, "/Span": true,
	"/Table": true, "/TR": true, "/TH": true, "/TD": true, "/THead": true, "/TBody": true,
}

// kidsOf are the structure elements that an element may hold, where it matters.
var kidsOf = map[string]string{"/L": "/LI", "/LI": "/Lbl /LBody", "/Table": "/THead /TBody /TR", "/THead": "/TR", "/TBody": "/TR", "/TR": "/TH /TD"}

func (tr *tree) conforms() {
	catalog := tr.dict(tr.trailer["/Root"])
	tr.catalog(catalog)
	tr.structure(catalog)
	tr.fonts()
	tr.annotations()
	tr.archive(catalog)
}

func (tr *tree) catalog(c object) {
	tr.check("01-005", contentsMarked(tr.t, tr.name), "content is neither tagged nor an artefact")
	tr.check("02-001", tr.dict(tr.dict(c["/StructTreeRoot"])["/RoleMap"]) == nil, "there is a role map, and no type of our own")
	tr.check("06-001", c["/Metadata"] != nil, "no metadata")
	xmp := tr.metadata()
	tr.check("05-001", strings.Contains(xmp, "<pdfuaid:part>1</pdfuaid:part>"), "no mark of PDF/UA-1")
	title := regexp.MustCompile(`<rdf:li xml:lang="x-default">([^<]+)`).FindStringSubmatch(xmp)
	tr.check("06-003", title != nil, "no title in the metadata")
	tr.check("07-001", tr.dict(c["/ViewerPreferences"])["/DisplayDocTitle"] == true, "the title is not shown")
	tr.check("11-006", c["/Lang"] != nil, "no language")
	tr.check("25-001", c["/AcroForm"] == nil, "a form")
	tr.check("26-001", tr.trailer["/Encrypt"] == nil, "encrypted")
	tr.check("UA1 7.17", c["/Outlines"] != nil, "no bookmarks")
	for ref, o := range tr.objects {
		d, ok := o.(map[string]any)
		if !ok {
			continue
		}
		switch d["/Type"] {
		case "/Page":
			tr.check("28-008", d["/Annots"] == nil || d["/Tabs"] == "/S", "page %s: tab order is not that of the structure", ref)
			tr.check("01-006", d["/StructParents"] != nil, "page %s is not in the parent tree", ref)
		case "/Annot":
			tr.check("28-002", d["/StructParent"] != nil, "annotation %s is not in the structure", ref)
		}
		tr.check("29-001", d["/JS"] == nil && d["/S"] != "/JavaScript", "script in %s", ref)
		tr.check("20-001", d["/Type"] != "/OCG", "optional content in %s", ref)
		tr.check("30-001", d["/Ref"] == nil || d["/Subtype"] != "/Form", "a reference XObject")
	}
}

// structure walks the tree: types, nesting, headings, figures, tables, and that each
// piece of content and each link has one place, which the parent tree names too.
func (tr *tree) structure(c object) {
	root := tr.dict(c["/StructTreeRoot"])
	parents := tr.parentTree(root)
	level, first := 0, true
	var walk func(ref any, parent string)
	walk = func(ref any, parent string) {
		e := tr.dict(ref)
		kind, _ := e["/S"].(string)
		tr.check("02-003", standardTypes[kind], "structure type %s", kind)
		if allowed, ok := kidsOf[parent]; ok {
			tr.check("09-004", strings.Contains(allowed+" ", kind+" "), "%s in %s", kind, parent)
		}
		if len(kind) == 3 && kind[1] == 'H' {
			n := int(kind[2] - '0')
			if first {
				tr.check("14-002", n == 1, "the first heading is %s", kind)
			}
			tr.check("14-003", n <= level+1, "%s after a heading of level %d", kind, level)
			level, first = n, false
		}
		switch kind {
		case "/Figure":
			alt, _ := e["/Alt"].(string)
			tr.check("13-004", len(alt) > 2, "a figure without alternative")
		case "/TH":
			scope := fmt.Sprint(tr.dict(e["/A"])["/Scope"])
			tr.check("15-003", scope == "/Column" || scope == "/Row", "a header cell without scope")
		case "/Link":
			found := false
			for _, k := range tr.list(e["/K"]) {
				if d := tr.dict(k); d["/Type"] == "/OBJR" {
					found = true
					back, _ := parents[int(tr.dict(d["/Obj"])["/StructParent"].(float64))].(string)
					tr.check("28-011", back == ref, "a link whose annotation leads back to %v", back)
				}
			}
			tr.check("28-010", found, "a link without its annotation")
		}
		if lang, ok := e["/Lang"].(string); ok {
			tr.check("11-001", len(strings.TrimPrefix(lang, "u:")) > 1, "an empty language")
		}
		content := 0
		for _, k := range tr.list(e["/K"]) {
			if s, ok := k.(string); ok && reference.MatchString(s) && tr.dict(s)["/Type"] == "/StructElem" {
				content++
				tr.check("01-007", tr.dict(s)["/P"] == ref, "%s does not know its parent", s)
				walk(s, kind)
				continue
			}
			d := tr.dict(k)
			content++
			if d["/Type"] == "/MCR" {
				page := tr.dict(d["/Pg"])
				owners := tr.list(parents[int(page["/StructParents"].(float64))])
				n := int(d["/MCID"].(float64))
				tr.check("01-003", n < len(owners) && owners[n] == ref, "content %d of a page belongs to another element", n)
			}
		}
		tr.check("09-001", content > 0, "an empty %s", kind)
	}
	top := tr.list(root["/K"])
	for _, k := range top {
		walk(k, "")
	}
	tr.check("14-007", !first, "no heading")
}

func (tr *tree) parentTree(root object) map[int]any {
	out := make(map[int]any)
	nums := tr.list(tr.dict(root["/ParentTree"])["/Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		out[int(nums[i].(float64))] = nums[i+1]
	}
	return out
}

func (tr *tree) fonts() {
	for ref, o := range tr.objects {
		d, ok := o.(map[string]any)
		if !ok || d["/Type"] != "/Font" || d["/Subtype"] != "/Type0" {
			continue
		}
		name := d["/BaseFont"]
		tr.check("31-027", d["/ToUnicode"] != nil, "font %s %v has no text", ref, name)
		tr.check("UA1 7.21.3", d["/Encoding"] == "/Identity-H", "font %v is encoded as %v", name, d["/Encoding"])
		cid := tr.dict(tr.list(d["/DescendantFonts"])[0])
		desc := tr.dict(cid["/FontDescriptor"])
		tr.check("31-009", desc["/FontFile2"] != nil || desc["/FontFile3"] != nil, "font %v is not embedded", name)
		tr.check("31-004", cid["/Subtype"] != "/CIDFontType2" || cid["/CIDToGIDMap"] != nil, "font %v has no map from codes to glyphs", name)
		tr.check("A2 6.2.11.4.2", desc["/CIDSet"] != nil, "font %v: no CIDSet", name)
		tr.check("ISO 32000 9.6.4", regexp.MustCompile(`^/[A-Z]{6}\+`).MatchString(fmt.Sprint(name)), "subset %v is not named so", name)
		cmap := tr.stream(fmt.Sprint(d["/ToUnicode"]))
		tr.check("31-028", !regexp.MustCompile(`<0000>\s*>|<(FEFF|FFFE|0000)>\n`).MatchString(cmap), "font %v maps to no character", name)
		widths := tr.list(tr.list(cid["/W"])[1])
		tr.check("UA1 7.21.5", len(widths) > 1, "font %v has no widths", name)
	}
}

func (tr *tree) annotations() {
	for ref, o := range tr.objects {
		d, ok := o.(map[string]any)
		if !ok || d["/Type"] != "/Annot" {
			continue
		}
		tr.check("28-004", len(fmt.Sprint(d["/Contents"])) > 2, "link %s has no words", ref)
		tr.check("A2 6.3.2", d["/F"] == float64(4), "link %s is not printed", ref)
		tr.check("A2 6.5.1", tr.dict(d["/A"])["/S"] == "/URI", "link %s does %v", ref, tr.dict(d["/A"])["/S"])
	}
}

// archive holds PDF/A-2a (ISO 19005-2).
func (tr *tree) archive(c object) {
	data, err := os.ReadFile(tr.path())
	if err != nil {
		tr.t.Fatal(err)
	}
	tr.check("A2 6.1.2", bytes.HasPrefix(data, []byte("%PDF-1.7\n%")) && data[10] > 0x7f && data[13] > 0x7f, "the file's head")
	id := tr.list(tr.trailer["/ID"])
	tr.check("A2 6.1.3", len(id) == 2, "no ID")
	tr.check("A2 6.1.3", bytes.HasSuffix(data, []byte("%%EOF\n")), "bytes behind the end")
	intents := tr.list(c["/OutputIntents"])
	tr.check("A2 6.2.3", len(intents) == 1 && tr.dict(intents[0])["/S"] == "/GTS_PDFA1" && tr.dict(intents[0])["/DestOutputProfile"] != nil, "no output intent")
	xmp := tr.metadata()
	tr.check("A2 6.6.4", strings.Contains(xmp, "<pdfaid:part>2</pdfaid:part>") && strings.Contains(xmp, "<pdfaid:conformance>A</pdfaid:conformance>"), "no mark of PDF/A-2a")
	tr.check("A2 6.6.2.3", strings.Contains(xmp, "pdfaExtension:schemas") && strings.Contains(xmp, "http://www.aiim.org/pdfua/ns/id/"), "the schema of PDF/UA is not described")
	info := tr.dict(tr.trailer["/Info"])
	tr.check("A2 6.6.3", strings.Contains(xmp, strings.TrimPrefix(fmt.Sprint(info["/Producer"]), "u:")), "producer differs")
	date := regexp.MustCompile(`D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z`).FindStringSubmatch(fmt.Sprint(info["/CreationDate"]))
	tr.check("A2 6.6.3", date != nil && strings.Contains(xmp, fmt.Sprintf("<xmp:CreateDate>%s-%s-%sT%s:%s:%sZ", date[1], date[2], date[3], date[4], date[5], date[6])), "dates differ")
	tr.check("A2 6.7.1", tr.dict(c["/MarkInfo"])["/Marked"] == true, "not marked as tagged")
	tr.check("A2 6.7.3", c["/StructTreeRoot"] != nil, "no structure")
	tr.check("A2 6.1.13", len(data) < 1<<31, "too large")
	for ref, d := range tr.streams {
		filter := fmt.Sprint(d["/Filter"])
		tr.check("A2 6.1.7.2", !strings.Contains(filter, "LZW") && !strings.Contains(filter, "Crypt"), "stream %s is packed by %s", ref, filter)
		tr.check("A2 6.1.7.1", d["/F"] == nil, "stream %s lies elsewhere", ref)
		if d["/Subtype"] == "/Image" {
			tr.check("A2 6.2.8", d["/Interpolate"] != true && d["/Alternates"] == nil && d["/OPI"] == nil, "image %s", ref)
			space := d["/ColorSpace"]
			if l, ok := tr.at(space).([]any); ok && len(l) == 4 && l[0] == "/Indexed" {
				space = tr.at(l[1]) // a palette is in the space of its colors (ISO 32000-1, 8.6.6.3)
			}
			tr.check("A2 6.2.4.3", space == "/DeviceRGB" || space == "/DeviceGray", "image %s is in %v", ref, space)
		}
		tr.check("A2 6.2.9", d["/Subtype"] != "/PS" && d["/PS"] == nil, "PostScript in %s", ref)
	}
	for ref, o := range tr.objects {
		if d, ok := o.(map[string]any); ok {
			tr.check("A2 6.2.5", d["/TR"] == nil && d["/HTP"] == nil, "graphics state %s", ref)
			tr.check("A2 6.5.2", d["/AA"] == nil, "additional actions in %s", ref)
			tr.check("A2 6.8", d["/Type"] != "/Filespec", "a file within the file")
		}
	}
}

// paths are the files by their names.
var paths = make(map[string]string)

func (tr *tree) path() string { return paths[tr.name] }

func (tr *tree) metadata() string {
	for ref, d := range tr.streams {
		if d["/Type"] == "/Metadata" {
			return tr.stream(ref)
		}
	}
	return ""
}

// stream is a stream's content.
func (tr *tree) stream(ref string) string {
	n, _, _ := strings.Cut(ref, " ")
	if _, err := strconv.Atoi(n); err != nil {
		tr.t.Fatalf("%s is no reference", ref)
	}
	return quietly(tr.t, "qpdf", "--show-object="+n, "--filtered-stream-data", tr.path())
}

// contentsMarked tells whether every drawing operator is marked; contentMarks
// reports those that are not.
func contentsMarked(t *testing.T, name string) bool {
	return len(contentMarks(t, paths[name])) > 0
}

// writings are the PDFs of the sample and of releases in other scripts, on Letter
// and on A4.
func writings(t *testing.T) []string {
	t.Helper()
	dir, build := sample(t)
	names := pdfs(t, build)
	entries, err := filepath.Glob("testdata/scripts/*.md")
	if err != nil || len(entries) < 3 {
		t.Fatalf("%v %v", entries, err)
	}
	for _, e := range entries {
		data, err := os.ReadFile(e)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "releases", filepath.Base(e)), data, 0o644); err != nil {
			t.Fatal(err)
		}
		slug := strings.TrimSuffix(filepath.Base(e), ".md")
		must(t, dir, "build", slug, "--format", "pdf")
		names = append(names, filepath.Join(dir, "build", slug, slug+".pdf"))
	}
	settings := filepath.Join(dir, "pressroom.toml")
	data, err := os.ReadFile(settings)
	if err != nil {
		t.Fatal(err)
	}
	const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><circle cx="20" cy="20" r="16" fill="#0b5a76"/><path d="M44 10h70v6H44zM44 24q30-12 60 0v6H44z" fill="#222"/></svg>`
	if err := os.WriteFile(filepath.Join(dir, "logo.svg"), []byte(logo), 0o644); err != nil {
		t.Fatal(err)
	}
	data = append(bytes.Replace(data, []byte("[organization]\n"), []byte("[organization]\nlogo = \"logo.svg\"\ncolor = \"#2b8a3e\"\n"), 1), "\n[pdf]\npaper = \"a4\"\njustify = true\n"...)
	if err := os.WriteFile(settings, data, 0o644); err != nil {
		t.Fatal(err)
	}
	must(t, dir, "build", "harbor-water-report", "arabic", "--format", "pdf", "--out", "a4")
	for _, n := range []string{"harbor-water-report", "arabic"} {
		to := filepath.Join(dir, "a4", n+"-a4.pdf")
		if err := os.Rename(filepath.Join(dir, "a4", n, n+".pdf"), to); err != nil {
			t.Fatal(err)
		}
		names = append(names, to)
	}
	for _, n := range names {
		paths[filepath.Base(n)] = n
	}
	return names
}

// TestConformance holds PDFs against the conditions of the Matterhorn Protocol 1.1
// and the clauses of ISO 19005-2 that a program can decide.
func TestConformance(t *testing.T) {
	need(t, "qpdf", "pdfinfo")
	for _, name := range writings(t) {
		openTree(t, name).conforms()
		size := "612 x 792"
		if strings.HasSuffix(name, "-a4.pdf") {
			size = "595.276 x 841.89"
		}
		if info := quietly(t, "pdfinfo", name); !strings.Contains(info, size) {
			t.Errorf("%s is not %s", filepath.Base(name), size)
		}
	}
	var ids []string
	for id := range checked {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	if len(ids) < 45 {
		t.Errorf("%d conditions were checked", len(ids))
	}
	t.Logf("%d conditions: %s", len(ids), strings.Join(ids, ", "))
}

// TestAnotherValidatorAcceptsThem gives copies to PDFBox Preflight, which knows
// PDF/A-1b alone: they declare that, and the version it wants.
func TestAnotherValidatorAcceptsThem(t *testing.T) {
	need(t, "qpdf", "java")
	var jars []string
	for _, j := range []string{"pdfbox2", "fontbox2", "preflight", "xmpbox", "commons-logging", "commons-io", "jaxb-api", "javax.activation"} {
		jars = append(jars, "/usr/share/java/"+j+".jar")
	}
	if _, err := os.Stat(jars[0]); err != nil {
		if os.Getenv("PRESSROOM_PEERS") == "1" {
			t.Fatal("libpdfbox2-java is not installed, and PRESSROOM_PEERS=1")
		}
		t.Skip("SKIPPED, NOT TESTED: libpdfbox2-java is not installed")
	}
	for _, name := range writings(t) {
		plain := filepath.Join(t.TempDir(), filepath.Base(name))
		quietly(t, "qpdf", "--qdf", "--object-streams=disable", "--stream-data=preserve", "--newline-before-endstream", "--force-version=1.4", name, plain)
		data, err := os.ReadFile(plain)
		if err != nil {
			t.Fatal(err)
		}
		data = bytes.Replace(data, []byte("<pdfaid:part>2<"), []byte("<pdfaid:part>1<"), 1)
		data = bytes.Replace(data, []byte("<pdfaid:conformance>A<"), []byte("<pdfaid:conformance>B<"), 1)
		if err := os.WriteFile(plain, data, 0o644); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("java", "-cp", strings.Join(jars, ":"), "org.apache.pdfbox.preflight.Validator_A1b", plain).CombinedOutput()
		// Transparency, which PDF/A-2 allows and PDF/A-1 does not, is none of its business.
		if (err != nil || !bytes.Contains(out, []byte("is a valid PDF/A-1b file"))) && !onlyTransparency(string(out)) {
			t.Errorf("%s: %v\n%s", filepath.Base(name), err, out)
		}
	}
}

func onlyTransparency(out string) bool {
	found := false
	for _, l := range strings.Split(out, "\n") {
		if m := regexp.MustCompile(`^(\d+\.\d+(?:\.\d+)?) :`).FindStringSubmatch(l); m != nil {
			if !strings.Contains(l, "SMask") && !strings.Contains(l, "ransparen") {
				return false
			}
			found = true
		}
	}
	return found
}
