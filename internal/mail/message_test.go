package mail

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"mime/quotedprintable"
	"testing"
	"time"
)

// TestMessagesKeepTheirBytes: a message that was sent is made again from its template
// years later, and has to be the same.
func TestMessagesKeepTheirBytes(t *testing.T) {
	for _, c := range []struct {
		textOnly bool
		leave    string
		beside   bool // the files are kept beside the template
		want     string
	}{
		{false, "", false, "d3472aeea886b4e0d0c8e269ec1f4c52e5d7770843a3ee041148e17c1c7bd70c"},
		{false, "", true, "1a1779ad570b71c4aaf1a7daabd9168e5c1eb2bf8a55661b4ef93b0c20039212"},
		{false, "https://press.example/leave/", false, "c9dae3f954e565d98354c29ed85572020424d9ef1a9ee5c4e599e9c24ec3fcb6"},
		{false, "https://press.example/leave/", true, "0d33cfcc7190dbac9f91de1ba7b32d939c3185e19e819515d3045cd6788b6ffd"},
		{true, "", false, "0cc56f3a21032b0520f3a2a52755a4eceb17135edefceed0910b38c0e5fa09e6"},
		{true, "", true, "bd78a59ece85a6593636fb15f56635284dd8320719efcff72b9859e67470b66b"},
		{true, "https://press.example/leave/", false, "85a939ca295742c725d5bf1bbeebf59ddca196b946b8b4f365d5154937586ba8"},
		{true, "https://press.example/leave/", true, "7dbb84845510dcc4bfd36f03c51831f80f55378f74b4d7fef723316d7408b4ca"},
	} {
		p := parts()
		p.TextOnly = c.textOnly
		if c.leave != "" {
			p.Links = Links{Leave: c.leave, LeaveText: "Leave", Details: "https://press.example/you/", DetailsText: "Your details"}
		}
		p.Attachments[0].Data = bytes.Repeat([]byte("0123456789"), 500)
		m, err := stored(t, p, c.beside).Message(nil, ana, date)
		if err != nil {
			t.Fatal(err)
		}
		if got := m.SHA256(); got != c.want {
			t.Errorf("text only %t, links %t, files beside %t: %s, want %s", c.textOnly, c.leave != "", c.beside, got, c.want)
		}
	}
}

// stored is a template as a worker reads it, with its files beside it or in it.
func stored(t testing.TB, p Parts, besides bool) *Template {
	t.Helper()
	var files *Files
	if besides {
		p, files = beside(p)
	}
	made, err := Build(p)
	if err != nil {
		t.Fatal(err)
	}
	data, err := made.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	tpl, err := Unmarshal(data, files)
	if err != nil {
		t.Fatal(err)
	}
	return tpl
}

// naive is the body of a message, put together from a template's parts as one.
func naive(t *Template, r Recipient) []byte {
	var out bytes.Buffer
	for i, s := range t.Segments {
		for _, f := range t.Files { // one in a segment at most
			if f.Segment == i {
				s = bytes.Join([][]byte{s[:f.Offset], s[f.Offset:]}, f.encoded)
			}
		}
		out.Write(s)
		if i < len(t.HTML) {
			q := quotedprintable.NewWriter(&out)
			io.WriteString(q, t.foot().To(r, t.HTML[i]))
			q.Close()
			out.WriteString("\r\n")
		}
	}
	return out.Bytes()
}

// FuzzPieces holds a message in pieces against one that is put together as one, with
// one memory for two recipients.
func FuzzPieces(f *testing.F) {
	const signature = "DKIM-Signature: v=1\r\n"
	f.Add([]byte("a\r\n."), []byte(".\r\n"), []byte("..\r\n"), []byte("file\r\n."), uint8(1), uint8(3), "Ana", ".@x.example", signature)
	f.Add([]byte{}, []byte{}, []byte{}, []byte{}, uint8(0), uint8(0), "", "", "")
	f.Fuzz(func(t *testing.T, first, second, third, file []byte, one, two uint8, name, address, signature string) {
		tpl := &Template{
			Version: TemplateVersion, Subject: "s", From: "press@x.example", ContentType: "text/plain", SentTo: "Sent to %s.",
			Segments: [][]byte{first, second, third}, HTML: []bool{false, true},
			Files: []File{
				{Segment: 0, Offset: min(int(one), len(first)), encoded: append([]byte{}, file...)},
				{Segment: 2, Offset: min(int(two), len(third)), encoded: append([]byte{}, file...)},
			},
		}
		var m Message
		for _, r := range []Recipient{ana, {Name: name, Address: address, MessageID: "m@x.example", DeliveryID: "d"}, ana} {
			got, err := tpl.Message(&m, r, date)
			if err != nil {
				continue // a header that cannot be written
			}
			plain := got.Bytes()
			_, body, _ := bytes.Cut(plain, []byte("\r\n\r\n"))
			if want := naive(tpl, r); !bytes.Equal(body, want) {
				t.Fatalf("body %q, want %q", body, want)
			}
			got.Prepend(signature)
			want := append([]byte(signature), plain...)
			var written bytes.Buffer
			n, err := got.WriteTo(&written)
			if err != nil || !bytes.Equal(written.Bytes(), want) || !bytes.Equal(got.Bytes(), want) {
				t.Fatalf("%q, %v, want %q", written.Bytes(), err, want)
			}
			if int(n) != len(want) || got.Len() != len(want) {
				t.Fatalf("%d bytes written of %d, want %d", n, got.Len(), len(want))
			}
			if sum := fmt.Sprintf("%x", sha256.Sum256(want)); got.SHA256() != sum {
				t.Fatalf("digest %s, want %s", got.SHA256(), sum)
			}
		}
	})
}

// TestAMessageDoesNotGrowWithItsAttachments counts what is composed for a recipient.
func TestAMessageDoesNotGrowWithItsAttachments(t *testing.T) {
	p := parts()
	p.Attachments[0].Data = make([]byte, 4<<20)
	tpl := stored(t, p, true)
	m, err := tpl.Message(nil, ana, date)
	if err != nil {
		t.Fatal(err)
	}
	if m.Len() < 5<<20 || m.own.Cap() > 16<<10 {
		t.Errorf("of %d bytes, %d are the recipient's own", m.Len(), m.own.Cap())
	}
	shared := false
	for _, piece := range m.pieces {
		shared = shared || &piece[0] == &tpl.Files[1].encoded[0]
	}
	if !shared {
		t.Error("the attachment was copied")
	}
}

// half takes a few bytes and then no more.
type half struct{ left int }

func (h *half) Write(p []byte) (int, error) {
	n := min(len(p), h.left)
	if h.left -= n; n < len(p) {
		return n, io.ErrShortWrite
	}
	return n, nil
}

func TestAMessageSaysHowMuchWasWritten(t *testing.T) {
	m, err := build(t, parts()).Message(nil, ana, date)
	if err != nil {
		t.Fatal(err)
	}
	m.Prepend("DKIM-Signature: v=1\r\n")
	for _, left := range []int{0, 5, 21, 22, 600, m.Len() - 1} {
		if n, err := m.WriteTo(&half{left}); n != int64(left) || err == nil {
			t.Errorf("%d of %d bytes, %v", n, left, err)
		}
	}
	if n, err := m.WriteTo(&half{m.Len()}); n != int64(m.Len()) || err != nil {
		t.Errorf("%d of %d bytes, %v", n, m.Len(), err)
	}
}

func BenchmarkMessage(b *testing.B) {
	for _, size := range []int{0, 2 << 20} {
		b.Run(fmt.Sprintf("%d", size), func(b *testing.B) {
			p := parts()
			p.Attachments[0].Data = make([]byte, size)
			tpl := stored(b, p, true)
			b.ReportAllocs()
			var m Message
			for b.Loop() {
				if _, err := tpl.Message(&m, ana, time.Now()); err != nil {
					b.Fatal(err)
				}
				m.SHA256()
			}
		})
	}
}
