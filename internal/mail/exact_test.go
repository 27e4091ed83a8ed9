package mail

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"math"
	"math/big"
	"strings"
	"testing"
	"time"

	"pressroom/internal/release"
	"pressroom/internal/render/email"
)

// A header is folded at its spaces, and what would break out of it is refused.
func TestHeadersAreFoldedAndClosed(t *testing.T) {
	x := func(n int) string { return strings.Repeat("x", n) }
	const breaks = "error: the header X has a line break or control character in it"
	for value, want := range map[string]string{
		"a": "X: a\r\n", "": "X: \r\n", "a\tb ~": "X: a\tb ~\r\n", "a\r\n b": breaks, "\r\n b": breaks, " a": "X:  a\r\n",
		x(36) + " " + x(36):               "X: " + x(36) + " " + x(36) + "\r\n", // 76 characters
		x(36) + " " + x(37):               "X: " + x(36) + "\r\n " + x(37) + "\r\n",
		x(36) + " " + x(37) + " " + x(37): "X: " + x(36) + "\r\n " + x(37) + " " + x(37) + "\r\n",
		x(36) + " " + x(37) + " " + x(38): "X: " + x(36) + "\r\n " + x(37) + "\r\n " + x(38) + "\r\n",
		"\x00a":                           breaks, "a\x1f": breaks, "a\x7f": breaks, "a\x7e": "X: a\x7e\r\n",
		"a\nb": breaks, "a\n b": breaks, "\n b": breaks, "a\rb": breaks, "a\r b": breaks, "a\r\nb": breaks, "a\r\n": breaks, "a\r": breaks, "a\rb c": breaks,
		"a\n": breaks, "a\r\n\tb": breaks, "a\rx b": breaks, "x\r\n b\n": breaks,
		"\xff": "error: the header X is not UTF-8", "é": "X: é\r\n",
	} {
		var b bytes.Buffer
		h := headers{b: &b}
		h.add("X", value)
		got := b.String()
		if h.err != nil {
			h.add("Y", "after an error") // nothing more is written
			got = b.String() + "error: " + h.err.Error()
		}
		if got != want {
			t.Errorf("%q: %q, want %q", value, got, want)
		}
	}
}

func TestSubjectsAreEncodedWhereTheyMustBe(t *testing.T) {
	x := func(n int) string { return strings.Repeat("x", n) }
	for in, want := range map[string]string{
		"":                  "",
		"plain words":       "plain words",
		x(70):               x(70),
		x(71):               "=?utf-8?b?" + base64.StdEncoding.EncodeToString([]byte(x(45))) + "?= =?utf-8?b?" + base64.StdEncoding.EncodeToString([]byte(x(26)+"\u200b")) + "?=",
		"é":                 "=?utf-8?q?=C3=A9?=",
		"xé":                "=?utf-8?q?x=C3=A9?=",
		x(40) + " " + x(40): x(40) + " " + x(40),
	} {
		if got := encodeWords(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// What was once derived is found again in every later version of the program.
func TestIdentitiesStayWhatTheyAre(t *testing.T) {
	if got := Derive(key, "a", "b"); got != "gsyakpt32wwdaaprujrvxgly62zdc2na" {
		t.Errorf("a code is %q", got)
	}
	if got := originOf(key, "ana@paper.example"); got != "gsaegy6hcvcrkg3n" || OriginsName != "origins" {
		t.Errorf("the code of an origin is %q in %q", got, OriginsName)
	}
	for sender, want := range map[string]string{
		"press@x.example": "@x.example", "Press <press@x.example>": "@x.example", "press@x.example >": "@x.example", "@x.example": "@x.example",
		"a@b@x.example": "@x.example", "press": "@pressroom.invalid", "": "@pressroom.invalid",
	} {
		if got := MessageID(key, "ferry/release-1", "ana@paper.example", sender); got != Derive(key, "message-id", "ferry/release-1", "ana@paper.example")+want {
			t.Errorf("from %q: %s", sender, got)
		}
	}
	for _, n := range []int64{1, 36, math.MaxInt64} {
		if got, ok := ParseToken(key, ForUndo, Token(key, ForUndo, n)); got != n || !ok {
			t.Errorf("%d: %d, %v", n, got, ok)
		}
	}
	for _, token := range []string{
		"", "-", "1", "1-", Token(key, ForUndo, 0), Token(key, ForUndo, -1), "0" + Token(key, ForUndo, 1), "x!-" + Token(key, ForUndo, 1), Token(key, ForUndo, 1) + "a",
		strings.Repeat("z", 14) + "-" + Derive(key, string(ForUndo), strings.Repeat("z", 14)), strings.ToUpper(Token(key, ForUndo, 40)),
	} {
		if n, ok := ParseToken(key, ForUndo, token); ok {
			t.Errorf("%q is taken for %d", token, n)
		}
	}
	for _, token := range []string{"1", "", Token(key, ForUndo, 0), Token(key, ForUndo, -1)} {
		if n, _ := ParseToken(key, ForUndo, token); n != 0 {
			t.Errorf("%q names %d", token, n)
		}
	}
}

// counted notes what is written to it, call by call.
type counted struct{ calls []string }

func (c *counted) Write(p []byte) (int, error) {
	c.calls = append(c.calls, string(p))
	return len(p), nil
}

// A message that is used again for the next recipient has nothing of the last one.
func TestAMessageIsUsedAgain(t *testing.T) {
	p := plainParts(true)
	p.Attachments = []Attachment{{Name: "a.txt", Type: "text/plain", Data: []byte("file")}}
	p, files := beside(p)
	tpl, err := Build(p)
	if err != nil {
		t.Fatal(err)
	}
	if err := tpl.fill(files); err != nil {
		t.Fatal(err)
	}
	at := time.Date(2027, 6, 8, 9, 5, 0, 0, time.UTC)
	if words, err := tpl.Words(at); err != nil || !bytes.Contains(words, []byte("\r\n\r\nZmlsZQ==\r\n--")) {
		t.Errorf("%v, and the file does not stand in\n%s", err, words)
	}
	used := new(Message)
	for _, r := range []Recipient{{Name: "Ana of the long name", Address: "ana@paper.example"}, {Address: "b@paper.example"}, {Name: "Cy", Address: "cy@paper.example", Thread: []string{"one"}}} {
		fresh, err := tpl.Message(nil, r, at)
		if err != nil {
			t.Fatal(err)
		}
		again, err := tpl.Message(used, r, at)
		if err != nil || again != used {
			t.Fatalf("it is not used again, or %v", err)
		}
		if got, want := string(again.Bytes()), string(fresh.Bytes()); got != want || again.Len() != len(want) {
			t.Errorf("%s: used again it has %d bytes\n%s\nwant %d\n%s", r.Address, again.Len(), got, len(want), want)
		}
		used.Prepend("X: y\r\n")
	}
	var m Message
	for _, s := range []string{"a", "", "bc"} {
		m.share([]byte(s))
	}
	var w counted
	if n, err := m.WriteTo(&w); n != 3 || err != nil || strings.Join(w.calls, "|") != "a|bc" || m.Len() != 3 {
		t.Errorf("%d bytes in %q, %v", n, w.calls, err)
	}
	w = counted{}
	m.Prepend("f")
	if n, err := m.WriteTo(&w); n != 4 || err != nil || strings.Join(w.calls, "|") != "f|a|bc" {
		t.Errorf("with a field: %d bytes in %q, %v", n, w.calls, err)
	}
}

// A file stands within its segment, and not before the one before it.
func TestWhereFilesMayStand(t *testing.T) {
	for _, c := range []struct {
		files [][2]int // segment, offset
		bad   int      // the first that stands nowhere; 0 for none
	}{
		{nil, 0},
		{[][2]int{{0, 0}}, 0},
		{[][2]int{{0, 3}}, 0},
		{[][2]int{{0, 4}}, 1},
		{[][2]int{{1, 2}}, 0},
		{[][2]int{{1, 3}}, 1},
		{[][2]int{{2, 0}}, 1},
		{[][2]int{{-1, 0}}, 1},
		{[][2]int{{0, -1}}, 1},
		{[][2]int{{0, 1}, {0, 1}}, 0},
		{[][2]int{{0, 1}, {0, 2}}, 0},
		{[][2]int{{0, 2}, {0, 1}}, 2},
		{[][2]int{{0, 2}, {1, 1}}, 0},
		{[][2]int{{1, 0}, {0, 3}}, 2},
		{[][2]int{{1, 0}, {1, 1}, {0, 3}}, 3},
		{[][2]int{{0, 0}, {1, 1}, {1, 0}}, 3},
	} {
		tpl := &Template{Segments: [][]byte{[]byte("abc"), []byte("de")}, HTML: []bool{false}}
		for _, f := range c.files {
			tpl.Files = append(tpl.Files, File{Segment: f[0], Offset: f[1], Key: "k"})
		}
		err := tpl.fill(&Files{Open: func(string) ([]byte, error) { return []byte("!"), nil }})
		want := ""
		if c.bad > 0 {
			want = fmt.Sprintf("reading a message template: file %d stands nowhere in it", c.bad)
		}
		if (err == nil) != (want == "") || err != nil && err.Error() != want {
			t.Errorf("%v: %v, want %s", c.files, err, want)
		}
	}
	marks := placeholders{keys: []string{"k", "l"}}
	first := encode(marks.mark(0))
	tpl := &Template{Segments: [][]byte{first, []byte("x")}}
	const headless = "composing the message: gomail wrote no header block"
	if err := new(Template).takeApart([]byte("Lamps: burn\r\n")); err == nil || err.Error() != headless {
		t.Errorf("%v, want %s", err, headless)
	}
	if err := marks.cut(tpl); err == nil || err.Error() != "composing the message: the place of file 2 was lost" {
		t.Errorf("a place that is lost: %v", err)
	}
	if len(tpl.Segments[0]) != 0 || len(tpl.Files) != 1 || tpl.Files[0].Offset != 0 {
		t.Errorf("a file at the beginning: %q, %v", tpl.Segments, tpl.Files)
	}
	if _, err := (&Template{From: "a@x.example", Files: []File{{encoded: []byte("x")}, {}}}).Message(nil, Recipient{}, time.Time{}); err == nil || err.Error() != "composing the message: file 2 was not read" {
		t.Errorf("a file that was not read: %v", err)
	}
}

// What everybody got of a message, byte for byte: of text alone, and with a page and files.
func TestTheWordsOfAMessageWhole(t *testing.T) {
	tpl, err := Build(plainParts(false))
	if err != nil {
		t.Fatal(err)
	}
	data, err := tpl.Words(time.Time{})
	const head = "From: \"Harbor press\" <press@harbor.example>\r\nSubject: A ferry\r\nContent-Language: en\r\nMIME-Version: 1.0\r\n"
	if want := head + "Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nOne ferry.\r\n\r\n\r\n"; err != nil || string(data) != want {
		t.Errorf("%v\n%q, want\n%q", err, data, want)
	}
	tpl, err = Build(plainParts(true))
	if err != nil {
		t.Fatal(err)
	}
	data, err = tpl.Words(time.Time{})
	mark := boundary.FindString(string(data))
	want := head + "Content-Type: multipart/alternative; boundary=\"" + mark + "1\"\r\n\r\n" +
		"--" + mark + "1\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\nOne ferry.\r\n\r\n\r\n\r\n" +
		"--" + mark + "1\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n<p>One ferry.</p>\r\n\r\n\r\n--" + mark + "1--\r\n"
	if got := sortedHeads(string(data)); err != nil || got != want {
		t.Errorf("%v\n%q, want\n%q", err, got, want)
	}
	broken := &Template{From: "nobody"}
	for name, err := range map[string]error{
		"words":     func() error { _, err := broken.Words(time.Time{}); return err }(),
		"a message": func() error { _, err := broken.Message(nil, Recipient{}, time.Time{}); return err }(),
	} {
		if err == nil || err.Error() != `the sender "nobody" is not an address` {
			t.Errorf("%s of nobody: %v", name, err)
		}
	}
	if _, err := (&Template{From: "a@x.example", Language: "e\nn"}).Words(time.Time{}); err == nil {
		t.Error("a header with a break is written")
	}
}

// sortedHeads has the two fields above a part in one order: the library's is random.
func sortedHeads(s string) string {
	const encoding = "Content-Transfer-Encoding: quoted-printable\r\n"
	for _, kind := range []string{"plain", "html"} {
		field := "Content-Type: text/" + kind + "; charset=UTF-8\r\n"
		s = strings.ReplaceAll(s, field+encoding, encoding+field)
	}
	return s
}

// A part whose text does not end its last line has an end all the same, and a picture is
// called by what it is.
func TestPartsEndTheirLines(t *testing.T) {
	p := plainParts(false)
	p.Bodies.Text = []byte("One ferry.\n" + email.PersonalLine + "\nIt goes")
	tpl, err := Build(p)
	if err != nil {
		t.Fatal(err)
	}
	if got := string(bytes.Join(tpl.Segments, []byte("|"))); got != "One ferry.\r\n|It goes\r\n" {
		t.Errorf("the segments are %q", got)
	}
	p = plainParts(true)
	p.Bodies.Pictures = []email.Picture{
		{ID: "picture-1", Asset: release.Asset{Type: "image/jpeg", Data: []byte("x")}}, {ID: "logo", Asset: release.Asset{Type: "image/png", Data: []byte("x")}},
	}
	if tpl, err = Build(p); err != nil {
		t.Fatal(err)
	}
	body := string(bytes.Join(tpl.Segments, nil))
	for _, want := range []string{"Content-Type: image/jpeg; name=\"picture-1.jpg\"\r\n", "Content-Type: image/png; name=\"logo.png\"\r\n", "Content-ID: <picture-1>\r\n"} {
		if !strings.Contains(body, want) {
			t.Errorf("no %q in\n%s", want, body)
		}
	}
	text := "a\n"
	if got := (Notice{From: "a@x.example", To: "b@x.example", Text: text}); !strings.HasSuffix(mustNotice(t, got), "\r\n\r\na\r\n") {
		t.Error("a notice ends otherwise than with its text")
	}
}

func mustNotice(t *testing.T, n Notice) string {
	t.Helper()
	data, err := n.Message(time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// What is the recipient's own is escaped where it stands in an address or a page.
func TestLinksOfARecipientAreEscaped(t *testing.T) {
	tpl := &Template{From: "a@x.example", Links: Links{Page: "https://h.example/?a=1&b=", PageText: "Your <copy>"}, SentTo: "To %s", Segments: [][]byte{nil}}
	tpl.fixed.Do(tpl.fix)
	r := Recipient{DeliveryID: "1 a&b", PageToken: "t", Address: "b@x.example"}
	if got, want := tpl.unsubscribe(r), "mailto:a@x.example?subject=unsubscribe%201%20a&b"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := tpl.foot().To(r, true), `<a href="https://h.example/?a=1&amp;b=t" style="color: inherit">Your &lt;copy&gt;</a><br><br>To b@x.example`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := tpl.foot().To(r, false), "Your <copy>: https://h.example/?a=1&b=t\n\nTo b@x.example"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	for n, want := range map[int]bool{0: false, 1: true} {
		m, err := tpl.Message(nil, Recipient{Address: "b@x.example", Thread: make([]string, n)}, time.Time{})
		if err != nil || bytes.Contains(m.Bytes(), []byte("In-Reply-To: <>\r\nReferences: <>\r\n")) != want {
			t.Errorf("a thread of %d: %v", n, err)
		}
	}
	for _, to := range []Recipient{{Address: "añá@paper.example"}, {Name: "Ana é", Address: "añá@paper.example"}, {Name: "Ana", Address: `"a b"@paper.example`}} {
		m, err := tpl.Message(nil, to, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		_, line, _ := strings.Cut(string(m.Bytes()), "\r\nTo: ")
		line, _, _ = strings.Cut(line, "\r\n")
		if want := map[string]string{"": "<añá@paper.example>", "Ana é": "=?utf-8?q?Ana_=C3=A9?= <añá@paper.example>", "Ana": `"Ana" <"\"a b\""@paper.example>`}[to.Name]; line != want {
			t.Errorf("to %s, want %s", line, want)
		}
	}
}

func TestNamesAtTheirLimits(t *testing.T) {
	for _, c := range [][2]string{
		{".pdf", "pdf"},
		{"b.PDF", "b.pdf"},
		{"c.ABCDEFGHI", "c.abcdefghi"},
		{"d.ABCDEFGHIJ", "d.ABCDEFGHIJ"},
		{"e.p df", "e.p-df"},
		{"e. pdf", "e.pdf"},
		{"a_b.txt", "a_b.txt"},
		{"it's (one).txt", "its-one.txt"},
		{"-x-.txt", "x.txt"},
		{" x", "x"},
		{"x`y", "x-y"},
		{strings.Repeat("f", 59) + ".g h i j k l m", strings.Repeat("f", 59)},
		{strings.Repeat("f", 59) + " g", strings.Repeat("f", 59) + "-2"},
	} {
		var names FileNames
		if c[1] == strings.Repeat("f", 59)+"-2" {
			names.Give(strings.Repeat("F", 59), "file")
		}
		if got := names.Give(c[0], "file"); got != c[1] {
			t.Errorf("%q is called %q, want %q", c[0], got, c[1])
		}
	}
	for original, want := range map[string]string{
		"": "", "x.pdf": "", "y.pdf": "", "é.pdf": ";\r\n filename*=utf-8''%C3%A9.pdf", "\xff.pdf": ";\r\n filename*=utf-8''%EF%BF%BD.pdf",
	} {
		if got := (Attachment{Name: "x.pdf", Original: original}).disposition(); got != `attachment; filename="x.pdf"`+want {
			t.Errorf("%q: %q", original, got)
		}
	}
}

func TestWhatIsSaidOfOriginsAndTemplatesThatCannotBeRead(t *testing.T) {
	for data, want := range map[string]string{
		`{`:                              "reading where addresses come from: unexpected end of JSON input",
		`{"rest":2}`:                     "reading where addresses come from: what the rest has is no code",
		`{"rest":-1}`:                    "reading where addresses come from: what the rest has is no code",
		`{"of":{"a":2}}`:                 "reading where addresses come from: a source is missing",
		`{"of":{"a":-1}}`:                "reading where addresses come from: a source is missing",
		`{"sources":["x"],"of":{"a":4}}`: "reading where addresses come from: a source is missing",
	} {
		if _, err := ReadOrigins([]byte(data)); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", data, err, want)
		}
	}
	if _, err := FileKeys([]byte("{")); err == nil || err.Error() != "reading a message template: unexpected end of JSON input" {
		t.Errorf("half a template: %v", err)
	}
	for name, c := range map[string]struct {
		first []bool // of addresses without a source
		want  string
	}{
		"one who is new":      {[]bool{true}, `{"sources":null,"of":{},"rest":1}`},
		"one who is known":    {[]bool{false}, `{"sources":null,"of":{}}`},
		"one of each":         {[]bool{true, false}, `{"sources":null,"of":{"` + originOf(key, "0") + `":1}}`},
		"two of three so far": {[]bool{true, false, true}, `{"sources":null,"of":{"` + originOf(key, "1") + `":0},"rest":1}`},
	} {
		var o Origins
		for i, first := range c.first {
			o.Add(key, fmt.Sprint(i), "", first)
		}
		data, err := o.Marshal()
		if err != nil || string(data) != c.want {
			t.Errorf("%s: %s, %v, want %s", name, data, err, c.want)
		}
		read, err := ReadOrigins(data)
		if err != nil {
			t.Fatal(err)
		}
		for i, first := range c.first {
			if source, got := read.Find(key, fmt.Sprint(i)); got != first || source != "" {
				t.Errorf("%s: %d is first: %v", name, i, got)
			}
		}
	}
}

// faulty is a message that cannot be written.
type faulty struct{}

func (faulty) WriteTo(io.Writer) (int64, error) { return 0, errors.New("it is gone") }

func TestWhatIsSaidOfKeysThatCannotSign(t *testing.T) {
	block := func(kind string, key any) string {
		der, err := x509.MarshalPKCS8PrivateKey(key)
		if err != nil {
			t.Fatal(err)
		}
		return string(pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}))
	}
	curve, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"":                              "the DKIM key is not PEM; it begins with -----BEGIN PRIVATE KEY-----",
		block("RSA PRIVATE KEY", curve): "the DKIM key cannot be read: it is no private key in PKCS #1 or PKCS #8",
		block("PRIVATE KEY", curve):     "the DKIM key is *ecdsa.PrivateKey; RSA and Ed25519 can sign",
	} {
		if _, err := NewSigner("x.example", "s", text); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	_, edwards, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	sign := func(domain string, message io.WriterTo) (*Signer, error) {
		s, err := NewSigner(domain, "s", block("PRIVATE KEY", edwards))
		if err != nil {
			t.Fatal(err)
		}
		_, err = s.Sign(message)
		return s, err
	}
	s, err := sign("x.example", bytes.NewBufferString("From: a@x.example\r\n\r\nHi\r\n"))
	if err != nil || s.Bits() != 0 {
		t.Errorf("a key of Ed25519 has %d bits, or %v", s.Bits(), err)
	}
	small := &rsa.PrivateKey{PublicKey: rsa.PublicKey{E: 65537}}
	for small.N == nil || small.D == nil {
		p, _ := rand.Prime(rand.Reader, 256)
		q, _ := rand.Prime(rand.Reader, 256)
		one := big.NewInt(1)
		phi := new(big.Int).Mul(new(big.Int).Sub(p, one), new(big.Int).Sub(q, one))
		small.N, small.Primes, small.D = new(big.Int).Mul(p, q), []*big.Int{p, q}, new(big.Int).ModInverse(big.NewInt(65537), phi)
	}
	pkcs1 := string(pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(small)}))
	if _, err := NewSigner("x.example", "s", pkcs1); err == nil || err.Error() != fmt.Sprintf("the DKIM key has %d bits; receivers ask for 1024 at least, and 2048 is usual", small.N.BitLen()) {
		t.Errorf("a small key: %v", err)
	}
	for want, err := range map[string]error{
		"signing: dkim: no domain specified":  func() error { _, err := sign("", bytes.NewBufferString("From: a@x.example\r\n\r\n")); return err }(),
		"signing: it is gone\n":               func() error { _, err := sign("x.example", faulty{}); return err }(),
		"signing: failed to read header: EOF": func() error { _, err := sign("x.example", bytes.NewBufferString("no header")); return err }(),
	} {
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// A draft says what is wrong with its head, and a template is read back as it was.
func TestADraftWhoseHeadIsBroken(t *testing.T) {
	if _, err := Draft(plainParts(true).Bodies, "e\nn", nil, time.Time{}); err == nil ||
		err.Error() != "composing a draft: the header Content-Language has a line break or control character in it" {
		t.Errorf("%v", err)
	}
	data, err := (&Template{Segments: [][]byte{nil}, From: "a@x.example"}).Marshal()
	if err != nil || !json.Valid(data) {
		t.Errorf("%s, %v", data, err)
	}
}
