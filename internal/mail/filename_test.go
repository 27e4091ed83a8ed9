package mail

import (
	"mime"
	"strings"
	"testing"
)

func TestAttachmentsHaveNamesThatEveryProgramCanStore(t *testing.T) {
	var names FileNames
	for _, c := range [][2]string{
		{"report.pdf", "report.pdf"},
		{"Report.PDF", "Report-2.pdf"},
		{"report.pdf", "report-3.pdf"},
		{"Prüfbericht 2026.pdf", "Prufbericht-2026.pdf"},
		{"報告書.pdf", "file.pdf"},
		{"報告.pdf", "file-2.pdf"},
		{"a\"b\r\nc.pdf", "a-b-c.pdf"},
		{"...", "file"},
		{"no ending", "no-ending"},
		{".hidden.txt", "hidden.txt"},
		{"it’s it.txt", "its-it.txt"},
		{"../../up.txt", "up.txt"},
		{"a.tar.gz", "a.tar.gz"},
		{strings.Repeat("long ", 30) + ".pdf", strings.TrimSuffix(strings.Repeat("long-", 12), "-") + ".pdf"},
	} {
		if got := names.Give(c[0], "file"); got != c[1] {
			t.Errorf("%q is called %q, want %q", c[0], got, c[1])
		} else if !attachmentName.MatchString(got) {
			t.Errorf("%q is no name of an attachment", got)
		}
	}
}

func TestAnAttachmentKeepsTheNameInItsOwnLetters(t *testing.T) {
	for original, want := range map[string]string{
		"": "x.pdf", "x.pdf": "x.pdf", "Prüfung \"A\".pdf": "Prüfung \"A\".pdf", "a/b\r\nc\\é\u202e.pdf": "abcé.pdf",
		strings.Repeat("é", 200): strings.Repeat("é", longestName),
	} {
		a := Attachment{Name: "x.pdf", Original: original}
		_, params, err := mime.ParseMediaType(strings.ReplaceAll(a.disposition(), "\r\n", ""))
		if err != nil || params["filename"] != want {
			t.Errorf("%q: %s is read as %q, %v", original, a.disposition(), params["filename"], err)
		}
		for _, line := range strings.Split(a.disposition(), "\r\n") {
			if len(line) > 900 || strings.ContainsAny(line, "\r\n") || !isASCII(line) {
				t.Errorf("a line is %q", line)
			}
		}
	}
}

func TestMediaTypesAreTheSameOnEveryMachine(t *testing.T) {
	for name, want := range map[string]string{
		"a.pdf": "application/pdf", "a.csv": "text/csv; charset=utf-8", "a.JPG": "image/jpeg", "a.mp4": "video/mp4", "a.exe": "application/octet-stream",
		"pdf": "application/pdf", "": "application/octet-stream",
	} {
		if got := MediaType(name, []byte("é")); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
	if got := MediaType("a.txt", []byte("\xe9")); got != "text/plain" {
		t.Errorf("text that is no UTF-8 is %s", got)
	}
}

func TestTheSizeOfAnAttachmentIsWhatItTakes(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 56, 57, 58, 113, 114, 115, 5000} {
		if got, want := EncodedSize(n), len(encode(make([]byte, n))); got < want || got > want+2 {
			t.Errorf("%d bytes take %d, not %d", n, want, got)
		}
	}
}
