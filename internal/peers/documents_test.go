package peers

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// sample is a new workspace with the sample release, built.
func sample(t testing.TB) (dir, build string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "newsroom")
	must(t, filepath.Dir(dir), "init", dir)
	must(t, dir, "build")
	return dir, filepath.Join(dir, "build", "harbor-water-report")
}

func pdfs(t testing.TB, build string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(build, "*.pdf"))
	if err != nil || len(names) != 4 {
		t.Fatalf("%d PDFs, %v", len(names), err)
	}
	return names
}

// quietly runs a program that must succeed and say nothing on stderr.
func quietly(t testing.TB, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil || stderr.Len() > 0 {
		t.Errorf("%s %v: %v %s%s", name, args, err, out, stderr.String())
	}
	return string(out)
}

func TestPDFsAreAcceptedByOthers(t *testing.T) {
	need(t, "qpdf", "pdfinfo", "pdffonts", "pdftotext")
	_, build := sample(t)
	for _, name := range pdfs(t, build) {
		quietly(t, "qpdf", "--check", name)
		info := quietly(t, "pdfinfo", name)
		for _, want := range []string{"Tagged:          yes", "PDF version:     1.7", "612 x 792"} {
			if !strings.Contains(info, want) {
				t.Errorf("%s: pdfinfo lacks %q:\n%s", filepath.Base(name), want, info)
			}
		}
		for _, line := range strings.Split(strings.TrimSpace(quietly(t, "pdffonts", name)), "\n")[2:] {
			if f := strings.Fields(line); strings.Join(f[len(f)-5:len(f)-2], " ") != "yes yes yes" {
				t.Errorf("%s: not embedded, subset and with text: %s", filepath.Base(name), line)
			}
		}
		structure(t, name)
	}
}

var words = regexp.MustCompile(`[\p{L}\p{N}][\p{L}\p{N}’'.,@%-]*`)

// TestPDFAndPageHaveTheWordsOfTheText compares what others extract with the text
// artefact, word for word.
func TestPDFAndPageHaveTheWordsOfTheText(t *testing.T) {
	need(t, "pdftotext")
	_, build := sample(t)
	for _, name := range pdfs(t, build) {
		text, err := os.ReadFile(strings.TrimSuffix(name, ".pdf") + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		for _, mode := range []string{"-layout", "-raw"} {
			extracted := quietly(t, "pdftotext", mode, name, "-")
			got := strings.ToLower(strings.Join(words.FindAllString(extracted, -1), " "))
			for _, sentence := range sentences(string(text)) {
				if !strings.Contains(got, sentence) && !splitOverPages(got, sentence) {
					t.Errorf("%s %s lacks: %s", filepath.Base(name), mode, sentence)
				}
			}
			if strings.ContainsAny(extracted, "ﬁﬂﬀﬃﬄ") {
				t.Errorf("%s: a ligature character was extracted", filepath.Base(name))
			}
		}
		embargoed := strings.Contains(name, "embargoed")
		pages := strings.Split(strings.TrimRight(quietly(t, "pdftotext", name, "-"), "\f\n"), "\f")
		for i, p := range pages {
			if strings.Contains(p, "EMBARG") != embargoed {
				t.Errorf("%s page %d: embargo line %t", filepath.Base(name), i+1, !embargoed)
			}
		}
	}
}

// sentences are the paragraphs of the text as words, without notes and links.
func sentences(text string) []string {
	text = regexp.MustCompile(` \[\d+\]`).ReplaceAllString(text, "")
	if i := strings.Index(text, "\n[1] "); i >= 0 { // with the heading of the links
		text = text[:strings.LastIndexByte(text[:i], '\n')]
	}
	var out []string
	for _, p := range strings.Split(text, "\n\n") {
		if strings.HasPrefix(p, "[") || strings.HasPrefix(p, "- ") || strings.Contains(p, ":\n") { // pictures have no words in the PDF; lists are in other order of marks
			continue
		}
		out = append(out, strings.ToLower(strings.Join(words.FindAllString(p, -1), " ")))
	}
	return out
}

// splitOverPages tells whether a sentence is there with a page's foot and head in
// its middle.
func splitOverPages(got, sentence string) bool {
	w := strings.Fields(sentence)
	for i := 1; i < len(w); i++ {
		if a := strings.Index(got, strings.Join(w[:i], " ")); a >= 0 {
			if b := strings.Index(got[a:], strings.Join(w[i:], " ")); b >= 0 && b < len(sentence)+400 {
				return true
			}
		}
	}
	return false
}

// object is a PDF object in qpdf's JSON.
type object map[string]any

// structure checks what PDF/UA-1 asks of a file's structure, over its objects as
// qpdf reads them: title, language and marks declared; every piece of marked
// content in the tree once; every link in the tree, with its words; pictures with
// alternatives.
func structure(t *testing.T, name string) {
	t.Helper()
	var file struct{ Qpdf []map[string]json.RawMessage }
	if err := json.Unmarshal([]byte(quietly(t, "qpdf", "--json=2", "--json-stream-data=none", name)), &file); err != nil {
		t.Fatal(err)
	}
	objects := make(map[string]object)
	for key, raw := range file.Qpdf[1] {
		var o struct{ Value any }
		if err := json.Unmarshal(raw, &o); err != nil {
			t.Fatal(err)
		}
		if v, ok := o.Value.(map[string]any); ok {
			objects[strings.TrimPrefix(key, "obj:")] = v
		}
	}
	find := func(key, value string) (found []object) {
		for _, o := range objects {
			if o[key] == value {
				found = append(found, o)
			}
		}
		return found
	}
	catalog := find("/Type", "/Catalog")[0]
	if catalog["/Lang"] == nil || catalog["/MarkInfo"] == nil || catalog["/Metadata"] == nil || catalog["/ViewerPreferences"] == nil {
		t.Errorf("%s: the catalog declares %v", name, catalog)
	}
	owned := make(map[string]int) // page and MCID: how often in the tree
	links, figures := 0, 0
	for _, e := range find("/Type", "/StructElem") {
		if e["/S"] == "/Figure" {
			figures++
			if e["/Alt"] == nil || e["/Alt"] == "u:" {
				t.Errorf("%s: a figure without alternative", name)
			}
		}
		kids, _ := e["/K"].([]any)
		for _, k := range kids {
			m, ok := k.(map[string]any)
			if !ok {
				continue
			}
			switch m["/Type"] {
			case "/MCR":
				owned[fmt.Sprint(m["/Pg"], m["/MCID"])]++
			case "/OBJR":
				links++
			}
		}
	}
	for k, n := range owned {
		if n != 1 {
			t.Errorf("%s: content %s is in the tree %d times", name, k, n)
		}
	}
	annotations := 0
	for _, a := range find("/Subtype", "/Link") {
		annotations++
		if a["/Contents"] == nil || a["/StructParent"] == nil || a["/F"] != float64(4) {
			t.Errorf("%s: a link has %v", name, a)
		}
	}
	if links != annotations || annotations == 0 {
		t.Errorf("%s: %d links in the tree, %d on the pages", name, links, annotations)
	}
	if figures != 1 {
		t.Errorf("%s: %d figures, want 1", name, figures)
	}
	marked := contentMarks(t, name)
	for k := range marked {
		if owned[k] != 1 {
			t.Errorf("%s: content %s is not in the tree", name, k)
		}
	}
	if len(marked) != len(owned) {
		t.Errorf("%s: %d pieces of content, %d in the tree", name, len(marked), len(owned))
	}
}

var mcid = regexp.MustCompile(`/MCID (\d+)`)

// contentMarks reads the pages' contents: the marked-content ids by page. Every
// operator that draws must stand between BDC or BMC and EMC.
func contentMarks(t *testing.T, name string) map[string]bool {
	t.Helper()
	plain := filepath.Join(t.TempDir(), "plain.pdf")
	quietly(t, "qpdf", "--qdf", "--object-streams=disable", name, plain)
	out := make(map[string]bool)
	data, err := os.ReadFile(plain)
	if err != nil {
		t.Fatal(err)
	}
	pages := regexp.MustCompile(`(?m)^%% Page (\d+)\n%% Original object ID: (\d+) 0`).FindAllSubmatch(data, -1)
	contents := regexp.MustCompile(`(?s)%% Contents for page (\d+)\n.*?stream\n(.*?)endstream`).FindAllSubmatch(data, -1)
	if len(pages) != len(contents) || len(pages) == 0 {
		t.Fatalf("%s: %d pages, %d contents", name, len(pages), len(contents))
	}
	for i, c := range contents {
		depth := 0
		for _, line := range strings.Split(string(c[2]), "\n") {
			switch {
			case strings.HasSuffix(line, "BDC"), strings.HasSuffix(line, "BMC"):
				depth++
				if m := mcid.FindStringSubmatch(line); m != nil {
					out[string(pages[i][2])+" 0 R"+m[1]] = true
				}
			case strings.HasSuffix(line, "EMC"):
				depth--
			case strings.HasSuffix(line, "TJ"), strings.HasSuffix(line, "Do Q"), strings.HasSuffix(line, " f"):
				if depth < 1 {
					t.Errorf("%s page %d draws outside marked content: %s", name, i+1, line)
				}
			}
		}
		if depth != 0 {
			t.Errorf("%s page %d: marks are not balanced", name, i+1)
		}
	}
	return out
}

func TestTwoBuildsInTwoTimeZonesAreIdentical(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "newsroom")
	must(t, filepath.Dir(dir), "init", dir)
	for _, zone := range []string{"UTC", "Asia/Tokyo"} {
		cmd := exec.Command(binary, "-C", dir, "build", "--out", strings.ReplaceAll(zone, "/", "-"))
		cmd.Env = append(os.Environ(), "TZ="+zone)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	if out, err := exec.Command("diff", "-r", filepath.Join(dir, "UTC"), filepath.Join(dir, "Asia-Tokyo")).CombinedOutput(); err != nil {
		t.Errorf("the builds differ:\n%s", out)
	}
}
