package golden

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pressroom/internal/compile"
	"pressroom/internal/importer"
	"pressroom/internal/release"
	"pressroom/internal/verify"
	"pressroom/internal/verify/pdftext"
)

// stored are the forms of a variant that words are held against.
func stored(t *testing.T, v variant) []*verify.Reference {
	t.Helper()
	refs := []*verify.Reference{{Doc: verify.Plain(string(one(t, v, compile.Text)))}}
	text, err := pdftext.Read(one(t, v, compile.PDF))
	if err != nil {
		t.Fatal(err)
	}
	refs = append(refs, &verify.Reference{Doc: verify.Split(text.Paragraphs), Running: append(text.Running, text.Captions...)})
	for name, f := range map[string]compile.Format{"x.docx": compile.DOCX, "x.html": compile.Web} {
		list, err := importer.ShownBy(name, one(t, v, f))
		if err != nil {
			t.Fatal(err)
		}
		refs = append(refs, &verify.Reference{Doc: verify.Split(list[0].Paragraphs)})
	}
	return refs
}

func best(refs []*verify.Reference, text string) (out verify.Result) {
	doc := verify.Plain(text)
	for _, ref := range refs {
		if r := verify.Compare(ref, doc); r.Better(out) {
			out = r
		}
	}
	return out
}

// Words that other programs take out of our files are recognized, and with a figure, a name
// or a letter altered it is said where. pdftotext hands out the words of Arabic lines in
// another order, and those of a table whose cells have several lines, unless it may choose.
func TestWordsThatProgramsTakeOut(t *testing.T) {
	_, err := exec.LookPath("pdftotext")
	outside(t, err == nil, "pdftotext")
	random := rand.New(rand.NewPCG(5, 6))
	dir, known, all := t.TempDir(), 0, 0
	for _, v := range variants {
		if v.language == "ar" || v.phase == release.PhaseAdvance && os.Getenv("PRESSROOM_FULL") == "" {
			continue
		}
		refs := stored(t, v)
		file := filepath.Join(dir, v.String()+".pdf")
		if err := os.WriteFile(file, one(t, v, compile.PDF), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, mode := range [][]string{nil, {"-layout"}, {"-raw"}} {
			if v.language == "en" && mode != nil {
				continue
			}
			text, err := exec.Command("pdftotext", append(mode, file, "-")...).Output()
			if err != nil {
				t.Fatal(err)
			}
			r := best(refs, string(text))
			if all++; r.Verdict >= verify.Unchanged {
				known++
			} else {
				t.Errorf("%s, pdftotext %v: %v %+v", v, mode, r, r.Changes)
			}
			for _, a := range alterations[:9] {
				altered, ok := a.do(string(text), random)
				if !ok {
					continue
				}
				if got := best(refs, altered); got.Verdict == verify.Genuine || inWords[a.name] && got.Verdict == verify.Unchanged && len(got.Beside) == 0 {
					t.Errorf("%s, pdftotext %v, %s: %v", v, mode, a.name, got)
				}
			}
		}
	}
	t.Logf("%d of %d recognized", known, all)
}

// What Word makes of our Word file when it is saved as text, as far as LibreOffice stands
// for it.
func TestWordsThroughAWordProcessor(t *testing.T) {
	if os.Getenv("PRESSROOM_FULL") == "" {
		t.Log("a word processor of half a gigabyte is tried with PRESSROOM_FULL=1")
		return
	}
	if _, err := exec.LookPath("soffice"); err != nil {
		if os.Getenv("PRESSROOM_PEERS") != "" {
			t.Fatal("soffice is not installed, and PRESSROOM_PEERS is set")
		}
		t.Skip("SKIPPED, NOT TESTED: soffice is not installed")
	}
	dir := t.TempDir()
	for _, v := range variants {
		file := filepath.Join(dir, v.String()+".docx")
		if err := os.WriteFile(file, one(t, v, compile.DOCX), 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("soffice", "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to",
			"txt:Text (encoded):UTF8", "--outdir", dir, file).CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		text, err := os.ReadFile(strings.TrimSuffix(file, ".docx") + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		r := best(stored(t, v), string(text))
		t.Logf("%s: %v, beside %q", v, r, r.Beside)
		if r.Verdict < verify.Unchanged {
			t.Errorf("%s: %v %+v", v, r, r.Changes)
		}
	}
}
